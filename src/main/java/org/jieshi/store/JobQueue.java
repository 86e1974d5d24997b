package org.jieshi.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Background work as rows of the table {@code job}. A job is written in the caller's transaction, so it exists exactly
 * if the change that wants it does, and is run by a worker of any program on this database.
 */
public final class JobQueue {

  /** @param error of the last failed attempt, one sentence in English */
  public record Job(long id, String kind, String subject, Status status, int attempts, @Nullable String error) {}

  public enum Status { QUEUED, RUNNING, DONE, FAILED }

  private final JdbcClient jdbc;
  private final Semaphore work = new Semaphore(0);

  JobQueue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Has the handler of this kind run once the transaction commits.
   *
   * @return the job's id
   */
  public long enqueue(String kind, String subject) {
    return enqueue(kind, subject, null);
  }

  /** @param notBefore by the database server's clock; {@code null} for at once */
  public long enqueue(String kind, String subject, @Nullable Instant notBefore) {
    long id = jdbc.sql("""
            INSERT INTO job (kind, subject, run_after)
            VALUES (:kind, :subject, coalesce(cast(:notBefore AS timestamptz), now()))
            RETURNING id
            """)
        .param("kind", kind)
        .param("subject", subject)
        .param("notBefore", notBefore == null ? null : OffsetDateTime.ofInstant(notBefore, ZoneOffset.UTC))
        .query(Long.class).single();
    wakeAfterCommit();
    return id;
  }

  public Optional<Job> find(long id) {
    return jdbc.sql("SELECT id, kind, subject, status, attempts, error FROM job WHERE id = :id")
        .param("id", id).query(Job.class).optional();
  }

  private void wakeAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.release();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        work.release();
      }
    });
  }

  /** Returns when a job was enqueued in this program, at the latest after the time given. */
  void awaitWork(Duration atMost) throws InterruptedException {
    work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
