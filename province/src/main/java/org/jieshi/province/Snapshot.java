package org.jieshi.province;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.jieshi.conflicts.rules.OverlapRule;

/** A register held at one moment, for any number of connections that read it, until it is closed. */
final class Snapshot implements AutoCloseable {

  private final Connection connection;
  private final String name;

  Snapshot(Register register) throws SQLException {
    connection = register.connect();
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
      row.next();
      name = row.getString(1);
    }
  }

  /** What another connection begins its transaction with, to see the same. */
  String join() {
    return "set transaction isolation level repeatable read; set transaction snapshot '" + name + "'";
  }

  /** @param lowest and {@code highest} id of a unit; 0 and -1 without any */
  record Range(long lowest, long highest, long units) {
  }

  Range range() throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
        "select coalesce(min(unit_id), 0), coalesce(max(unit_id), -1), count(*) from spatial_unit_version where current")) {
      row.next();
      return new Range(row.getLong(1), row.getLong(2), row.getLong(3));
    }
  }

  /** The rule in force. */
  OverlapRule rule() throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
        select version, allow_factor, boundary_factor, contained_share, written_to, valid_from, source, reason, entered_by,
               entered_at, judged, changed
          from overlap_rule order by version desc limit 1
        """)) {
      row.next();
      return new OverlapRule(row.getInt(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5),
          row.getObject(6, LocalDate.class), row.getString(7), row.getString(8), row.getString(9),
          row.getTimestamp(10).toInstant(), row.getInt(11), row.getInt(12));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
