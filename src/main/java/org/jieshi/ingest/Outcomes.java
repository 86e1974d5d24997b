package org.jieshi.ingest;

/**
 * What becomes of a staged row when its import is committed, in SQL about an {@code import_row r}: it follows from the
 * weightiest finding about it. BLOCKED stays out; UNCHANGED is on the register as it is; WARNED and ACCEPTED are committed.
 */
final class Outcomes {

  private static final String FOUND =
      "exists (select 1 from import_finding f where f.import_id = r.import_id and f.record = r.record and f.severity in (%s))";

  static final String BLOCKED = FOUND.formatted("'BLOCK'");
  private static final String WARNED = FOUND.formatted("'WARN', 'ASK'");

  /** Whether a row is to be committed. */
  static final String COMMITTABLE = "not r.unchanged and not " + BLOCKED;

  static final String OF_ROW = "case when " + BLOCKED + " then 'BLOCKED' when r.unchanged then 'UNCHANGED' when " + WARNED
      + " then 'WARNED' else 'ACCEPTED' end";

  private Outcomes() {}
}
