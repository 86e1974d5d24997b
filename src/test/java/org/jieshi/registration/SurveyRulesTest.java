package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieshi.registration.FilesInHand.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.parcels.Land;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.BoundaryTableCheck;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a survey must state, and what follows from it (domain sheet §0 and §5). */
class SurveyRulesTest {

  private static final LocalDate MONDAY = LocalDate.of(2012, 3, 5);
  private static final WorkingDays CALENDAR = new WorkingDays(Set.of(2012), Map.of());
  private static final Application APPLICATION = application(ApplicationState.SURVEYED);
  private static final List<BoundaryPoint> POINTS = BoundaryPoints.of(Land.rectangle(0, 0, 100, 50));

  // what is surveyed, and by whom

  @Test
  void onlyLandThatIsOnTheRegisterIsSurveyed() {
    ParcelNow parcel = parcel(true);

    assertThat(SurveyRules.inForce(parcel, APPLICATION)).isSameAs(parcel);
    for (ParcelNow gone : new ParcelNow[] {parcel(false), null}) {
      assertRefused(() -> SurveyRules.inForce(gone, APPLICATION), ProblemCode.CONFLICTING_STATE, null,
          "Parcel 450721001002GN00001 is no longer on the register: withdraw the application.");
    }
  }

  @Test
  void pointingAndFormNeedTheRecordOfASurvey() {
    Investigation found = found();

    assertThat(SurveyRules.onRecord(found, APPLICATION)).isSameAs(found);
    assertRefused(() -> SurveyRules.onRecord(null, APPLICATION), ProblemCode.CONFLICTING_STATE, null,
        "Application A2012-0001 has no investigation yet: record the survey first.");
  }

  @Test
  void nobodyWritesIntoTheRecordOfAnother() {
    assertThatCode(() -> SurveyRules.requireSurveyor(found(), "li", APPLICATION)).doesNotThrowAnyException();
    assertRefused(() -> SurveyRules.requireSurveyor(found(), "wang", APPLICATION), ProblemCode.FORBIDDEN, null,
        "The record is that of li, who answers for it: record a survey of your own.");
  }

  // on what the boundary rests

  @ParameterizedTest
  @EnumSource(BoundaryBasis.class)
  void aDocumentMustBeNamedUnlessTheBoundaryRestsOnHistoryAndPresentUse(BoundaryBasis basis) {
    assertThatCode(() -> SurveyRules.requireDocument(basis, "灵林证字第1号")).doesNotThrowAnyException();
    for (String none : new String[] {null, "", " "}) {
      if (basis == BoundaryBasis.HISTORY_AND_PRESENT_USE) {
        assertThatCode(() -> SurveyRules.requireDocument(basis, none)).doesNotThrowAnyException();
      } else {
        assertRefused(() -> SurveyRules.requireDocument(basis, none), ProblemCode.INVALID_FIELD, "basisDocument",
            "A boundary that rests on %s needs the document's number.".formatted(basis));
      }
    }
  }

  @Test
  void aLandUseIsAClassOfItsStandardOrNotStated() {
    LandUse orchard = new LandUse("GB/T 21010-2007", "021");
    LandUse newer = new LandUse("GB/T 21010-2007", "0201");

    assertThatCode(() -> SurveyRules.requireClass(orchard, orchard::equals, "title.actualUse")).doesNotThrowAnyException();
    assertThatCode(() -> SurveyRules.requireClass(null, orchard::equals, "title.actualUse")).doesNotThrowAnyException();
    assertRefused(() -> SurveyRules.requireClass(newer, orchard::equals, "title.actualUse"), ProblemCode.INVALID_FIELD,
        "title.actualUse", "title.actualUse: GB/T 21010-2007 has no class 0201.");
  }

  // neighbours

  @Test
  void aLineOfWhichOnlyTheDayIsStatedWasServedOnThatDay() {
    Neighbour stated = new Neighbour("大岭村", "N", Pointing.SERVED, MONDAY, "邮寄", "黄某", "李四", null, "挂号信", "界线", "原由", "文件");

    assertThat(SurveyRules.neighbours(List.of(stated))).containsExactly(new Neighbour("大岭村", "N", Pointing.SERVED,
        MONDAY, "邮寄", "黄某", "李四", MONDAY, "挂号信", "界线", "原由", "文件"));
  }

  @Test
  void aDayOfServiceThatIsStatedStays() {
    Neighbour stated = served(MONDAY.plusDays(3), MONDAY);

    assertThat(SurveyRules.neighbours(List.of(stated))).containsExactly(stated);
  }

  @Test
  void aLineStandsOnTwoSignaturesOnAServiceOrOnADocument() {
    Neighbour signed = new Neighbour("大岭村", "N", Pointing.BOTH_SIGNED, MONDAY, null);
    Neighbour decided = pointed(Pointing.FINAL, null, "灵政决[2012]3号");
    Neighbour runOut = pointed(Pointing.FINAL, MONDAY, null);

    assertThat(SurveyRules.neighbours(List.of(signed, decided, runOut))).containsExactly(signed, decided, runOut);
    for (Neighbour groundless : List.of(pointed(Pointing.FINAL, null, null), pointed(Pointing.FINAL, null, " "),
        pointed(Pointing.OBJECTED, null, null), served(null, null))) {
      assertRefused(() -> SurveyRules.neighbours(List.of(signed, groundless)), ProblemCode.INVALID_FIELD,
          "neighbours[1].pointing", "neighbours[1].pointing: a line that stands without both signatures needs the day its "
              + "notice was served, or the document that decided it.");
    }
  }

  @Test
  void neighboursAreCountedFromZero() {
    Investigation found = found(new Neighbour("大岭村", "N", Pointing.DRAFTED, null, null),
        new Neighbour("平山村", "E", Pointing.DRAFTED, null, null));

    assertThat(SurveyRules.neighbour(found, 0).name()).isEqualTo("大岭村");
    assertThat(SurveyRules.neighbour(found, 1).name()).isEqualTo("平山村");
    assertRefused(() -> SurveyRules.neighbour(found, 2), ProblemCode.INVALID_FIELD, "neighbour",
        "neighbour: the record has 2 neighbours, counted from 0.");
  }

  @Test
  void aServiceIsRecordedWithTheLastDayToObject() {
    assertThat(SurveyRules.pointed(served(MONDAY, MONDAY), CALENDAR)).isEqualTo(Map.of("neighbour", "大岭村", "pointing",
        "SERVED", "on", "2012-03-05", "deadline", "2012-03-20"));
    assertThat(SurveyRules.pointed(new Neighbour("大岭村", "N", Pointing.NOTICED, MONDAY, null), CALENDAR))
        .isEqualTo(Map.of("neighbour", "大岭村", "pointing", "NOTICED", "on", "2012-03-05"));
    assertThat(SurveyRules.pointed(new Neighbour("大岭村", "N", Pointing.NOTICED, null, null), CALENDAR))
        .isEqualTo(Map.of("neighbour", "大岭村", "pointing", "NOTICED", "on", ""));
  }

  // form and table

  @Test
  void sharesThatDoNotSumToOneAreRefused() {
    assertThatCode(() -> SurveyRules.requireSound(null)).doesNotThrowAnyException();
    assertThatCode(() -> SurveyRules.requireSound(form(null, holder("甲", 1L, 3L), holder("乙", 2L, 3L))))
        .doesNotThrowAnyException();
    assertRefused(() -> SurveyRules.requireSound(form(null, holder("甲", 1L, 3L), holder("乙", 1L, 3L))),
        ProblemCode.INVALID_FIELD, "form.holders", "holders: the shares sum to 2/3, not to 1.");
  }

  @Test
  void aTableHasTheNumbersOfTheWayItsPointsWereFound() {
    List<BoundaryRow> analytic = BoundaryTableCheck.blank(POINTS, InvestigationForm.Method.ANALYTIC);

    assertThatCode(() -> SurveyRules.requireTableOf(POINTS, analytic, null, 0.05)).doesNotThrowAnyException();
    assertThatCode(() -> SurveyRules.requireTableOf(POINTS, analytic, form(InvestigationForm.Method.ANALYTIC), 1.5))
        .as("the form says so").doesNotThrowAnyException();
    assertRefused(() -> SurveyRules.requireTableOf(POINTS, analytic, null, 1.5), ProblemCode.INVALID_FIELD,
        "boundaryTable", "Row 1 is point J1 and should be T1: numbers go clockwise from the north-west.");
    assertRefused(() -> SurveyRules.requireTableOf(POINTS, analytic.subList(0, 3), null, 0.05),
        ProblemCode.INVALID_FIELD, "boundaryTable",
        "The boundary has 4 points, the table 3 rows: one row for every point, closing on J1.");
  }

  @Test
  void whoeverIsNamedWithSharesIsWhoIsRegistered() {
    TitleFacts stated = new TitleFacts("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇",
        new LandUse("GB/T 21010-2007", "031"), new LandUse("GB/T 21010-2007", "021"), MONDAY);

    assertThat(SurveyRules.withHolders(stated, form(null, holder(" 甲 ", 1L, 3L), holder("乙", 2L, 3L))))
        .isEqualTo(new TitleFacts("甲、乙", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇",
            new LandUse("GB/T 21010-2007", "031"), new LandUse("GB/T 21010-2007", "021"), MONDAY));
    assertThat(SurveyRules.withHolders(stated, form(null))).as("nobody is named").isEqualTo(stated);
    assertThat(SurveyRules.withHolders(stated, null)).isEqualTo(stated);
  }

  // days

  @Test
  void nobodyRecordsWhatHasNotHappenedYet() {
    assertThatCode(() -> StatedDay.requireNotLater(MONDAY, MONDAY, "surveyedOn")).doesNotThrowAnyException();
    assertThatCode(() -> StatedDay.requireNotLater(MONDAY.minusDays(1), MONDAY, "surveyedOn")).doesNotThrowAnyException();
    assertRefused(() -> StatedDay.requireNotLater(MONDAY.plusDays(1), MONDAY, "surveyedOn"), ProblemCode.INVALID_FIELD,
        "surveyedOn", "surveyedOn: 2012-03-06 is in the future.");
  }

  private static Neighbour served(@Nullable LocalDate servedOn, @Nullable LocalDate on) {
    return new Neighbour("大岭村", "N", Pointing.SERVED, on, null, null, null, servedOn, null, null, null, null);
  }

  private static Neighbour pointed(Pointing pointing, @Nullable LocalDate servedOn, @Nullable String decidedBy) {
    return new Neighbour("大岭村", "N", pointing, MONDAY, null, null, null, servedOn, null, null, null, decidedBy);
  }

  private static ParcelNow parcel(boolean inForce) {
    return new ParcelNow(1, FilesInHand.PARCEL, 1, "hash", new BigDecimal("5000.00"), 0.05, inForce);
  }

  private static Investigation found(Neighbour... neighbours) {
    return new Investigation(1, "hash", BoundaryBasis.HISTORY_AND_PRESENT_USE, null, MONDAY, List.of(neighbours), null,
        "li", Instant.EPOCH);
  }

  private static Holder holder(String name, Long share, Long shareOf) {
    return new Holder(name, Holder.Type.PERSON, null, null, null, null, share, shareOf);
  }

  private static InvestigationForm form(InvestigationForm.@Nullable Method method, Holder... holders) {
    return new InvestigationForm(List.of(holders), null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, method, null);
  }

  private static void assertRefused(ThrowingCallable attempt, ProblemCode code, @Nullable String field, String why) {
    assertThatThrownBy(attempt).isInstanceOfSatisfying(ProblemException.class, refusal -> {
      assertThat(refusal.problem().code()).isEqualTo(code);
      assertThat(refusal.problem().field()).isEqualTo(field);
      assertThat(refusal.problem().detail().en()).isEqualTo(why);
    });
  }
}
