package org.jieshi.registration;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.registration.investigation.RightKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an application gathers on its way: its steps, the minutes of the meeting; and the settings it is judged by. */
@Repository
class ApplicationFile {

  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};
  private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ApplicationFile(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void addStep(String applicationId, String action, @Nullable ApplicationState from, ApplicationState to,
      String person, Instant at, Map<String, ?> detail) {
    jdbc.sql("""
        insert into application_event (application_id, action, from_state, to_state, person, at, detail)
        values (:id, :action, :from, :to, :person, :at, cast(:detail as jsonb))
        """)
        .param("id", applicationId).param("action", action).param("from", from == null ? null : from.name())
        .param("to", to.name()).param("person", person).param("at", Timestamp.from(at))
        .param("detail", json.writeValueAsString(detail)).update();
  }

  /** Oldest first. */
  List<ApplicationEvent> steps(String applicationId) {
    return jdbc.sql("""
        select e.*, coalesce(u.display_name, e.person) as person_name
        from application_event e left join user_account u on u.username = e.person
        where e.application_id = :id order by e.id
        """).param("id", applicationId).query((row, number) -> {
          String from = row.getString("from_state");
          return new ApplicationEvent(row.getString("action"), from == null ? null : ApplicationState.valueOf(from),
              ApplicationState.valueOf(row.getString("to_state")), row.getString("person"),
              row.getString("person_name"), row.getObject("at", OffsetDateTime.class).toInstant(),
              json.readValue(row.getString("detail"), DETAIL));
        }).list();
  }

  void addMinutes(String applicationId, Minutes minutes, String person, Instant at) {
    jdbc.sql("""
        insert into bureau_decision (application_id, meeting_number, held_on, attendees, decision, recorded_by,
          recorded_at)
        values (:id, :number, :heldOn, cast(:attendees as jsonb), :decision, :person, :at)
        """)
        .param("id", applicationId).param("number", minutes.meetingNumber()).param("heldOn", minutes.heldOn())
        .param("attendees", json.writeValueAsString(minutes.attendees())).param("decision", minutes.decision())
        .param("person", person).param("at", Timestamp.from(at)).update();
  }

  /** Of the latest meeting that decided on the present survey; minutes on an earlier one decided something else. */
  Optional<Minutes> minutes(String applicationId, Instant since) {
    return jdbc.sql("""
        select * from bureau_decision where application_id = :id and recorded_at >= :since order by id desc limit 1
        """).param("id", applicationId).param("since", Timestamp.from(since))
        .query((row, number) -> new Minutes(row.getString("meeting_number"),
            row.getObject("held_on", LocalDate.class), json.readValue(row.getString("attendees"), NAMES),
            row.getString("decision"))).optional();
  }

  /** Working days that a notice for this kind of right runs; empty without a setting on that day. */
  Optional<Integer> noticeDays(RightKind kind, LocalDate day) {
    return jdbc.sql("""
        select working_days from notice_period where right_kind = :kind and valid_from <= :day
        order by valid_from desc limit 1
        """).param("kind", kind.name()).param("day", day).query(Integer.class).optional();
  }
}
