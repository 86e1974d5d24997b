package org.jieshi.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jieshi.ingest.source.Finding;
import org.jieshi.shared.Page;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The staging tables: rows of an import and what was found about them. Always written and read in batches. */
@Repository
class StagingRepository {

  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
  private static final int FETCH = 500;
  private static final String ROW = """
      select record, code, cast(boundary as bytea) as boundary, cast(boundary_4490 as bytea) as degrees,
             fields, attributes, outcome from import_row
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final NamedParameterJdbcTemplate streams;
  private final JsonMapper json;

  StagingRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches, JsonMapper json) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.json = json;
    JdbcTemplate streaming = new JdbcTemplate(batches.getJdbcTemplate().getDataSource());
    streaming.setFetchSize(FETCH);
    this.streams = new NamedParameterJdbcTemplate(streaming);
  }

  /** Forgets what an earlier attempt has read. */
  void clear(long importId) {
    jdbc.sql("delete from import_row where import_id = :id").param("id", importId).update();
    jdbc.sql("delete from import_finding where import_id = :id").param("id", importId).update();
  }

  void insertRows(long importId, List<StagedRow> rows) {
    batches.batchUpdate("""
        insert into import_row (import_id, record, outcome, code, boundary, boundary_4490, bounds, fields, attributes)
        values (:id, :record, 'ACCEPTED', :code, cast(:boundary as geometry), cast(:degrees as geometry),
          cast(:bounds as box), cast(:fields as jsonb), cast(:attributes as jsonb))
        """, rows.stream().map(row -> new MapSqlParameterSource("id", importId)
            .addValue("record", row.record()).addValue("code", row.code())
            .addValue("boundary", bytes(row.boundary())).addValue("degrees", bytes(row.degrees()))
            .addValue("bounds", bounds(row.degrees()))
            .addValue("fields", json.writeValueAsString(row.fields()))
            .addValue("attributes", json.writeValueAsString(row.attributes())))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** @param places finds the map position of a coordinate in the file's system, or null where there is none */
  void insertFindings(long importId, List<Finding> findings, MapPositions places) {
    insertFindings(importId, findings, places, false);
  }

  /** As {@link #insertFindings}, for what the register says, which is asked again at the commit. */
  void insertRegisterFindings(long importId, List<Finding> findings, MapPositions places) {
    insertFindings(importId, findings, places, true);
  }

  private void insertFindings(long importId, List<Finding> findings, MapPositions places, boolean ofRegister) {
    batches.batchUpdate("""
        insert into import_finding (import_id, rule, severity, record, message, message_zh, x, y, lon, lat, of_register)
        values (:id, :rule, :severity, :record, :en, :zh, :x, :y, :lon, :lat, :ofRegister)
        """, findings.stream().map(finding -> {
          Coordinate at = finding.coordinate();
          Coordinate onMap = at == null ? null : places.of(at);
          return new MapSqlParameterSource("id", importId).addValue("ofRegister", ofRegister)
              .addValue("rule", finding.rule()).addValue("severity", finding.severity().name())
              .addValue("record", finding.record())
              .addValue("en", finding.sentence().en()).addValue("zh", finding.sentence().zh())
              .addValue("x", at == null ? null : finite(at.x)).addValue("y", at == null ? null : finite(at.y))
              .addValue("lon", onMap == null ? null : onMap.x).addValue("lat", onMap == null ? null : onMap.y);
        }).toArray(MapSqlParameterSource[]::new));
  }

  /**
   * Tells the planner of a large import before it is asked to join one: it knows nothing yet of rows written a moment
   * ago, and would compare each with every other.
   */
  void analyze() {
    for (String table : List.of("import_row", "import_finding", "spatial_unit", "spatial_unit_version")) {
      jdbc.sql("analyze " + table).update();
    }
  }

  /** Records whose shape is no valid polygon in its place, so that nothing can be computed with it. */
  List<Integer> blockedByShape(long importId) {
    return jdbc.sql("""
        select distinct record from import_finding
         where import_id = :id and record is not null and severity = 'BLOCK' and rule in ('F3', 'F5', 'G1')
        """).param("id", importId).query(Integer.class).list();
  }

  /** Forgets what {@link RegisterChecks} found, so that it can be found anew. */
  void forgetRegisterFindings(long importId) {
    jdbc.sql("delete from import_finding where import_id = :id and of_register").param("id", importId).update();
  }

  /** Judges every row by its weightiest finding and counts. */
  void judge(long importId) {
    jdbc.sql("""
        with worst as (
          select record, max(case severity when 'BLOCK' then 2 when 'WARN' then 1 when 'ASK' then 1 else 0 end) as weight
            from import_finding where import_id = :id and record is not null group by record
        ), judged as (
          select r.record, case coalesce(w.weight, 0) when 2 then 'BLOCKED' when 1 then 'WARNED' else 'ACCEPTED' end
                   as outcome
            from import_row r left join worst w on w.record = r.record where r.import_id = :id
        )
        update import_row r set outcome = j.outcome from judged j
         where r.import_id = :id and r.record = j.record and r.outcome <> j.outcome
        """).param("id", importId).update();
    jdbc.sql("""
        update import i set features = c.features, accepted = c.accepted, blocked = c.blocked, warned = c.warned
          from (select count(*) as features, count(*) filter (where outcome <> 'BLOCKED') as accepted,
                       count(*) filter (where outcome = 'BLOCKED') as blocked,
                       count(*) filter (where outcome = 'WARNED') as warned
                  from import_row where import_id = :id) c
         where i.id = :id
        """).param("id", importId).update();
  }

  /** Rows that aren't blocked, in the order of the file; needs a transaction to stream in. */
  void forEachAccepted(long importId, Consumer<StagedRow> action) {
    streams.query(ROW + " where import_id = :id and outcome <> 'BLOCKED' order by record", Map.of("id", importId),
        (RowCallbackHandler) row -> action.accept(read(row)));
  }

  /** Every row with a shape, blocked or not, from west to east; needs a transaction to stream in. */
  void forEachFromWest(long importId, Consumer<StagedRow> action) {
    streams.query(ROW + " where import_id = :id and bounds is not null order by (bounds[1])[0], record",
        Map.of("id", importId), (RowCallbackHandler) row -> action.accept(read(row)));
  }

  /** Every row with its outcome; needs a transaction to stream in. */
  void forEach(long importId, RowAndOutcome action) {
    streams.query(ROW + " where import_id = :id order by record", Map.of("id", importId),
        (RowCallbackHandler) row -> action.accept(read(row), row.getString("outcome")));
  }

  /** Findings, the weightiest first, then in the order of the file. */
  Page<ReportedFinding> findings(
      long importId, @Nullable String severity, @Nullable String rule, @Nullable Integer record, int page, int size) {
    String where = """
         where import_id = :id and (cast(:severity as text) is null or severity = :severity)
           and (cast(:rule as text) is null or rule = :rule) and (cast(:record as int) is null or record = :record)
        """;
    List<ReportedFinding> items = jdbc.sql("select * from import_finding" + where + """
         order by array_position(array['BLOCK', 'ASK', 'WARN', 'INFO'], severity), record nulls first, id
         limit :size offset :offset
        """)
        .param("id", importId).param("severity", severity).param("rule", rule).param("record", record)
        .param("size", size).param("offset", Page.offset(page, size))
        .query((row, number) -> new ReportedFinding(row.getString("rule"), row.getString("severity"),
            (Integer) row.getObject("record"), row.getString("message"), row.getString("message_zh"),
            pair(row, "lon", "lat"), pair(row, "x", "y"))).list();
    long total = jdbc.sql("select count(*) from import_finding" + where)
        .param("id", importId).param("severity", severity).param("rule", rule).param("record", record)
        .query(Long.class).single();
    return new Page<>(items, total, page, size);
  }

  private StagedRow read(ResultSet row) throws SQLException {
    return new StagedRow(row.getInt("record"), row.getString("code"), geometry(row, "boundary"),
        geometry(row, "degrees"), json.readValue(row.getString("fields"), StagedFields.class),
        json.readValue(row.getString("attributes"), STRINGS));
  }

  private static @Nullable Geometry geometry(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : GeometryCodec.read(bytes);
  }

  private static byte @Nullable [] bytes(@Nullable Geometry geometry) {
    return geometry == null ? null : GeometryCodec.write(geometry);
  }

  private static @Nullable String bounds(@Nullable Geometry degrees) {
    return degrees == null ? null : Box.of(degrees.getEnvelopeInternal()).literal();
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static double @Nullable [] pair(ResultSet row, String x, String y) throws SQLException {
    Double first = (Double) row.getObject(x);
    Double second = (Double) row.getObject(y);
    return first == null || second == null ? null : new double[] {first, second};
  }

  /** Where a coordinate of the file lies on the map, CGCS2000 degrees. */
  @FunctionalInterface
  interface MapPositions {
    @Nullable Coordinate of(Coordinate surveyed);
  }

  /** Takes a row with {@code ACCEPTED}, {@code WARNED} or {@code BLOCKED}. */
  @FunctionalInterface
  interface RowAndOutcome {
    void accept(StagedRow row, String outcome) throws SQLException;
  }
}
