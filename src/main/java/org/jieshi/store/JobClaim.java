package org.jieshi.store;

import java.sql.Connection;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One job in the hands of one worker.
 *
 * <p>The claim is an advisory lock of the worker's database session, which ends with the session however the program
 * ends. A job that says RUNNING and that nobody holds was left by a killed program and is claimed like a queued one. The
 * state is committed when it is claimed, so that everybody sees it running and a job that kills its program is counted
 * each time; no transaction stays open meanwhile.
 */
final class JobClaim {

  /** First half of the lock's key, the job's id being the second: the letters JOB. */
  private static final int LOCK_CLASS = 0x4A4F42;

  /** @param age seconds since it was wanted, by the database server's clock */
  private record Row(long id, String kind, String subject, int attempts, int failures, double age) {}

  private static final double SHORTEST_WAIT = 2;
  private static final double LONGEST_WAIT = 300;

  private final JdbcClient session;
  private final Row row;

  private JobClaim(JdbcClient session, Row row) {
    this.session = session;
    this.row = row;
  }

  /** @return null if no job of these kinds is due */
  static @Nullable JobClaim next(Connection connection, Collection<String> kinds) {
    JdbcClient session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    return session.sql("""
            WITH due AS (
              SELECT id FROM job
              WHERE status IN ('QUEUED', 'RUNNING') AND kind IN (:kinds)
                AND (run_after <= now() OR created_at > now() + interval '1 minute') -- of a clock that was set back
                AND NOT EXISTS (
                  SELECT 1 FROM pg_locks held
                  WHERE held.locktype = 'advisory' AND held.objsubid = 2 AND held.granted
                    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    AND held.classid = cast(:lockClass AS oid) AND held.objid = cast(job.id AS oid))
              ORDER BY run_after, id
              LIMIT 1
              FOR UPDATE SKIP LOCKED
            )
            UPDATE job SET status = 'RUNNING', attempts = attempts + 1
            FROM due
            WHERE job.id = due.id AND pg_try_advisory_lock(:lockClass, cast(due.id AS integer))
            RETURNING job.id, job.kind, job.subject, job.attempts, job.failures,
              cast(extract(epoch FROM now() - job.created_at) AS float8) AS age
            """)
        .param("kinds", kinds)
        .param("lockClass", LOCK_CLASS)
        .query(Row.class).optional().map(row -> new JobClaim(session, row)).orElse(null);
  }

  String kind() {
    return row.kind();
  }

  String subject() {
    return row.subject();
  }

  /** Starts, this one included; 1 for the first. */
  int attempt() {
    return row.attempts();
  }

  /** Starts whose end nobody saw: the program or its database ended. */
  int interruptions() {
    return row.attempts() - 1 - row.failures();
  }

  /** Ends by a failure of its own, before this start. */
  int failures() {
    return row.failures();
  }

  Duration age() {
    return Duration.ofMillis(Math.max(0, Math.round(row.age() * 1000)));
  }

  void done() {
    session.sql("UPDATE job SET status = 'DONE', finished_at = now(), error = NULL WHERE id = :id")
        .param("id", row.id()).update();
  }

  void failed(String reason) {
    session.sql("UPDATE job SET status = 'FAILED', finished_at = now(), error = :reason WHERE id = :id")
        .param("reason", reason).param("id", row.id()).update();
  }

  /** After 2, 8, 32 ... seconds, counted from the first failure. */
  void tryAgain(String reason) {
    queueAgain("failures = failures + 1", reason, 2L << 2 * Math.min(failures(), 8));
  }

  /**
   * Of an outage that is not this job's doing: as if it had not been claimed, after a tenth of its age, so that a moment's
   * outage costs a moment and that of a night isn't asked after each second.
   */
  void waitOut(String reason) {
    queueAgain("attempts = attempts - 1", reason, Math.min(Math.max(row.age() / 10, SHORTEST_WAIT), LONGEST_WAIT));
  }

  private void queueAgain(String counted, String reason, double seconds) {
    session.sql("UPDATE job SET status = 'QUEUED', error = :reason, run_after = now() + make_interval(secs => :seconds), "
            + counted + " WHERE id = :id")
        .param("reason", reason).param("seconds", seconds).param("id", row.id()).update();
  }

  /** As if it had not been claimed. */
  void handBack() {
    session.sql("UPDATE job SET status = 'QUEUED', attempts = attempts - 1 WHERE id = :id")
        .param("id", row.id()).update();
  }

  void release() {
    session.sql("SELECT pg_advisory_unlock_all()").query().singleRow();
  }

  @Override
  public String toString() {
    return "Job " + row.id() + " (" + row.kind() + " " + row.subject() + ")";
  }
}
