package org.jieshi.registration;

/**
 * Why an application is parked, and where it goes on.
 *
 * @param from the state to go back to
 */
record Suspension(ApplicationState from, Cause cause) {

  /** A dispute also shows on the parcel itself. */
  enum Cause {
    DISPUTE, OTHER
  }
}
