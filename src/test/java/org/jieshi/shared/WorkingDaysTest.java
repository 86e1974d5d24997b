package org.jieshi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

  private static final LocalDate SPRING_FESTIVAL = LocalDate.of(2012, 1, 23);

  private final WorkingDays days = new WorkingDays(Set.of(2011, 2012), Map.of(
      LocalDate.of(2011, 12, 31), true,
      LocalDate.of(2012, 1, 2), false,
      LocalDate.of(2012, 1, 3), false,
      LocalDate.of(2012, 1, 21), true,
      SPRING_FESTIVAL, false,
      LocalDate.of(2012, 1, 24), false,
      LocalDate.of(2012, 1, 25), false,
      LocalDate.of(2012, 1, 26), false,
      LocalDate.of(2012, 1, 27), false,
      LocalDate.of(2012, 1, 29), true));

  @ParameterizedTest
  @CsvSource({
      "2012-03-05, 1, 2012-03-06",   // the day of the event is not counted
      "2012-03-09, 1, 2012-03-12",   // Friday to Monday
      "2012-03-10, 1, 2012-03-12",   // an event on a Saturday
      "2012-03-05, 15, 2012-03-26",
      "2011-12-30, 1, 2011-12-31",   // a Saturday that is worked
      "2011-12-31, 1, 2012-01-04",   // over the year's end and its holidays
      "2012-01-19, 3, 2012-01-29",   // over the Spring Festival with both make-up days
      "2012-03-05, 0, 2012-03-05"})
  void aPeriodEndsOnItsLastWorkingDay(LocalDate event, int workingDays, LocalDate last) {
    assertThat(days.lastDay(event, workingDays)).isEqualTo(last);
    assertThat(days.between(event, last)).isEqualTo(workingDays);
  }

  @Test
  void aYearWithoutItsCalendarIsUnknown() {
    assertThatThrownBy(() -> days.lastDay(LocalDate.of(2012, 12, 28), 5))
        .isInstanceOfSatisfying(ProblemException.class, refusal -> {
          assertThat(refusal.problem().code()).isEqualTo(ProblemCode.CALENDAR_MISSING);
          assertThat(refusal.problem().record()).isEqualTo("2013");
        });
  }

  @Test
  void thereAreNoWorkingDaysBackwards() {
    assertThat(days.between(LocalDate.of(2012, 3, 6), LocalDate.of(2012, 3, 5))).isZero();
  }
}
