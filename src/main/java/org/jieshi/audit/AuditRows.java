package org.jieshi.audit;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;

/** How the rows of the audit tables are read. */
final class AuditRows {

  static final RowMapper<AuditHead> HEAD = (row, number) -> new AuditHead(row.getLong("seq"), row.getString("hash"));

  static final RowMapper<AuditEntry> ENTRY = (row, number) -> new AuditEntry(
      row.getLong("seq"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"),
      row.getString("action"), row.getString("subject_kind"), row.getString("subject_id"), row.getString("detail"),
      row.getObject("change_set", Long.class), row.getString("change_digest"), row.getString("previous_hash"),
      row.getString("hash"));

  private AuditRows() {
  }
}
