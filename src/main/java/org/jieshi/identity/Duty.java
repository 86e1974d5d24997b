package org.jieshi.identity;

/** What a person has to do before anything else is open to them. */
public enum Duty {
  /** Choose a password of their own, because somebody else chose the present one. */
  NEW_PASSWORD,
  /** Set up a second factor, because their role asks for one. */
  SECOND_FACTOR
}
