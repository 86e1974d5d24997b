package org.jieshi.registration.investigation;

/** How far the pointing of the boundary with one neighbour has come (指界, domain sheet §5). */
public enum Pointing {

  /** Invited, not yet held. */
  NOTICED(false),
  BOTH_SIGNED(true),
  /** The present side's line stands once it was served and nobody objected within 15 days: then {@link #FINAL}. */
  ONE_ABSENT(false),
  /** The investigator decides; served likewise. */
  BOTH_ABSENT(false),
  SERVED(false),
  OBJECTED(false),
  FINAL(true);

  private final boolean settled;

  Pointing(boolean settled) {
    this.settled = settled;
  }

  /** Whether this side's line stands. */
  public boolean settled() {
    return settled;
  }
}
