package org.jieshi.disputes;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Figures of the cases for a period, as they stood on the evening of its last day. */
@Service
public class CaseFigures {

  private final JdbcClient jdbc;

  CaseFigures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A case has its result on the day of the agreement, else of the last decision, else of the recovery.
   *
   * @param meanDays calendar days from opening to the result; null if no case reached one
   * @param open opened by the last day, without a result and not ended otherwise by then
   * @param recoveredArea m², plane
   */
  public record Figures(long opened, long agreed, long decided, long recovered, @Nullable BigDecimal meanDays, long open,
      BigDecimal recoveredArea) {
  }

  public Figures between(LocalDate from, LocalDate last) {
    return jdbc.sql("""
        with known as (
          select opened_on, case when ended_on <= :last then ended_on end as ended,
            case when agreed_on <= :last then agreed_on end as agreed,
            case when decided_on <= :last then decided_on end as decided,
            case when recovered_on <= :last then recovered_on end as recovered
          from dispute where opened_on <= :last
        ), resolved as (
          select *, coalesce(agreed, decided, recovered) as resolved_on from known
        )
        select count(*) filter (where opened_on >= :from) as opened,
          count(*) filter (where resolved_on >= :from and agreed is not null) as agreed,
          count(*) filter (where resolved_on >= :from and agreed is null and decided is not null) as decided,
          count(*) filter (where resolved_on >= :from and agreed is null and decided is null) as recovered,
          avg(resolved_on - opened_on) filter (where resolved_on >= :from) as mean_days,
          count(*) filter (where resolved_on is null and ended is null) as open,
          coalesce((select sum(area) from encroachment_end where how = 'RECOVERED' and ended_on between :from and :last), 0)
            as recovered_area
        from resolved
        """).param("from", from).param("last", last).query(Figures.class).single();
  }
}
