package org.jieshi.certificates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jieshi.audit.AuditHead;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How certificates are read. */
final class CertificateRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final TypeReference<List<CoHolder>> HOLDERS = new TypeReference<>() {};

  static final String SELECT = """
      select c.*, cast(c.boundary as bytea) as boundary_bytes, cast(c.boundary_4490 as bytea) as degrees_bytes
      from certificate c
      """;

  static final RowMapper<Certificate> CERTIFICATE = (row, number) -> new Certificate(row.getLong("id"),
      row.getString("number"), Series.valueOf(row.getString("series")), row.getLong("unit_id"),
      row.getInt("unit_version"), row.getString("parcel"), row.getString("application_id"),
      row.getString("mutation_id"),
      CertificateStatus.valueOf(row.getString("status")), row.getString("holder"), holders(row), row.getString("right_kind"),
      row.getString("right_nature"), row.getString("land_use_scheme"), row.getString("land_use_code"),
      row.getString("location"), row.getObject("term_until", LocalDate.class), row.getBigDecimal("area"),
      row.getBigDecimal("ellipsoid_area"), GeometryCodec.read(row.getBytes("boundary_bytes")), row.getInt("srid"),
      GeometryCodec.read(row.getBytes("degrees_bytes")), row.getString("boundary_hash"), row.getDouble("accuracy"),
      new AuditHead(row.getLong("audit_seq"), row.getString("audit_hash")), row.getString("token"),
      row.getObject("issued_on", LocalDate.class), instant(row, "issued_at"), row.getString("issued_by"),
      instantOrNull(row, "ended_at"), row.getString("ended_by"), row.getString("ended_why"),
      row.getString("ended_document"), row.getString("ended_mutation"), row.getInt("revision"));

  private CertificateRows() {
  }

  static @Nullable String json(List<CoHolder> holders) {
    return holders.isEmpty() ? null : JSON.writeValueAsString(holders);
  }

  private static List<CoHolder> holders(ResultSet row) throws SQLException {
    String json = row.getString("holders");
    return json == null ? List.of() : JSON.readValue(json, HOLDERS);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
