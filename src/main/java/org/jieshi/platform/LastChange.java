package org.jieshi.platform;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who changed a record last, and how: told to a person whose own change came too late, so that the two can speak to each
 * other.
 */
@Component
class LastChange {

  /** Records that two people may have open at once, as the audit names them. */
  private static final String[] KINDS = {"application", "dispute", "parcel", "claim", "evidence", "certificate", "notice",
      "objection", "import", "mutation", "letter", "meeting", "task", "complaint", "patrol", "finding"};

  private final JdbcClient jdbc;

  LastChange(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return {@code changedBy}, {@code changedAt}, {@code changedAction}; nothing if the audit does not know the record */
  Map<String, Object> of(String record) {
    return jdbc.sql("""
        select coalesce(u.display_name, e.actor) as name, e.at, e.action
          from audit_entry e left join user_account u on u.username = e.actor
         where e.subject_kind = any(:kinds) and e.subject_id = :record
         order by e.seq desc limit 1
        """).param("kinds", KINDS).param("record", record).query((row, n) -> {
          Map<String, Object> change = new LinkedHashMap<>();
          change.put("changedBy", row.getString("name"));
          change.put("changedAt", row.getObject("at", OffsetDateTime.class).toInstant());
          change.put("changedAction", row.getString("action"));
          return change;
        }).optional().orElse(Map.of());
  }
}
