package org.jieshi.coordination.due;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office's own time limits, as dated settings. Limits of Order 17 are the disputes' own. */
@Service
public class TimeLimits {

  /** What is limited. */
  public enum Kind {
    LETTER_ANSWER, LETTER_RECEIPT, OBJECTION_ANSWER, APPLICATION_MOVEMENT, COMPLAINT_ANSWER, COMPLAINT_RESULT,
    STATEMENT_ANSWER, MEETING_MINUTES, FINDING_HANDLED, REMIND_BEFORE, ESCALATE_TO_APPROVER, ESCALATE_TO_MANAGER
  }

  /** @param source the rule it comes from */
  public record Limit(Kind kind, LocalDate validFrom, int workingDays, String source) {
  }

  private final JdbcClient jdbc;
  private final WorkingCalendar calendar;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  TimeLimits(JdbcClient jdbc, WorkingCalendar calendar, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.calendar = calendar;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** Working days, as the setting in force on that day says. */
  public int days(Kind kind, LocalDate day) {
    return jdbc.sql("""
        select working_days from time_limit where kind = :kind and valid_from <= :day order by valid_from desc limit 1
        """).param("kind", kind.name()).param("day", day).query(Integer.class).optional()
        .orElseThrow(() -> ProblemException.notFound("time limit", "时限", kind));
  }

  /**
   * The last day of the limit that began on that day, itself not counted.
   *
   * @throws ProblemException {@code CALENDAR_MISSING}
   */
  public LocalDate lastDay(Kind kind, LocalDate from) {
    return calendar.load().lastDay(from, days(kind, from));
  }

  /** The limits and the calendar read once, for whoever has a list of things. */
  public Book book() {
    return new Book(all(), calendar.load());
  }

  /** All limits, and the calendar they are counted in. */
  public static final class Book {

    private final List<Limit> limits;
    private final WorkingDays calendar;

    private Book(List<Limit> limits, WorkingDays calendar) {
      this.limits = limits;
      this.calendar = calendar;
    }

    /**
     * The last day of a limit; where the calendar of a year is missing, in calendar days: never later than the real
     * one.
     */
    public OpenItem.Deadline deadline(String clockName, Bilingual title, Kind kind, LocalDate from) {
      int days = limits.stream().filter(limit -> limit.kind() == kind && !limit.validFrom().isAfter(from))
          .max(Comparator.comparing(Limit::validFrom)).map(Limit::workingDays)
          .orElseThrow(() -> ProblemException.notFound("time limit", "时限", kind));
      return after(calendar, from, days).map(day -> new OpenItem.Deadline(clockName, title, day))
          .orElseGet(() -> new OpenItem.Deadline(clockName, title, from.plusDays(days), false));
    }
  }

  /** The last day of so many working days; calendar days where the calendar is missing: rather early than never. */
  public static LocalDate lastDayOrEarlier(WorkingDays calendar, LocalDate from, int days) {
    return after(calendar, from, days).orElseGet(() -> from.plusDays(days));
  }

  private static Optional<LocalDate> after(WorkingDays calendar, LocalDate from, int days) {
    try {
      return Optional.of(calendar.lastDay(from, days));
    } catch (ProblemException refusal) {
      if (refusal.problem().code() != ProblemCode.CALENDAR_MISSING) {
        throw refusal;
      }
      return Optional.empty();
    }
  }

  List<Limit> all() {
    return jdbc.sql("select kind, valid_from, working_days, source from time_limit order by kind, valid_from")
        .query(Limit.class).list();
  }

  /** From a day on; what began before keeps its limit. */
  @Transactional
  Limit add(Limit limit) {
    current.require(Role.APPROVER, Role.ADMINISTRATOR);
    if (!limit.validFrom().isAfter(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "A time limit holds from a day after today; give a later day than %s.".formatted(clock.today()),
          "时限自今日之后的日期起施行，请填写晚于 %s 的日期。".formatted(clock.today())).inField("validFrom").asException();
    }
    int added = jdbc.sql("""
        insert into time_limit (kind, valid_from, working_days, source) values (:kind, :from, :days, :source)
        on conflict do nothing
        """).param("kind", limit.kind().name()).param("from", limit.validFrom()).param("days", limit.workingDays())
        .param("source", limit.source()).update();
    if (added == 0) {
      throw Problem.of(ProblemCode.DUPLICATE,
          "There is already a limit %s from %s.".formatted(limit.kind(), limit.validFrom()),
          "时限 %s 自 %s 起已有规定。".formatted(limit.kind(), limit.validFrom())).inField("validFrom").asException();
    }
    audit.record("TIME_LIMIT_SET", "time-limit", limit.kind(),
        Map.of("from", limit.validFrom().toString(), "workingDays", limit.workingDays()));
    return limit;
  }
}
