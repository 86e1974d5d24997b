package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.registration.FilesInHand.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.parcels.Land;
import org.jieshi.registration.form.FormView;
import org.jieshi.registration.form.SharedPoints.Shared;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.BoundaryTableCheck;
import org.jieshi.registration.investigation.InvestigationForm.Method;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.shared.WorkingDays;
import org.junit.jupiter.api.Test;

/** What the form shows of points, neighbours and the review (domain sheet §5). */
class InvestigationSheetTest {

  private static final String PARCEL = "P-2";
  private static final List<BoundaryPoint> POINTS = BoundaryPoints.of(Land.rectangle(0, 0, 100, 50));
  private static final LocalDate MONDAY = LocalDate.of(2012, 3, 5);
  private static final WorkingDays CALENDAR = new WorkingDays(Set.of(2012), Map.of());
  private static final WorkingDays NO_CALENDAR = new WorkingDays(Set.of(), Map.of());

  // the boundary table

  @Test
  void aTableOfNPointsHasNDistancesAndClosesOnTheFirst() {
    List<FormView.Point> table = table(Method.ANALYTIC, Map.of());

    assertThat(table).extracting(FormView.Point::number).containsExactly("J1", "J2", "J3", "J4");
    assertThat(table).extracting(FormView.Point::next).containsExactly("J2", "J3", "J4", "J1");
    assertThat(table).extracting(point -> point.reckoned().toPlainString())
        .containsExactly("100.000", "50.000", "100.000", "50.000");
    assertThat(table).extracting(point -> point.north() + " " + point.east()).first()
        .isEqualTo("2480050.000 36632000.000");
    assertThat(table).allSatisfy(point -> {
      assertThat(point.part()).isEqualTo(1);
      assertThat(point.ring()).isEqualTo(1);
      assertThat(point.row().number()).isEqualTo(point.number());
    });
  }

  @Test
  void graphicalPointsKeepTheirLetterOnTheWayToTheNext() {
    assertThat(table(Method.GRAPHICAL, Map.of())).extracting(point -> point.number() + "-" + point.next())
        .containsExactly("T1-T2", "T2-T3", "T3-T4", "T4-T1");
  }

  @Test
  void aPhysicalPointIsNamedAlikeByBothNeighbours() {
    Shared earlier = new Shared("P-1", "J7", 0.02);
    Shared later = new Shared("P-3", "J1", 0.01);
    List<FormView.Point> table = table(Method.GRAPHICAL, Map.of("J1", List.of(earlier, later), "J2", List.of(later)));

    assertThat(table).extracting(FormView.Point::physical).as("after the parcel that comes first by its code")
        .containsExactly("P-1/J7", "P-2/T2", "P-2/T3", "P-2/T4");
    assertThat(table).extracting(FormView.Point::sharedWith)
        .containsExactly(List.of(earlier, later), List.of(later), List.of(), List.of());
  }

  // neighbours

  @Test
  void aServedLineShowsItsLastDayAndIsFinalAfterIt() {
    Neighbour served = new Neighbour("大岭村", "N", Pointing.SERVED, MONDAY, null);

    FormView.Side before = side(served, LocalDate.of(2012, 3, 20), CALENDAR);
    assertThat(before.deadline()).as("15 days, the day of the service not counted").isEqualTo("2012-03-20");
    assertThat(before.standing()).isEqualTo(Pointing.SERVED);
    assertThat(side(served, LocalDate.of(2012, 3, 21), CALENDAR).standing()).isEqualTo(Pointing.FINAL);
  }

  @Test
  void aYearWithoutItsCalendarLeavesTheDeadlineOpenAndNothingIsFinal() {
    FormView.Side side = side(new Neighbour("大岭村", "N", Pointing.SERVED, MONDAY, null), LocalDate.of(2013, 1, 1),
        NO_CALENDAR);

    assertThat(side.deadline()).isNull();
    assertThat(side.standing()).isEqualTo(Pointing.SERVED);
    assertThat(side.steps()).containsExactly("SIGN", "OBJECT");
  }

  @Test
  void everyNeighbourHasItsPlaceAndTheStepsThatCanBeTakenNext() {
    List<FormView.Side> sides = InvestigationSheet.sides(List.of(
        new Neighbour("大岭村", "N", Pointing.BOTH_SIGNED, MONDAY, null),
        new Neighbour("平山村", "E", Pointing.OBJECTED, MONDAY, null),
        new Neighbour("丰塘村", "S", Pointing.DRAFTED, null, null)), MONDAY, CALENDAR);

    assertThat(sides).extracting(FormView.Side::place).containsExactly(0, 1, 2);
    assertThat(sides).extracting(side -> side.neighbour().name()).containsExactly("大岭村", "平山村", "丰塘村");
    assertThat(sides).extracting(FormView.Side::standing)
        .containsExactly(Pointing.BOTH_SIGNED, Pointing.OBJECTED, Pointing.DRAFTED);
    assertThat(sides).extracting(FormView.Side::steps).containsExactly(List.of(),
        List.of("SIGN", "SERVE", "STATE_REASONS", "DECIDE"), List.of("INVITE"));
    assertThat(sides).extracting(FormView.Side::deadline).containsOnlyNulls();
  }

  // the review

  @Test
  void theLatestReviewIsTheOneThatCounts() {
    assertThat(InvestigationSheet.review(application(ApplicationState.REVIEWED), List.of(
        step("review", "2012-03-27T01:00:00Z", "王五", Map.of("opinion", "退回")),
        step("review", "2012-04-09T17:00:00Z", "赵六", Map.of("opinion", "同意")),
        step("approve", "2012-04-11T01:00:00Z", "局长", Map.of("opinion", "批准")))))
            .isEqualTo(new FormView.Signed("同意", "赵六", LocalDate.of(2012, 4, 10)));
  }

  @Test
  void aReviewThatALaterSurveyThrewAwayIsNotShown() {
    assertThat(InvestigationSheet.review(FilesInHand.unreviewed(),
        List.of(step("review", "2012-03-27T01:00:00Z", "王五", Map.of("opinion", "同意"))))).isNull();
  }

  @Test
  void aReviewWithoutWordsIsSignedAllTheSame() {
    assertThat(InvestigationSheet.review(application(ApplicationState.REVIEWED),
        List.of(step("review", "2012-03-27T01:00:00Z", "王五", Map.of()))))
            .isEqualTo(new FormView.Signed("", "王五", LocalDate.of(2012, 3, 27)));
    assertThat(InvestigationSheet.review(application(ApplicationState.REVIEWED), List.of())).as("no step on record")
        .isNull();
  }

  private static List<FormView.Point> table(Method method, Map<String, List<Shared>> shared) {
    List<BoundaryRow> rows = BoundaryTableCheck.blank(POINTS, method);
    return InvestigationSheet.table(PARCEL, POINTS, rows, shared);
  }

  private static FormView.Side side(Neighbour neighbour, LocalDate today, WorkingDays calendar) {
    return InvestigationSheet.sides(List.of(neighbour), today, calendar).get(0);
  }

  private static ApplicationEvent step(String action, String at, String person, Map<String, Object> detail) {
    return new ApplicationEvent(action, ApplicationState.NOTICED, ApplicationState.REVIEWED, "user", person,
        Instant.parse(at), detail);
  }
}
