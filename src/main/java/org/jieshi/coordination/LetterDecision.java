package org.jieshi.coordination;

/** What the department says to the question; {@code RECEIVED} is the receipt of a letter that asks none. */
public enum LetterDecision { AGREED, OBJECTED, NO_OBJECTION, RECEIVED }
