package org.jieshi.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

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

  /** From the day of an event, itself not counted, to a day. */
  public record Span(LocalDate event, LocalDate until) {
  }

  /**
   * The mean number of working days of spans, 1 decimal, half-up; empty if there is none or the calendar of a year that
   * they touch is unknown.
   */
  public Optional<BigDecimal> mean(Collection<Span> spans) {
    boolean known = spans.stream().allMatch(span ->
        IntStream.rangeClosed(span.event().getYear(), span.until().getYear()).allMatch(years::contains));
    return spans.isEmpty() || !known ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(spans.stream().mapToLong(span -> between(span.event(), span.until())).sum())
            .divide(BigDecimal.valueOf(spans.size()), 1, RoundingMode.HALF_UP));
  }
}
