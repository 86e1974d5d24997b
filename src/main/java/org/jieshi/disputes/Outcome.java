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

  /** Whether the parties can agree on it; the others take an authority. */
  boolean byAgreement() {
    return this == CLAIM_WITHDRAWN || this == CLAIM_AMENDED || this == PARCEL_AMENDED;
  }
}
