package org.jieshi.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a version of a unit is read: the columns of {@code spatial_unit u} and {@code spatial_unit_version v}. */
final class UnitRows {

  static final String COLUMNS = """
      u.id, u.kind, u.code, u.status, u.revision, v.version, cast(v.boundary as bytea) as boundary, v.srid,
      cast(v.boundary_4490 as bytea) as degrees, v.plane_area, v.ellipsoid_area, v.declared_area, v.accuracy,
      v.boundary_hash, v.party, v.basis, v.document, v.since, v.sub_farm, v.town, v.village, v.land_use_scheme,
      v.land_use_code, v.location, v.right_nature, v.attributes::text as attributes, v.import_id, v.import_record,
      v.reason, v.reason_subject, v.valid_from, v.valid_to
      """;

  static final String CURRENT = "select " + COLUMNS
      + " from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current ";

  static final String ANY_VERSION = "select " + COLUMNS
      + " from spatial_unit u join spatial_unit_version v on v.unit_id = u.id ";

  /** Takes {@code :moment}. */
  static final String IN_FORCE_AT = "v.valid_from <= :moment and (v.current or v.valid_to > :moment)";

  static final RowMapper<UnitVersion> VERSION = (row, number) -> version(row);

  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private UnitRows() {
  }

  /** The status that a unit in force at {@code :moment} had then. */
  static String statusAt(UnitKind kind) {
    return kind == UnitKind.PARCEL ? "parcel_status_at(u.code, :moment)" : "'ACTIVE'";
  }

  /** As {@link #ANY_VERSION}, with the status of {@code :moment}. */
  static String at(UnitKind kind) {
    return ANY_VERSION.replace("u.status", statusAt(kind) + " as status");
  }

  static String attributesOf(UnitFacts facts) {
    return JSON.writeValueAsString(facts.attributes());
  }

  private static UnitVersion version(ResultSet row) throws SQLException {
    UnitRef ref = new UnitRef(row.getLong("id"), UnitKind.valueOf(row.getString("kind")), row.getString("code"),
        row.getInt("version"));
    return new UnitVersion(ref, UnitStatus.valueOf(row.getString("status")), row.getInt("revision"),
        GeometryCodec.read(row.getBytes("boundary")), row.getInt("srid"), GeometryCodec.read(row.getBytes("degrees")),
        row.getBigDecimal("plane_area"), row.getBigDecimal("ellipsoid_area"), row.getBigDecimal("declared_area"),
        row.getObject("accuracy", Double.class), row.getString("boundary_hash"), facts(row),
        row.getObject("import_id", Long.class), row.getObject("import_record", Integer.class),
        row.getString("reason"), row.getString("reason_subject"),
        row.getObject("valid_from", OffsetDateTime.class).toInstant(), instant(row, "valid_to"));
  }

  private static UnitFacts facts(ResultSet row) throws SQLException {
    return new UnitFacts(row.getString("party"), row.getString("basis"), row.getString("document"),
        row.getObject("since", LocalDate.class), row.getString("sub_farm"), row.getString("town"),
        row.getString("village"), row.getString("land_use_scheme"), row.getString("land_use_code"),
        row.getString("location"), row.getString("right_nature"),
        JSON.readValue(row.getString("attributes"), TEXTS));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
