package org.jieshi.coordination;

/** Where a letter stands; whether it is overdue follows from its day and the office's clock. */
public enum LetterStatus { SENT, ANSWERED, WITHDRAWN }
