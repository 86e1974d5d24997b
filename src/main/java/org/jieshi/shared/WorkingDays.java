package org.jieshi.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Working days: Monday to Friday, less holidays, plus make-up days (调休), from an editable calendar per year. A year
 * without its calendar is unknown, and every question that touches it is refused with {@code CALENDAR_MISSING}.
 *
 * @param years the years whose calendar is known
 * @param exceptions days that differ from the plain week: true where a weekend day is worked
 */
public record WorkingDays(Set<Integer> years, Map<LocalDate, Boolean> exceptions) {

  public WorkingDays {
    years = Set.copyOf(years);
    exceptions = Map.copyOf(exceptions);
  }

  public boolean isWorkingDay(LocalDate day) {
    if (!years.contains(day.getYear())) {
      throw Problem.of(ProblemCode.CALENDAR_MISSING,
          "The working-day calendar of %d is missing; an administrator must enter it.".formatted(day.getYear()),
          "缺少 %d 年的工作日历，请管理员录入。".formatted(day.getYear()))
          .about(String.valueOf(day.getYear())).asException();
    }
    Boolean exception = exceptions.get(day);
    return exception != null ? exception : day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  /**
   * The last day of a period of working days. The day of the event is not counted (民法典 Art. 201): a period of 1
   * ends on the next working day.
   */
  public LocalDate lastDay(LocalDate event, int workingDays) {
    LocalDate day = event;
    for (int left = workingDays; left > 0;) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  /** Working days after {@code event} up to and including {@code until}; 0 if that is not later. */
  public int between(LocalDate event, LocalDate until) {
    int days = 0;
    for (LocalDate day = event.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        days++;
      }
    }
    return days;
  }
}
