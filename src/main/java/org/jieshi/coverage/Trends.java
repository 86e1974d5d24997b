package org.jieshi.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.audit.StandingAnswers;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How things went over the months, and how old the open cases are. */
@Service
public class Trends {

  private static final int LONGEST = 240;

  private final JdbcClient jdbc;
  private final StandingAnswers answers;
  private final OfficeClock clock;

  private record MonthsUpTo(LocalDate today, int months) {
  }

  private record AgesAt(LocalDate today) {
  }

  Trends(JdbcClient jdbc, StandingAnswers answers, OfficeClock clock) {
    this.jdbc = jdbc;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * The ends of the last months and today.
   *
   * @param months how many, up to 240
   */
  public History history(int months) {
    LocalDate today = clock.today();
    return answers.of(new MonthsUpTo(today, months), () -> countedMonths(today, months));
  }

  private History countedMonths(LocalDate today, int months) {
    return new History(jdbc.sql("""
        with days as (
          select least(cast(date_trunc('month', d) + interval '1 month - 1 day' as date), :today) as day
            from generate_series(cast(:first as timestamp), cast(:today as timestamp), interval '1 month') d)
        select day,
               (select count(*) from certificate c where c.issued_on <= day
                   and (c.ended_at is null or cast(c.ended_at at time zone 'Asia/Shanghai' as date) > day)) as certificates,
               (select coalesce(sum(area), 0) from certificate c where c.issued_on <= day
                   and (c.ended_at is null or cast(c.ended_at at time zone 'Asia/Shanghai' as date) > day)) as certified_area,
               (select count(*) from dispute d where d.opened_on <= day
                   and (d.ended_on is null or d.ended_on > day)) as open_cases
          from days order by day
        """).param("today", today)
        .param("first", today.withDayOfMonth(1).minusMonths(Math.max(1, Math.min(LONGEST, months)) - 1L))
        .query(Month.class).list());
  }

  /** The open cases by the time since they were opened. */
  public Ages caseAges() {
    LocalDate today = clock.today();
    return answers.of(new AgesAt(today), () -> countedAges(today));
  }

  private Ages countedAges(LocalDate today) {
    return new Ages(today, jdbc.sql("""
        select a.from_days, a.to_days, count(d.id) as cases, min(d.opened_on) as oldest,
               coalesce(sum((select sum(c.area) from conflict c where c.case_number = d.number and c.status = 'IN_CASE')), 0)
                 as area
          from (values (0, 30), (31, 90), (91, 180), (181, 365), (366, null)) as a (from_days, to_days)
          left join dispute d on d.ended_on is null
               and cast(:today as date) - d.opened_on >= a.from_days
               and (a.to_days is null or cast(:today as date) - d.opened_on <= a.to_days)
         group by a.from_days, a.to_days order by a.from_days
        """).param("today", today).query(Age.class).list());
  }

  public record History(List<Month> items) {
  }

  /**
   * @param certificates live at the day's end
   * @param certifiedArea the figures printed on them, m², the land of each counted once
   * @param openCases opened and not ended
   */
  public record Month(LocalDate day, long certificates, BigDecimal certifiedArea, long openCases) {
  }

  public record Ages(LocalDate asOf, List<Age> items) {
  }

  /**
   * @param fromDays since the case was opened, inclusive; {@code toDays} too, null without an end
   * @param oldest day on which the oldest of them was opened; null without any
   * @param area of the overlaps in them, m², by pairs
   */
  public record Age(int fromDays, @Nullable Integer toDays, long cases,
      @Nullable LocalDate oldest, double area) {
  }
}
