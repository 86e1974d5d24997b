package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a conflict is in law at the edges of the documents, and every word of the reason given. */
class TrackTest {

  private static final OverlapRule RULE = OverlapRule.DELIVERED;
  private static final Standing OPEN = standing(UnitKind.PARCEL, "P", null, null, null, false);
  private static final Standing CERTIFIED = standing(UnitKind.PARCEL, "P", null, null, null, true);

  @Test
  void whoOnlyOccupiesHasNoDocumentWhateverIsWrittenThere() {
    assertThat(Track.of(CERTIFIED, claim(UnitFacts.OCCUPATION, "林证字第1号"))).isEqualTo(Track.TRESPASS);
    assertThat(Track.of(CERTIFIED, claim(UnitFacts.OCCUPATION, "承包合同"))).isEqualTo(Track.TRESPASS);
    assertThat(Track.of(CERTIFIED, claim("DOCUMENT", "  "))).isEqualTo(Track.TRESPASS);
    assertThat(Track.of(CERTIFIED, claim("DOCUMENT", null))).isEqualTo(Track.TRESPASS);
  }

  @Test
  void aTitleThatNamesItsContractIsATitle() {
    assertThat(Track.of(CERTIFIED, claim("DOCUMENT", "林证字第1号（承包合同）"))).isEqualTo(Track.DOUBLE_CERTIFICATE);
    assertThat(Track.of(OPEN, claim("DOCUMENT", "林证字第1号（承包合同）"))).isEqualTo(Track.OWNERSHIP);
  }

  @Test
  void theSameHolderOnBothSidesIsASurveyFaultUnlessBothAreCertified() {
    assertThat(Track.of(parcel("甲", false), parcel(" 甲 ", false))).isEqualTo(Track.SURVEY_FAULT);
    assertThat(Track.of(parcel("甲", false), parcel("甲", true))).isEqualTo(Track.SURVEY_FAULT);
    assertThat(Track.of(parcel("甲", true), parcel("甲", true))).isEqualTo(Track.DOUBLE_CERTIFICATE);
    assertThat(Track.of(parcel("甲", false), parcel("乙", false))).isEqualTo(Track.OWNERSHIP);
    assertThat(Track.of(parcel(null, false), parcel(null, false))).isEqualTo(Track.OWNERSHIP);
    assertThat(Track.of(parcel(" ", false), parcel(" ", false))).isEqualTo(Track.OWNERSHIP);
  }

  @Test
  void onlyEvidenceThatIsAForestCertificateIsCompared() {
    assertThat(Track.compares(UnitKind.PARCEL, UnitFacts.NONE)).isTrue();
    assertThat(Track.compares(UnitKind.CLAIM, UnitFacts.NONE)).isTrue();
    assertThat(Track.compares(UnitKind.EVIDENCE, UnitFacts.NONE)).isFalse();
    assertThat(Track.compares(UnitKind.EVIDENCE, UnitFacts.NONE.withParty(null, UnitFacts.FOREST_CERTIFICATE, null)))
        .isTrue();
  }

  @Test
  void theReasonSaysASecondCertificateOnlyWhereTheParcelHasNone() {
    Standing forest = standing(UnitKind.EVIDENCE, "E", null, UnitFacts.FOREST_CERTIFICATE, null, false);

    assertThat(Track.DOUBLE_CERTIFICATE.reason(OPEN, forest).en()).startsWith("Others hold a forest-right certificate");
    assertThat(Track.DOUBLE_CERTIFICATE.reason(CERTIFIED, forest).en())
        .isEqualTo("Both sides rest on a certificate: one land with two certificates.");
    assertThat(Track.OWNERSHIP.reason(OPEN, claim("DOCUMENT", "x")).zh()).isEqualTo("双方之间无证书可依：属权属争议。");
  }

  @Test
  void theReasonHasOneBlankBetweenItsSentencesAndNoneAtItsEnd() {
    String ownership = "No certificate decides between the two sides: ownership dispute.";
    Standing sketch = new Standing(UnitKind.CLAIM, "K", 4524, null, UnitFacts.NONE, false);

    assertThat(reason(OPEN, claim(null, null))).isEqualTo(ownership);
    assertThat(reason(OPEN, sketch)).isEqualTo(ownership
        + " The accuracy of K is not known: no mismatch is allowed for it, as if it were exact.");
    assertThat(reason(OPEN, new Standing(UnitKind.CLAIM, "K", 4525, 0.05, UnitFacts.NONE, false))).isEqualTo(ownership
        + " K was surveyed in EPSG:4525 and compared in EPSG:4524 of P: exact to the millimetre.");
  }

  @Test
  void betweenTwoDatumsOnlyNoiseIsRaisedToABoundaryQuestion() {
    Standing old = new Standing(UnitKind.CLAIM, "K", 2360, 30.0, UnitFacts.NONE, false);
    Standing unknown = new Standing(UnitKind.CLAIM, "K", 2360, null, UnitFacts.NONE, false);

    assertThat(OverlapJudge.assess(OPEN, old, 1, 0.1, 0.1, RULE).overlapClass()).isEqualTo(OverlapClass.BOUNDARY);
    assertThat(OverlapJudge.assess(OPEN, old, 1000, 0.1, 0.1, RULE).overlapClass())
        .isEqualTo(OverlapClass.ENCROACHMENT);
    assertThat(OverlapJudge.assess(OPEN, old, 1, 1, 1, RULE).overlapClass()).isEqualTo(OverlapClass.DUPLICATE);
    assertThat(OverlapJudge.assess(OPEN, unknown, 1, 0.1, 0.1, RULE).ballpark()).isEqualTo(0.0);
    assertThat(OverlapJudge.assess(OPEN, claim(null, null), 0.1, 0.1, 0.1, RULE).overlapClass())
        .isEqualTo(OverlapClass.NOISE);
  }

  private static String reason(Standing left, Standing right) {
    return OverlapJudge.assess(left, right, 5, 0.1, 0.1, RULE).reason().en();
  }

  private static Standing claim(@Nullable String basis, @Nullable String document) {
    return standing(UnitKind.CLAIM, "K", "某村", basis, document, false);
  }

  private static Standing parcel(@Nullable String holder, boolean certified) {
    return standing(UnitKind.PARCEL, "P", holder, null, null, certified);
  }

  private static Standing standing(UnitKind kind, String code, @Nullable String party, @Nullable String basis,
      @Nullable String document, boolean certified) {
    return new Standing(kind, code, 4524, 0.05, UnitFacts.NONE.withParty(party, basis, document), certified);
  }
}
