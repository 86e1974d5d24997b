package org.jieshi.registration.investigation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The investigation records; the latest of an application is in force, earlier ones stay on file. */
@Repository
public class Investigations {

  private static final TypeReference<List<Neighbour>> NEIGHBOURS = new TypeReference<>() {};

  private static final TypeReference<List<BoundaryRow>> ROWS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Investigations(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public Optional<Investigation> inForce(String applicationId) {
    return jdbc.sql("select * from investigation where application_id = :id order by id desc limit 1")
        .param("id", applicationId).query(this::read).optional();
  }

  /** Puts a record in force; the caller's transaction writes the audit entry. */
  public void add(String applicationId, Investigation found) {
    jdbc.sql("""
        insert into investigation (application_id, parcel_version, boundary_hash, boundary_basis, basis_document,
          surveyed_on, neighbours, notes, surveyor, recorded_at, form, boundary_table)
        values (:id, :version, :hash, :basis, :document, :surveyedOn, cast(:neighbours as jsonb), :notes, :surveyor,
          :at, cast(:form as jsonb), cast(:table as jsonb))
        """)
        .param("id", applicationId).param("version", found.parcelVersion()).param("hash", found.boundaryHash())
        .param("basis", found.boundaryBasis().name()).param("document", found.basisDocument())
        .param("surveyedOn", found.surveyedOn()).param("neighbours", json.writeValueAsString(found.neighbours()))
        .param("notes", found.notes()).param("surveyor", found.surveyor())
        .param("at", Timestamp.from(found.recordedAt())).param("form", text(found.form()))
        .param("table", text(found.boundaryTable())).update();
  }

  /** How far the pointing has come, in the record in force. The caller's transaction writes the audit entry. */
  public void setNeighbours(String applicationId, List<Neighbour> neighbours) {
    change(applicationId, "neighbours = cast(:value as jsonb)", json.writeValueAsString(neighbours));
  }

  /** What the form says besides, in the record in force. */
  public void setForm(String applicationId, InvestigationForm form) {
    change(applicationId, "form = cast(:value as jsonb)", json.writeValueAsString(form));
  }

  public void setBoundaryTable(String applicationId, List<BoundaryRow> table) {
    change(applicationId, "boundary_table = cast(:value as jsonb)", json.writeValueAsString(table));
  }

  private void change(String applicationId, String assignment, String value) {
    jdbc.sql("update investigation set " + assignment
        + " where id = (select max(id) from investigation where application_id = :id)")
        .param("value", value).param("id", applicationId).update();
  }

  private @Nullable String text(@Nullable Object value) {
    return value == null ? null : json.writeValueAsString(value);
  }

  private Investigation read(ResultSet row, int number) throws SQLException {
    return new Investigation(row.getInt("parcel_version"), row.getString("boundary_hash"),
        BoundaryBasis.valueOf(row.getString("boundary_basis")), row.getString("basis_document"),
        row.getObject("surveyed_on", LocalDate.class), json.readValue(row.getString("neighbours"), NEIGHBOURS),
        row.getString("notes"), row.getString("surveyor"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("form") == null ? null : json.readValue(row.getString("form"), InvestigationForm.class),
        row.getString("boundary_table") == null ? null : json.readValue(row.getString("boundary_table"), ROWS));
  }
}
