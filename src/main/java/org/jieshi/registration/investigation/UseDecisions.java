package org.jieshi.registration.investigation;

import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The land-use decisions; the latest of an application counts. The caller's transaction writes the audit entry. */
@Repository
public class UseDecisions {

  private final JdbcClient jdbc;

  UseDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<UseDecision> latest(String applicationId) {
    return jdbc.sql("select * from land_use_decision where application_id = :id order by id desc limit 1")
        .param("id", applicationId).query((row, number) -> new UseDecision(use(row.getString("approved_use")),
            use(row.getString("actual_use")), UseDecision.Registered.valueOf(row.getString("registered")),
            row.getString("reason"), row.getString("document"), row.getString("decided_by"),
            row.getObject("decided_at", OffsetDateTime.class).toInstant())).optional();
  }

  public void add(String applicationId, UseDecision decision) {
    jdbc.sql("""
        insert into land_use_decision (application_id, approved_use, actual_use, registered, reason, document, decided_by,
          decided_at)
        values (:id, :approved, :actual, :registered, :reason, :document, :person, :at)
        """)
        .param("id", applicationId).param("approved", text(decision.approved())).param("actual", text(decision.actual()))
        .param("registered", decision.registered().name()).param("reason", decision.reason())
        .param("document", decision.document()).param("person", decision.decidedBy())
        .param("at", Timestamp.from(decision.decidedAt())).update();
  }

  private static String text(LandUse use) {
    return use.scheme() + "|" + use.code();
  }

  private static LandUse use(String text) {
    int bar = text.lastIndexOf('|');
    return new LandUse(text.substring(0, bar), text.substring(bar + 1));
  }
}
