package org.jieshi.conflicts;

import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;

/** What a conflict is in law, as far as the documents of both sides say (domain.md §6); triage of a case confirms it. */
public enum Track {

  TRESPASS("The parcel is certified and the other side occupies without a document: trespass.",
      "宗地已发证，对方无权属凭证而占用：属侵权。"),
  OWNERSHIP("No certificate decides between the two sides: ownership dispute.", "双方之间无证书可依：属权属争议。"),
  DOUBLE_CERTIFICATE("Both sides rest on a certificate: one land with two certificates.", "双方均有证书：一地两证。"),
  SURVEY_FAULT("Both parcels have the same holder: one of the surveys is at fault.", "两宗地权利人相同：属测量问题。");

  private final Bilingual reason;

  Track(String en, String zh) {
    this.reason = new Bilingual(en, zh);
  }

  Bilingual reason() {
    return reason;
  }

  /** @param left a parcel */
  static Track of(Side left, Side right) {
    return switch (right.kind()) {
      case EVIDENCE -> DOUBLE_CERTIFICATE;
      case CLAIM -> left.certified() && restsOnOccupation(right) ? TRESPASS : OWNERSHIP;
      case PARCEL -> ofTwoParcels(left, right);
    };
  }

  private static Track ofTwoParcels(Side left, Side right) {
    if (left.certified() && right.certified()) {
      return DOUBLE_CERTIFICATE;
    }
    String holder = left.facts().party();
    return holder != null && holder.equals(right.facts().party()) ? SURVEY_FAULT : OWNERSHIP;
  }

  private static boolean restsOnOccupation(Side claim) {
    String document = claim.facts().document();
    return UnitFacts.OCCUPATION.equals(claim.facts().basis()) || document == null || document.isBlank();
  }

  /** Whether a unit of this kind is compared with a parcel at all. */
  static boolean compares(UnitKind kind, UnitFacts facts) {
    return kind != UnitKind.EVIDENCE || UnitFacts.FOREST_CERTIFICATE.equals(facts.basis());
  }
}
