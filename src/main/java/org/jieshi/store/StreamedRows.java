package org.jieshi.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Queries whose rows are read as they come, a few hundred at a time, instead of all being held: in a transaction, without
 * which PostgreSQL has no cursor. Columns travel in their binary form, which for boundaries is half the bytes and none of
 * the decoding of text.
 */
public final class StreamedRows extends JdbcTemplate {

  private static final int AT_A_TIME = 1_000;
  /** What the driver takes for “binary from the first execution on”. */
  private static final int BINARY = -1;

  /** @param template of the same database, which goes on to read rows all at once */
  public StreamedRows(JdbcTemplate template) {
    super(Objects.requireNonNull(template.getDataSource()));
    setFetchSize(AT_A_TIME);
  }

  @Override
  protected void applyStatementSettings(Statement statement) throws SQLException {
    super.applyStatementSettings(statement);
    statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
  }
}
