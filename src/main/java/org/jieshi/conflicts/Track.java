package org.jieshi.conflicts;

import java.util.regex.Pattern;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** What a conflict is in law, as far as the documents of both sides say (domain.md §6); triage of a case confirms it. */
public enum Track {

  TRESPASS("The parcel is certified and the other side occupies without a document: trespass.",
      "宗地已发证，对方无权属凭证而占用：属侵权。"),
  OWNERSHIP("No certificate decides between the two sides: ownership dispute.", "双方之间无证书可依：属权属争议。"),
  DOUBLE_CERTIFICATE("Both sides rest on a certificate: one land with two certificates.", "双方均有证书：一地两证。"),
  SURVEY_FAULT("Both parcels have the same holder: one of the surveys is at fault.", "两宗地权利人相同：属测量问题。"),
  CONTRACT("The other side relies on a contract: a contract quarrel, which contract arbitration decides (Order 17, "
      + "Art. 14).", "对方以承包（租赁）合同为据：属合同纠纷，由合同仲裁处理（17号令第十四条）。");

  private static final Bilingual CERTIFICATE_OF_OTHERS = new Bilingual(
      "Others hold a forest-right certificate here: a certificate for the parcel would be the second over one land.",
      "该处已有他人林权证：再为宗地发证将形成一地两证。");

  /** Titles by their usual names and number forms (domain.md §7): 国用, 集有, 林证, 所有证, 使用证, 不动产权. */
  private static final Pattern CERTIFICATE = Pattern.compile("权证|林证|所有证|使用证|国用|集有|集用|不动产权");
  /**
   * Evidence and no title (domain.md §6): records of the land reform and of the years before forest rights were certified,
   * counterfoils.
   */
  private static final Pattern OLD_RECORD = Pattern.compile("19[0-7]\\d|土地房产所有证|存根");
  private static final Pattern CONTRACT_DOCUMENT = Pattern.compile("承包|租赁|合同|contract", Pattern.CASE_INSENSITIVE);

  private final Bilingual reason;

  Track(String en, String zh) {
    this.reason = new Bilingual(en, zh);
  }

  Bilingual reason(Standing left, Standing right) {
    return right.kind() == UnitKind.EVIDENCE && !left.certified() ? CERTIFICATE_OF_OTHERS : reason;
  }

  /** @param left a parcel */
  static Track of(Standing left, Standing right) {
    return switch (right.kind()) {
      case EVIDENCE -> DOUBLE_CERTIFICATE;
      case CLAIM -> ofClaim(left, right);
      case PARCEL -> ofTwoParcels(left, right);
    };
  }

  private static Track ofClaim(Standing parcel, Standing claim) {
    String document = claim.facts().document();
    boolean occupation = UnitFacts.OCCUPATION.equals(claim.facts().basis()) || document == null || document.isBlank();
    // a title is a title, even if it names the contract it was given for
    boolean certificate = !occupation && CERTIFICATE.matcher(document).find()
        && !OLD_RECORD.matcher(document).find();
    if (!occupation && !certificate && CONTRACT_DOCUMENT.matcher(document).find()) {
      return CONTRACT;
    }
    if (!parcel.certified()) {
      return OWNERSHIP;
    }
    return occupation ? TRESPASS : certificate ? DOUBLE_CERTIFICATE : OWNERSHIP;
  }

  private static Track ofTwoParcels(Standing left, Standing right) {
    if (left.certified() && right.certified()) {
      return DOUBLE_CERTIFICATE;
    }
    String holder = name(left);
    return holder != null && holder.equals(name(right)) ? SURVEY_FAULT : OWNERSHIP;
  }

  private static @Nullable String name(Standing side) {
    String party = side.facts().party();
    return party == null || party.isBlank() ? null : party.strip();
  }

  /** Whether a unit of this kind is compared with a parcel at all. */
  static boolean compares(UnitKind kind, UnitFacts facts) {
    return kind != UnitKind.EVIDENCE || UnitFacts.FOREST_CERTIFICATE.equals(facts.basis());
  }
}
