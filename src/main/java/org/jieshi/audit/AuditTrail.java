package org.jieshi.audit;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reading the chain: the head, the entries after a place, the history of one record. */
@Repository
public class AuditTrail {

  private static final int FETCH_SIZE = 2_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;

  AuditTrail(JdbcClient jdbc, DataSource database) {
    this.jdbc = jdbc;
    this.streaming = new JdbcTemplate(database);
    streaming.setFetchSize(FETCH_SIZE);
  }

  public AuditHead head() {
    return jdbc.sql("select seq, hash from audit_head").query(AuditRows.HEAD).single();
  }

  /** Entries that follow {@code seq}, oldest first. */
  public List<AuditEntry> after(long seq, int limit) {
    return jdbc.sql("select * from audit_entry where seq > :seq order by seq limit :limit")
        .param("seq", seq).param("limit", limit).query(AuditRows.ENTRY).list();
  }

  /** All that was recorded of one subject, oldest first. */
  public List<AuditEntry> of(String subjectKind, String subjectId) {
    return jdbc.sql("select * from audit_entry where subject_kind = :kind and subject_id = :id order by seq")
        .param("kind", subjectKind).param("id", subjectId).query(AuditRows.ENTRY).list();
  }

  /** Every entry, oldest first, without holding them all in memory: in a transaction. */
  public void forEach(Consumer<AuditEntry> action) {
    streaming.query("select * from audit_entry order by seq",
        row -> {
          action.accept(AuditRows.ENTRY.mapRow(row, 0));
        });
  }
}
