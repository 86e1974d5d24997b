package org.jieshi.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reading the chain: the head, the entries after a place, the history of one record. */
@Repository
public class AuditTrail {

  private final JdbcClient jdbc;

  AuditTrail(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
}
