package org.jieshi.registration.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.registration.gates.FactsInHand.objection;
import static org.jieshi.registration.gates.Rule.FEES_AND_DOCUMENTS;
import static org.jieshi.registration.gates.Rule.FORESTRY;
import static org.jieshi.registration.gates.Rule.FOUR_EYES;
import static org.jieshi.registration.gates.Rule.MEETING;
import static org.jieshi.registration.gates.Rule.NO_LIVE_CERTIFICATE;
import static org.jieshi.registration.gates.Rule.UNDISPUTED;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jieshi.fees.FeeStanding;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.registration.gates.Facts.Forestry;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.gates.Officers.Office;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.registration.notice.Objection.Status;
import org.jieshi.shared.Bilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** W2 to W7: each passed, each refused, each fact missing. */
class GatesTest {

  private static final Bilingual OVERLAP = new Bilingual("Claim 大岭-1 overlaps by 12.00 m².", "与权属主张 大岭-1 重叠 12.00 平方米。");

  private final FactsInHand hand = new FactsInHand();

  @ParameterizedTest
  @EnumSource(value = Rule.class)
  void whatIsCompletePassesEveryGate(Rule rule) {
    assertThat(hand.unmet(rule)).isEmpty();
  }

  // W2

  @Test
  void anOpenOverlapIsInTheWay() {
    hand.contention = new Contention(List.of(OVERLAP), List.of(), false);

    assertThat(hand.unmet(UNDISPUTED)).containsExactly("W2 Claim 大岭-1 overlaps by 12.00 m².");
  }

  @Test
  void anOpenCaseIsInTheWay() {
    hand.contention = new Contention(List.of(), List.of(new Bilingual("Case 调2012-0001 is open.", "案件未结。")), true);

    assertThat(hand.unmet(UNDISPUTED)).containsExactly("W2 Case 调2012-0001 is open.");
  }

  @Test
  void whatCannotBeToldIsInTheWay() {
    hand.contention = Contention.UNKNOWN;

    assertThat(hand.unmet(UNDISPUTED)).containsExactly("W2 Whether others' land overlaps is not known.",
        "W2 Whether a dispute is open is not known.");
  }

  @Test
  void overlapsOfASurveyOfUnknownAccuracyCannotBeTold() {
    hand.parcel = FactsInHand.parcel(1, "hash-1", null);

    assertThat(hand.unmet(UNDISPUTED)).containsExactly("W2 The accuracy of the survey of parcel 450721001002GN00001 is "
        + "not known, so overlaps cannot be told from survey error.");
  }

  @Test
  void aParcelThatIsGoneIsInTheWay() {
    hand.parcel = null;

    assertThat(hand.unmet(UNDISPUTED)).containsExactly("W2 The parcel is no longer on the register.");
  }

  @Test
  void anObjectionWithoutAnswerIsInTheWay() {
    hand.objections = List.of(objection(Status.OPEN, null));

    assertThat(hand.unmet(UNDISPUTED)).containsExactly("W2 Objection 异2012-0001 has not been answered.");
  }

  @Test
  void aRejectedObjectionIsNoLongerInTheWay() {
    hand.objections = List.of(objection(Status.REJECTED, null));

    assertThat(hand.unmet(UNDISPUTED)).isEmpty();
  }

  @Test
  void anUpheldObjectionNeedsItsCase() {
    hand.objections = List.of(objection(Status.UPHELD, null));
    assertThat(hand.unmet(UNDISPUTED)).containsExactly(
        "W2 Objection 异2012-0001 was upheld: open a dispute case for it and name the case.");

    hand.objections = List.of(objection(Status.UPHELD, "调2012-0001"));
    assertThat(hand.unmet(UNDISPUTED)).isEmpty();
  }

  @Test
  void aNeighbourWhoObjectedToTheServedBoundaryIsInTheWay() {
    hand.investigation = FactsInHand.investigation(1, "hash-1", Pointing.OBJECTED);

    assertThat(hand.unmet(UNDISPUTED)).containsExactly(
        "W2 大岭村 objected to the boundary that was served: let it be decided first.");
  }

  // W3

  @Test
  void forestLandNeedsTheForestryDepartment() {
    hand.forestry = new Forestry(true, List.of(), true, Reply.NOT_ASKED, null);

    assertThat(hand.unmet(FORESTRY)).containsExactly(
        "W3 The use is forest land, and no reply of the forestry department is recorded.");
  }

  @Test
  void anOverlappingForestCertificateNeedsTheForestryDepartment() {
    hand.forestry = new Forestry(true, List.of(new Bilingual("Forest certificate 林-7 overlaps by 3.00 m².", "林权证重叠。")),
        false, Reply.NOT_ANSWERED, null);

    assertThat(hand.unmet(FORESTRY)).containsExactly(
        "W3 Forest certificate 林-7 overlaps by 3.00 m². The forestry department has not answered.");
  }

  @Test
  void aForestryLayerThatWasNeverLoadedIsNotAnEmptyOne() {
    hand.forestry = new Forestry(false, List.of(), false, Reply.NOT_ASKED, null);

    assertThat(hand.unmet(FORESTRY)).containsExactly("W3 The forest-right certificates of others were never loaded, and "
        + "no reply of the forestry department is recorded.");
  }

  @Test
  void overlapsAndUseThatCannotBeToldNeedTheForestryDepartment() {
    hand.forestry = new Forestry(true, null, null, Reply.NOT_ASKED, null);

    assertThat(hand.unmet(FORESTRY)).containsExactly(
        "W3 Whether forest-right certificates overlap is not known, and no reply of the forestry department is recorded.",
        "W3 Whether the use is forest is not known, and no reply of the forestry department is recorded.");
  }

  @Test
  void theConsentOfTheForestryDepartmentPassesWhateverItWasAskedFor() {
    hand.forestry = new Forestry(false, null, true, Reply.AGREED, null);

    assertThat(hand.unmet(FORESTRY)).isEmpty();
  }

  @Test
  void itsObjectionDoesNotPass() {
    hand.forestry = new Forestry(true, List.of(), true, Reply.OBJECTED, null);

    assertThat(hand.unmet(FORESTRY)).containsExactly(
        "W3 The use is forest land, and the forestry department did not agree.",
        "W3 The forestry department has objected: negotiate and ask again.");
  }

  @Test
  void consentToAnotherLandUseIsNotConsentToThisOne() {
    hand.forestry = new Forestry(true, List.of(), true, Reply.AGREED, new LandUse("GB/T 21010-2007", "031"));
    assertThat(hand.unmet(FORESTRY)).containsExactly("W3 The forestry department agreed to land use 031 "
        + "(GB/T 21010-2007), which is not the one applied for: survey again with it.");

    hand.forestry = new Forestry(true, List.of(), true, Reply.AGREED, FactsInHand.ORCHARD);
    assertThat(hand.unmet(FORESTRY)).isEmpty();
  }

  @Test
  void aUseThatIsNotTheApprovedOneWaitsForADecision() {
    LandUse forest = new LandUse("GB/T 21010-2007", "031");
    hand.title = new TitleFacts("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇", forest,
        FactsInHand.ORCHARD, null);
    hand.forestry = new Forestry(true, List.of(), true, Reply.AGREED, null);
    String undecided = "W3 The approved use 031 (GB/T 21010-2007) and the actual use 021 (GB/T 21010-2007) differ, and no "
        + "decision tells which one is registered.";
    assertThat(hand.unmet(FORESTRY)).containsExactly(undecided);

    hand.useDecision = decision(forest, UseDecision.Registered.ACTUAL);
    assertThat(hand.unmet(FORESTRY)).isEmpty();

    hand.useDecision = decision(forest, UseDecision.Registered.APPROVED);
    assertThat(hand.unmet(FORESTRY)).containsExactly("W3 By 灵林函〔2012〕5号 the approved use 031 (GB/T 21010-2007) is "
        + "registered: record a survey that states it as the use of the land.");

    hand.useDecision = decision(new LandUse("GB/T 21010-2007", "032"), UseDecision.Registered.ACTUAL);
    assertThat(hand.unmet(FORESTRY)).as("it was about another use").containsExactly(undecided);
  }

  private static UseDecision decision(LandUse approved, UseDecision.Registered registered) {
    return new UseDecision(approved, FactsInHand.ORCHARD, registered, "协商一致", "灵林函〔2012〕5号", "approver",
        Instant.parse("2012-03-20T01:00:00Z"));
  }

  // W4

  @Test
  void whoSurveyedCannotReview() {
    hand.officers = new Officers("li", null, null, "li", Office.REVIEWER);

    assertThat(hand.unmet(FOUR_EYES)).containsExactly(
        "W4 li acted as surveyor and cannot act as reviewer too: another person must.");
  }

  @Test
  void whoReviewedCannotApprove() {
    hand.officers = new Officers("li", "wang", null, "wang", Office.APPROVER);

    assertThat(hand.unmet(FOUR_EYES)).containsExactly(
        "W4 wang acted as reviewer and cannot act as approver too: another person must.");
  }

  @Test
  void whoSurveyedCannotApprove() {
    hand.officers = new Officers("li", "wang", null, "li", Office.APPROVER);

    assertThat(hand.unmet(FOUR_EYES)).containsExactly(
        "W4 li acted as surveyor and cannot act as approver too: another person must.");
  }

  @Test
  void whoApprovedCannotConsultAsReviewer() {
    hand.officers = new Officers("li", "wang", "zhang", "zhang", Office.REVIEWER);

    assertThat(hand.unmet(FOUR_EYES)).containsExactly(
        "W4 zhang acted as approver and cannot act as reviewer too: another person must.");
  }

  @Test
  void theOfficesBeforeMustBeOnRecord() {
    hand.officers = new Officers(null, null, null, "zhang", Office.APPROVER);

    assertThat(hand.unmet(FOUR_EYES)).containsExactly("W4 No surveyor is on record.", "W4 No reviewer is on record.");
  }

  @Test
  void threePersonsPassEvenIfAFourthActsInTheirOffice() {
    hand.officers = new Officers("li", "wang", "zhang", "zhao", Office.APPROVER);

    assertThat(hand.unmet(FOUR_EYES)).isEmpty();
  }

  @Test
  void aRecordOfOnePersonInTwoOfficesIsRefusedWhoeverActs() {
    hand.officers = new Officers("li", "li", "zhang", "zhang", Office.APPROVER);

    assertThat(hand.unmet(FOUR_EYES)).containsExactly("W4 li stands on record as both surveyor and reviewer.");
  }

  // W5

  @Test
  void whatWasEverDisputedIsForTheMeeting() {
    hand.contention = new Contention(List.of(), List.of(), true);
    assertThat(hand.unmet(MEETING)).containsExactly(
        "W5 The parcel was disputed: the bureau meeting decides, with minutes.");

    hand.minutes = true;
    assertThat(hand.unmet(MEETING)).isEmpty();
  }

  @Test
  void whatWasEverObjectedToIsForTheMeetingEvenAfterTheAnswer() {
    hand.objections = List.of(objection(Status.REJECTED, null));

    assertThat(hand.unmet(MEETING)).containsExactly(
        "W5 Objection 异2012-0001 was lodged: the bureau meeting decides, with minutes.");
  }

  @Test
  void aPastThatIsNotKnownIsForTheMeeting() {
    hand.contention = new Contention(List.of(), List.of(), null);

    assertThat(hand.unmet(MEETING)).containsExactly("W5 Whether the parcel was ever disputed is not known.");
  }

  // W6

  @Test
  void anOpenFeeIsInTheWay() {
    hand.fees = new FeeStanding(null, List.of(), null, new Bilingual("The fee is not settled.", "费用未结清。"));

    assertThat(hand.unmet(FEES_AND_DOCUMENTS)).containsExactly("W6 The fee is not settled.");
  }

  @Test
  void aFeeThatCannotBeAssessedIsInTheWay() {
    hand.fees = null;

    assertThat(hand.unmet(FEES_AND_DOCUMENTS)).containsExactly(
        "W6 The fee cannot be assessed: the class of the land use is not known.");
  }

  @Test
  void aRequiredDocumentNeedsItsFile() {
    hand.present = EnumSet.of(DocumentKind.OTHER);

    assertThat(hand.unmet(FEES_AND_DOCUMENTS)).containsExactly("W6 The document application form has no file.");
  }

  @Test
  void withoutAListOfRequiredDocumentsNothingIsComplete() {
    hand.required = null;
    hand.present = Set.of(DocumentKind.values());

    assertThat(hand.unmet(FEES_AND_DOCUMENTS)).containsExactly(
        "W6 No setting lists the documents required for this kind of right.");
  }

  // W7

  @Test
  void aLiveCertificateOverTheLandIsInTheWay() {
    hand.liveCertificates = List.of(new Bilingual("Live certificate 灵国用(2012)第0001号 covers the land.", "重叠。"));

    assertThat(hand.unmet(NO_LIVE_CERTIFICATE)).containsExactly(
        "W7 Live certificate 灵国用(2012)第0001号 covers the land.");
  }

  @Test
  void aRegisterThatCannotBeAskedIsInTheWay() {
    hand.liveCertificates = null;

    assertThat(hand.unmet(NO_LIVE_CERTIFICATE)).containsExactly(
        "W7 The register of certificates cannot be asked, so nothing is registered.");
  }
}
