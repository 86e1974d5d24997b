package org.jieshi.coordination.due;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jieshi.shared.OfficeClock;
import org.jieshi.store.JobHandler;
import org.jieshi.store.JobQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The searches as background jobs: one for each hour of the office's clock, over all instances of the program, and
 * whenever somebody asks for one.
 */
@Component
class ReminderSearches implements JobHandler {

  private static final String ASKED = "asked";

  private final Reminders reminders;
  private final JobQueue jobs;
  private final JdbcClient jdbc;
  private final OfficeClock clock;

  ReminderSearches(Reminders reminders, JobQueue jobs, JdbcClient jdbc, OfficeClock clock) {
    this.reminders = reminders;
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Queues the search of this hour, unless it was queued before. */
  @Transactional
  boolean queueHour() {
    LocalDateTime hour = clock.now().atZone(OfficeClock.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.HOURS);
    boolean first = jdbc.sql("insert into reminder_search (hour) values (:hour) on conflict do nothing")
        .param("hour", Timestamp.valueOf(hour)).update() == 1;
    if (first) {
      jobs.enqueue(kind(), hour.toString());
    }
    return first;
  }

  @Transactional
  long queueNow() {
    return jobs.enqueue(kind(), ASKED);
  }

  /** When everything was last searched without a failure, by the office's clock. */
  Optional<LocalDateTime> lastHour() {
    return jdbc.sql("select max(hour) from reminder_search where finished_at is not null")
        .query(LocalDateTime.class).optional();
  }

  @Override
  public String kind() {
    return "reminders.search";
  }

  @Override
  public void run(String subject) {
    Reminders.Outcome outcome = reminders.search();
    if (!subject.equals(ASKED)) {
      jdbc.sql("""
          update reminder_search set finished_at = now(), open_items = :open, raised = :raised, closed = :closed
          where hour = :hour
          """).param("open", outcome.openItems()).param("raised", outcome.raised()).param("closed", outcome.closed())
          .param("hour", Timestamp.valueOf(LocalDateTime.parse(subject))).update();
    }
  }
}
