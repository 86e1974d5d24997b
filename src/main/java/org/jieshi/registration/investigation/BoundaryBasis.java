package org.jieshi.registration.investigation;

/** On what a boundary rests, in the order in which it is looked for (domain sheet §0). */
public enum BoundaryBasis {

  FARM_1987_CERTIFICATE(true),
  APPROVAL(true),
  AGREEMENT(true),
  HISTORY_AND_PRESENT_USE(false);

  private final boolean documented;

  BoundaryBasis(boolean documented) {
    this.documented = documented;
  }

  /** Whether a document must be named. */
  public boolean documented() {
    return documented;
  }
}
