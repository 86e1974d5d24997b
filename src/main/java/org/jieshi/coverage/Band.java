package org.jieshi.coverage;

/** What a piece of land is counted as. The first four are exclusive and make up the land due. */
enum Band {
  CERTIFIED, DISPUTED, PENDING,
  /** Certified land outside of the farm: reported apart. */
  CERTIFIED_OUTSIDE,
  /** Of the certified land: in dispute as well. */
  DISPUTED_ON_CERTIFIED,
  /** Of the certified land: trespassed upon. */
  ENCROACHED
}
