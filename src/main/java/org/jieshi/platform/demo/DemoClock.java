package org.jieshi.platform.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The clock of the demo farm's office. It runs like any clock, but can be moved forward, so that a person can play a
 * procedure with a notice of 15 working days in ten minutes. It never moves back, and every move is in the audit log.
 */
@Component
@Profile("demo")
public class DemoClock implements OfficeClock {

  private static final OfficeClock MACHINE = OfficeClock.ofSystem();

  private final JdbcClient jdbc;
  private final ObjectProvider<AuditLog> audit;
  private volatile Duration offset;

  /** @param start the office's date at its very first start */
  DemoClock(JdbcClient jdbc, ObjectProvider<AuditLog> audit, @Value("${jieshi.demo.start}") LocalDate start) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.offset = jdbc.sql("select offset_micros from demo_clock").query(Long.class).optional()
        .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
        .orElseGet(() -> untilMorningOf(start));
  }

  @Override
  public Instant now() {
    return MACHINE.now().plus(offset);
  }

  /** Moves the office to 08:30 of a later day. */
  @Transactional
  public void moveTo(LocalDate day) {
    if (!day.isAfter(today())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "The demo clock stands at %s and only moves forward.".formatted(today()),
          "演示时钟为 %s，只能向前调整。".formatted(today())).inField("date").asException();
    }
    keep(untilMorningOf(day));
    audit.getObject().record("DEMO_CLOCK_MOVED", "demo", "clock",
        Map.of("from", today().toString(), "to", day.toString()));
  }

  /** Keeps the first start's date, so that a restart goes on from there. */
  @Transactional
  public void keepStart() {
    if (jdbc.sql("select count(*) = 0 from demo_clock").query(Boolean.class).single()) {
      keep(offset);
      audit.getObject().record("DEMO_OPENED", "demo", "clock", Map.of("date", today().toString()));
    }
  }

  private void keep(Duration wanted) {
    jdbc.sql("""
        insert into demo_clock (offset_micros) values (:micros)
        on conflict (single) do update set offset_micros = excluded.offset_micros
        """).param("micros", wanted.toNanos() / 1_000).update();
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        offset = wanted;
      }
    });
  }

  private static Duration untilMorningOf(LocalDate day) {
    Instant morning = day.atTime(LocalTime.of(8, 30)).atZone(ZONE).toInstant();
    return Duration.between(MACHINE.now(), morning);
  }
}
