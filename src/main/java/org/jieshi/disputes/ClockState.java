package org.jieshi.disputes;

/** Where a time limit stands. */
enum ClockState {

  RUNNING,
  /** Done; {@link CaseClock#late} says whether in time. */
  MET,
  /** A duty not done by its day. */
  OVERDUE,
  /** The case went another way before it was done. */
  STOPPED,
  /** A party's right that was not used in time. */
  LAPSED,
  /** Whether the day is past can't be said: the working-day calendar of its year is missing. */
  UNKNOWN;

  /** Whether the end may still lie ahead. */
  boolean undecided() {
    return this == RUNNING || this == UNKNOWN;
  }
}
