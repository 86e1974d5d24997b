package org.jieshi.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What PostgreSQL believes to be in a table. It looks by itself once a minute at most; a transaction that fills a table and
 * goes on to query it would be planned for an empty one, and an import of thousands of parcels take minutes for seconds.
 */
public final class PlannerStatistics {

  /** Rows below which any plan is fast enough. */
  private static final int FEW = 500;

  private PlannerStatistics() {}

  /**
   * Has a table looked at if it has grown by more than a fifth, in the running transaction. Waits up to a second where
   * PostgreSQL is tidying the table up at the moment, which is then put off.
   *
   * @param table as it is written in SQL, with the columns that queries select by in parentheses; never text of a person
   * @param rows that the transaction has just added
   */
  public static void grown(JdbcClient jdbc, String table, long rows) {
    look(jdbc, "analyze ", table, rows);
  }

  /** As {@link #grown}, but leaves it at that where the table is being tidied up: what follows doesn't depend on it. */
  public static void grownUnlessBusy(JdbcClient jdbc, String table, long rows) {
    look(jdbc, "analyze (skip_locked) ", table, rows);
  }

  private static void look(JdbcClient jdbc, String analyze, String table, long rows) {
    if (rows < FEW) {
      return;
    }
    float known = jdbc.sql("select reltuples from pg_class where oid = cast(:name as regclass)")
        .param("name", table.replaceAll("\\s*\\(.*", "")).query(Float.class).single();
    if (known < 5f * rows) {
      jdbc.sql(analyze + table).update();
    }
  }
}
