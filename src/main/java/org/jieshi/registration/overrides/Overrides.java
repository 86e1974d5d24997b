package org.jieshi.registration.overrides;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of overrides. The caller's transaction writes the audit entries. */
@Repository
public class Overrides {

  private static final TypeReference<List<Bilingual>> FACTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Overrides(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** All that there ever were, the oldest first. */
  public List<GateOverride> of(String applicationId) {
    return jdbc.sql("select * from gate_override where application_id = :id order by id").param("id", applicationId)
        .query(this::read).list();
  }

  public GateOverride get(String applicationId, long id) {
    return jdbc.sql("select * from gate_override where application_id = :application and id = :id")
        .param("application", applicationId).param("id", id).query(this::read).optional()
        .orElseThrow(() -> ProblemException.notFound("override", "例外审批", id));
  }

  public long propose(String applicationId, String gate, List<Bilingual> facts, String reason, String document,
      LocalDate expiresOn, String person, Instant at) {
    return jdbc.sql("""
        insert into gate_override (application_id, gate, facts, reason, document, expires_on, proposed_by, proposed_at)
        values (:application, :gate, cast(:facts as jsonb), :reason, :document, :expiresOn, :person, :at) returning id
        """)
        .param("application", applicationId).param("gate", gate).param("facts", json.writeValueAsString(facts))
        .param("reason", reason).param("document", document).param("expiresOn", expiresOn).param("person", person)
        .param("at", Timestamp.from(at)).query(Long.class).single();
  }

  public void confirm(long id, String person, Instant at) {
    jdbc.sql("update gate_override set confirmed_by = :person, confirmed_at = :at where id = :id")
        .param("person", person).param("at", Timestamp.from(at)).param("id", id).update();
  }

  public void end(long id, String why, String person, Instant at) {
    jdbc.sql("update gate_override set ended_by = :person, ended_at = :at, ended_why = :why where id = :id")
        .param("person", person).param("at", Timestamp.from(at)).param("why", why).param("id", id).update();
  }

  /** Ends all of an application that were not ended yet. */
  public void endAll(String applicationId, String why, String person, Instant at) {
    jdbc.sql("""
        update gate_override set ended_by = :person, ended_at = :at, ended_why = :why
        where application_id = :application and ended_at is null
        """).param("person", person).param("at", Timestamp.from(at)).param("why", why)
        .param("application", applicationId).update();
  }

  private GateOverride read(ResultSet row, int number) throws SQLException {
    return new GateOverride(row.getLong("id"), row.getString("application_id"), row.getString("gate"),
        json.readValue(row.getString("facts"), FACTS), row.getString("reason"), row.getString("document"),
        row.getObject("expires_on", LocalDate.class), row.getString("proposed_by"),
        instant(row, "proposed_at").orElseThrow(), row.getString("confirmed_by"),
        instant(row, "confirmed_at").orElse(null), row.getString("ended_by"), instant(row, "ended_at").orElse(null),
        row.getString("ended_why"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
  }
}
