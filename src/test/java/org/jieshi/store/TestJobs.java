package org.jieshi.store;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Background work in tests of other modules. */
public final class TestJobs {

  private TestJobs() {}

  /** Returns when no job that is due is left, done or failed; fails after a minute. */
  public static void awaitAll(JdbcClient jdbc) {
    await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(20))
        .until(() -> jdbc.sql("""
            SELECT count(*) FROM job
            WHERE status = 'RUNNING' OR (status = 'QUEUED' AND (run_after <= now() OR attempts > 0))
            """).query(Integer.class).single() == 0);
  }
}
