package org.jieshi.registration.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.registration.gates.Rule.NOTICE_POSSIBLE;
import static org.jieshi.registration.gates.Rule.NOTICE_RUN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.NoticeFacts;
import org.jieshi.shared.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** W1, before the publication and after it. */
class NoticeGatesTest {

  private final FactsInHand hand = new FactsInHand();

  @Test
  void aCompleteInvestigationMayBePublished() {
    assertThat(hand.unmet(NOTICE_POSSIBLE)).isEmpty();
  }

  @Test
  void withoutAnInvestigationNothingIsPublished() {
    hand.investigation = null;

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly("W1 There is no investigation record.");
  }

  @Test
  void anInvestigationOfAnEarlierBoundaryIsNotEnough() {
    hand.parcel = FactsInHand.parcel(2, "hash-2", 0.05);

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly(
        "W1 The investigation is of version 1 of the boundary; version 2 is in force: record a new survey.");
  }

  @ParameterizedTest
  @EnumSource(value = Pointing.class, names = {"BOTH_SIGNED", "SERVED", "FINAL"}, mode = EnumSource.Mode.EXCLUDE)
  void aBoundaryThatANeighbourHasNotSettledIsNotPublished(Pointing pointing) {
    hand.investigation = FactsInHand.investigation(1, "hash-1", pointing);

    assertThat(hand.unmet(NOTICE_POSSIBLE))
        .containsExactly("W1 The boundary with 大岭村 is not settled: its pointing is " + pointing + ".");
  }

  @Test
  void aBoundaryThatWasServedWaitsForTheLastDayToObject() {
    hand.investigation = FactsInHand.investigation(1, "hash-1", Pointing.SERVED);
    hand.today = FactsInHand.PUBLISHED.plusDays(15);

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly("W1 The boundary with 大岭村 was served on 2012-03-05: it can "
        + "be objected to until 2012-03-20 inclusive.");

    hand.today = FactsInHand.PUBLISHED.plusDays(16);
    assertThat(hand.unmet(NOTICE_POSSIBLE)).isEmpty();
  }

  @Test
  void aBoundaryThatStandsAfterServiceIsPublished() {
    hand.investigation = FactsInHand.investigation(1, "hash-1", Pointing.FINAL);

    assertThat(hand.unmet(NOTICE_POSSIBLE)).isEmpty();
  }

  @Test
  void somebodyMustHavePointedOutTheBoundary() {
    Investigation found = hand.investigation;
    hand.investigation = new Investigation(1, "hash-1", found.boundaryBasis(), found.basisDocument(),
        found.surveyedOn(), List.of(), null, "surveyor", found.recordedAt());

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly("W1 No neighbour has pointed out the boundary.");
  }

  @Test
  void aSurveyOfUnknownAccuracyIsNotPublished() {
    hand.parcel = FactsInHand.parcel(1, "hash-1", null);

    assertThat(hand.unmet(NOTICE_POSSIBLE))
        .containsExactly("W1 The accuracy of the survey of parcel 450721001002GN00001 is not known.");
  }

  @Test
  void everyFactThatTheTextWouldLackIsNamed() {
    hand.title = TitleFacts.NONE;

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly(
        "W1 The holder is not known: the surveyor must state it.",
        "W1 The location is not known: the surveyor must state it.",
        "W1 The actual land use is not known: the surveyor must state it.",
        "W1 The kind of right is not known: the surveyor must state it.",
        "W1 The nature of the right is not known: the surveyor must state it.");
  }

  @Test
  void withoutASettingNobodyGuessesThePeriod() {
    hand.noticeDays = null;

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly(
        "W1 No setting tells how long a notice for this kind of right runs.");
    assertThat(hand.unmet(NOTICE_RUN)).containsExactly(
        "W1 No setting tells how long a notice for this kind of right runs.");
  }

  @Test
  void withoutACalendarTheClockStandsStill() {
    hand.calendar = new WorkingDays(Set.of(2011), Map.of());

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly(
        "W1 The working-day calendar of 2012 is missing; an administrator must enter it.");
    assertThat(hand.unmet(NOTICE_RUN)).containsExactly(
        "W1 The working-day calendar of 2012 is missing; an administrator must enter it.");
  }

  @Test
  void aRetiredParcelIsNeitherPublishedNorGoesOn() {
    ParcelNow parcel = hand.parcel;
    hand.parcel = new ParcelNow(1, parcel.code(), 1, "hash-1", new BigDecimal("10000.00"), 0.05, false);

    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly("W1 The parcel is no longer on the register.");
    assertThat(hand.unmet(NOTICE_RUN)).containsExactly("W1 The parcel is no longer on the register.");
  }

  @Test
  void theDayAfterTheDeadlineTheNoticeHasRun() {
    assertThat(hand.unmet(NOTICE_RUN)).isEmpty();
  }

  @Test
  void theLastDayStillBelongsToTheObjectors() {
    hand.today = FactsInHand.DEADLINE;

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly("W1 Notice 示2012-0001 runs until 2012-03-26 inclusive.");
  }

  @Test
  void aHolidayEnteredLaterLengthensTheNotice() {
    hand.calendar = new WorkingDays(Set.of(2012), Map.of(LocalDate.of(2012, 3, 12), false));

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly("W1 Notice 示2012-0001 runs until 2012-03-27 inclusive.");
  }

  @Test
  void aMakeUpDayEnteredLaterShortensNothing() {
    hand.calendar = new WorkingDays(Set.of(2012), Map.of(LocalDate.of(2012, 3, 10), true));
    hand.today = FactsInHand.DEADLINE;

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly("W1 Notice 示2012-0001 runs until 2012-03-26 inclusive.");
  }

  @Test
  void aNoticeShorterThanTheSettingAsksForIsNotEnough() {
    hand.noticeDays = 30;

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly("W1 Notice 示2012-0001 runs until 2012-04-16 inclusive.");
  }

  @Test
  void withoutANoticeNothingGoesOn() {
    hand.notice = null;

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly("W1 There is no public notice in force.");
  }

  @Test
  void aNoticeThatWasReplacedDoesNotCount() {
    Notice n = hand.notice;
    hand.notice = new Notice(n.id(), n.number(), n.applicationId(), n.unitId(), n.parcel(), n.parcelVersion(),
        n.boundaryHash(), n.holder(), n.text(), n.factsHash(), n.place(), n.workingDays(), n.publishedOn(),
        n.deadline(), n.publishedBy(), n.publishedAt(), Instant.parse("2012-03-06T00:00:00Z"), "RESURVEYED");

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly("W1 There is no public notice in force.");
  }

  @Test
  void aBoundaryChangedSincePublicationRestartsTheClock() {
    hand.parcel = FactsInHand.parcel(2, "hash-2", 0.05);

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly(
        "W1 Notice 示2012-0001 shows version 1 of the boundary; version 2 is in force: survey and publish again.");
  }

  @Test
  void evenTheSameVersionWithAnotherBoundaryIsRefused() {
    hand.parcel = FactsInHand.parcel(1, "hash-altered", 0.05);

    assertThat(hand.unmet(NOTICE_RUN)).hasSize(1);
  }

  @Test
  void aTextChangedSincePublicationRestartsTheClock() {
    TitleFacts t = hand.title;
    hand.title = new TitleFacts(t.holder(), t.rightKind(), t.rightNature(), t.location(), t.approvedUse(),
        new LandUse("GB/T 21010-2007", "031"), t.termUntil());

    assertThat(hand.unmet(NOTICE_RUN)).containsExactly(
        "W1 Holder, place, area, use or right differ from notice 示2012-0001: publish again.");
  }

  @Test
  void severalNamesNeedAStatementOfHowTheyHold() {
    TitleFacts t = hand.title;
    hand.title = new TitleFacts("华山农场、大岭村", t.rightKind(), t.rightNature(), t.location(), t.approvedUse(),
        t.actualUse(), t.termUntil());
    assertThat(hand.unmet(NOTICE_POSSIBLE)).containsExactly("W1 华山农场、大岭村 are several holders: state each of them in "
        + "the investigation form, with shares or jointly.");

    hand.investigation = heldBy(holder("华山农场", 1, 2), holder("大岭村", 1, 2));
    assertThat(hand.unmet(NOTICE_POSSIBLE)).isEmpty();

    hand.investigation = heldBy(new Holder("华山农场、大岭村", Holder.Type.OTHER, null, null, null, null, null, null));
    assertThat(hand.unmet(NOTICE_POSSIBLE)).as("one whose name it is").isEmpty();
  }

  @Test
  void otherSharesThanThePublishedOnesRestartTheClock() {
    hand.investigation = heldBy(holder("华山农场", 1, 2), holder("大岭村", 1, 2));
    String published = NoticeFacts.of(hand.title, hand.facts().holding(), hand.parcel).hash();
    Notice n = hand.notice;
    hand.notice = new Notice(n.id(), n.number(), n.applicationId(), n.unitId(), n.parcel(), n.parcelVersion(),
        n.boundaryHash(), n.holder(), n.text(), published, n.place(), n.workingDays(), n.publishedOn(), n.deadline(),
        n.publishedBy(), n.publishedAt(), null, null);
    assertThat(hand.unmet(NOTICE_RUN)).isEmpty();

    hand.investigation = heldBy(holder("华山农场", 2, 3), holder("大岭村", 1, 3));
    assertThat(hand.unmet(NOTICE_RUN)).containsExactly(
        "W1 Holder, place, area, use or right differ from notice 示2012-0001: publish again.");
  }

  private static Holder holder(String name, long share, long of) {
    return new Holder(name, Holder.Type.OTHER, null, null, null, null, share, of);
  }

  private Investigation heldBy(Holder... holders) {
    Investigation found = FactsInHand.investigation(1, "hash-1", Pointing.BOTH_SIGNED);
    return new Investigation(1, "hash-1", found.boundaryBasis(), found.basisDocument(), found.surveyedOn(),
        found.neighbours(), null, "surveyor", found.recordedAt(), new InvestigationForm(List.of(holders), null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null), null);
  }
}
