package org.jieshi.disputes;

import org.jieshi.shared.Bilingual;

/** What an agreement or a decision does to the boundaries. */
public enum Outcome {

  /** The claim is given up as a whole. */
  CLAIM_WITHDRAWN("the claim is withdrawn", "撤回主张"),
  /** The overlap is cut from the claim. */
  CLAIM_AMENDED("the claim is amended", "调整主张界线"),
  /** The overlap is cut from the parcel. */
  PARCEL_AMENDED("the parcel is amended", "调整宗地界线"),
  /** The boundary runs along the line of the chosen proposal. */
  LINE_AGREED("the boundary runs along the proposed line", "按拟定界线划定"),
  /** Pieces of land are exchanged as in the chosen proposal. */
  LAND_SWAPPED("land is exchanged as proposed", "按方案调整互换"),
  /** Only by decision: the claim stays on record, the parcel keeps its boundary. */
  CLAIM_REFUSED("the claim is refused", "驳回主张"),
  /** Only by review or court: the decision before stands, nothing more changes. */
  UPHELD("the decision before is upheld", "维持原决定");

  private final Bilingual title;

  Outcome(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }

  /** Whether the chosen proposal says what changes. */
  boolean asProposed() {
    return this == LINE_AGREED || this == LAND_SWAPPED;
  }

  /** Whether the parties can agree on it; the others take an authority. */
  boolean byAgreement() {
    return this != CLAIM_REFUSED && this != UPHELD;
  }
}
