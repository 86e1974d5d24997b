package org.jieshi.disputes;

/** How a case ended. */
public enum CaseResult { AGREED, DECIDED, RECOVERED, REFERRED, NOT_ACCEPTED, WITHDRAWN }
