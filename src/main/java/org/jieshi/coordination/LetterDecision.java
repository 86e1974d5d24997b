package org.jieshi.coordination;

/** What the department says to the question. */
public enum LetterDecision { AGREED, OBJECTED, NO_OBJECTION }
