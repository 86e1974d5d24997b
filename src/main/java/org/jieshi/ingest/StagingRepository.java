package org.jieshi.ingest;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jieshi.ingest.source.Finding;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Page;
import org.jieshi.store.Box;
import org.jieshi.store.CopyRows;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.PlannerStatistics;
import org.jieshi.store.StreamedRows;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The staging tables: rows of an import and what was found about them. Always written and read in batches. */
@Repository
class StagingRepository {

  private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};
  private static final String FINDINGS = "import_finding (import_id, rule, severity, record)";
  /** Records that anything was found about, and what that comes to. */
  private static final String JUDGED = """
      select record, bool_or(severity = 'BLOCK') as blocked, bool_or(severity in ('WARN', 'ASK')) as warned
        from import_finding where import_id = :id and record is not null group by record
      """;
  private static final String ROW = """
      select record, code, cast(boundary as bytea) as boundary, cast(boundary_4490 as bytea) as degrees,
             fields, attributes from import_row r
      """;

  private static final String ROW_AND_OUTCOME =
      ROW.replace("attributes from", "attributes, " + Outcomes.OF_ROW + " as outcome from");
  private static final String ROW_IN_PLANE = ROW.replace("cast(boundary_4490 as bytea)", "null::bytea");

  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final NamedParameterJdbcTemplate streams;
  private final JsonMapper json;
  private final ObjectWriter fieldWriter;
  private final Rules rules;
  private final RepairRepository repairs;

  StagingRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json, Rules rules,
      RepairRepository repairs) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
    // what a file doesn't say takes no room: most of fifteen fields, a hundred thousand times
    this.fieldWriter = json.rebuild().changeDefaultPropertyInclusion(all -> all.withValueInclusion(Include.NON_NULL)).build()
        .writerFor(StagedFields.class);
    this.rules = rules;
    this.repairs = repairs;
    this.streams = new NamedParameterJdbcTemplate(new StreamedRows(template));
  }

  /** Forgets what an earlier attempt has read. */
  void clear(long importId) {
    jdbc.sql("delete from import_row where import_id = :id").param("id", importId).update();
    jdbc.sql("delete from import_finding where import_id = :id").param("id", importId).update();
    jdbc.sql("delete from import_repair where import_id = :id").param("id", importId).update();
  }

  /**
   * Rows and findings as they go into the database; encoding them is half of the work of storing them, and needs neither
   * a transaction nor this thread.
   */
  record Encoded(long importId, CopyRows rows, CopyRows findings, List<Repair> repairs, int lastRecord,
      List<SweptRow> land, List<@Nullable String> codes) {}

  /** @param places finds the map position of a coordinate in the file's system, or null where there is none */
  Encoded encode(long importId, StagedBatch batch, MapPositions places) {
    CopyRows rows = new CopyRows("import_row", "import_id", "record", "code", "boundary", "boundary_4490",
        "bounds", "fields", "attributes");
    List<SweptRow> land = new ArrayList<>();
    for (StagedRow row : batch.rows()) {
      Box bounds = bounds(row.degrees());
      rows.row().big(importId).integer(row.record()).text(row.code()).geometry(row.boundary()).geometry(row.degrees())
          .box(bounds).json(fieldWriter.writeValueAsString(row.fields())).json(attributes(row));
      if (row.boundary() != null && bounds != null && batch.isComparable(row.record())) {
        land.add(SweptRow.of(row.record(), bounds, row.fields().accuracy(), row.fields().party(), row.boundary()));
      }
    }
    HeldLand.sort(land);
    int last = batch.rows().isEmpty() ? 0 : batch.rows().get(batch.rows().size() - 1).record();
    return new Encoded(importId, rows, encode(importId, batch.findings(), places, false), batch.repairs(), last,
        land, batch.rows().stream().map(StagedRow::code).toList());
  }

  private String attributes(StagedRow row) {
    return row.attributes().isEmpty() ? "{}" : json.writeValueAsString(row.attributes());
  }

  void insert(Encoded batch) {
    CopyRows.write(template, List.of(batch.rows()));
    CopyRows.write(template, List.of(batch.findings()));
    repairs.insert(batch.importId(), batch.repairs());
  }

  /** The highest number of a record, 0 without any. */
  long lastRecord(long importId) {
    return jdbc.sql("select coalesce(max(record), 0) from import_row where import_id = :id").param("id", importId)
        .query(Long.class).single();
  }

  /** Of all boundaries, or a few more. */
  long vertices(long importId) {
    return jdbc.sql("select coalesce(sum(octet_length(cast(boundary as bytea))) / 16, 0) from import_row where import_id = :id")
        .param("id", importId).query(Long.class).single();
  }

  StagedRow row(long importId, int record) {
    return jdbc.sql(ROW + " where import_id = :id and record = :record").param("id", importId).param("record", record)
        .query((row, number) -> read(row)).single();
  }

  /** Puts another boundary, fields and attributes in the place of those of a record. */
  void replace(long importId, StagedRow row) {
    jdbc.sql("""
        update import_row set boundary = cast(:boundary as geometry), boundary_4490 = cast(:degrees as geometry),
               bounds = cast(:bounds as box), fields = cast(:fields as jsonb), attributes = cast(:attributes as jsonb)
         where import_id = :id and record = :record
        """).param("boundary", bytes(row.boundary())).param("degrees", bytes(row.degrees()))
        .param("bounds", bounds(row.degrees()).literal()).param("fields", fieldWriter.writeValueAsString(row.fields()))
        .param("attributes", json.writeValueAsString(row.attributes())).param("id", importId)
        .param("record", row.record()).update();
  }

  /** Forgets what these rules found, so that it can be found anew. */
  void forgetFindings(long importId, List<String> rules) {
    jdbc.sql("delete from import_finding where import_id = :id and rule = any(:rules)").param("id", importId)
        .param("rules", rules.toArray(String[]::new)).update();
  }

  /** As {@link #forgetFindings(long, List)}, of one record. */
  void forgetFindings(long importId, int record, List<String> rules) {
    jdbc.sql("delete from import_finding where import_id = :id and record = :record and rule = any(:rules)")
        .param("id", importId).param("record", record).param("rules", rules.toArray(String[]::new)).update();
  }

  /** @param places finds the map position of a coordinate in the file's system, or null where there is none */
  void insertFindings(long importId, List<Finding> findings, MapPositions places) {
    CopyRows.write(template, List.of(encode(importId, findings, places, false)));
  }

  /** As {@link #insertFindings}, for what the register says, which is asked again at the commit. */
  void insertRegisterFindings(long importId, List<Finding> findings, MapPositions places) {
    CopyRows.write(template, List.of(encode(importId, findings, places, true)));
  }

  private CopyRows encode(long importId, List<Finding> findings, MapPositions places, boolean ofRegister) {
    CopyRows rows = new CopyRows("import_finding", "import_id", "rule", "severity", "record", "message", "message_zh",
        "x", "y", "lon", "lat", "of_register", "rule_version", "tolerance");
    for (Finding finding : findings) {
      Coordinate at = finding.coordinate();
      Coordinate onMap = at == null ? null : places.of(at);
      rows.row().big(importId).text(finding.rule()).text(finding.severity().name()).integer(finding.record())
          .text(finding.sentence().en()).text(finding.sentence().zh())
          .real(at == null ? null : finite(at.x)).real(at == null ? null : finite(at.y))
          .real(onMap == null ? null : finite(onMap.x)).real(onMap == null ? null : finite(onMap.y)).truth(ofRegister)
          .text(Rules.VERSION).real(finding.tolerance() == null ? rules.tolerance(finding.rule()) : finding.tolerance());
    }
    return rows;
  }

  /**
   * Has rows looked up by their import in the running transaction, even if they are most of the table: reading it through
   * would clear up page by page what other imports left behind, for five times the time.
   */
  void lookUpByImport() {
    jdbc.sql("set local enable_seqscan = off").update();
  }

  /** Tells the planner of the rows of a large import before it is asked for them. */
  void analyzeRows(long rows) {
    analyze(rows, "import_row (import_id, record, code)", FINDINGS);
  }

  /** Tells the planner of what was found in a large import before it is asked to join that with the register. */
  void analyzeFindings(long rows) {
    analyze(rows, FINDINGS, "spatial_unit", "spatial_unit_version");
  }

  private void analyze(long rows, String... tables) {
    for (String table : tables) {
      PlannerStatistics.grownUnlessBusy(jdbc, table, rows);
    }
  }

  /** Forgets what {@link RegisterChecks} found, so that it can be found anew. */
  void forgetRegisterFindings(long importId) {
    jdbc.sql("delete from import_finding where import_id = :id and of_register").param("id", importId).update();
  }

  /** Counts the rows by what becomes of them. */
  void count(long importId) {
    jdbc.sql("""
        update import i set features = c.features, accepted = c.accepted, blocked = c.blocked, warned = c.warned,
               unchanged = c.unchanged
          from (select count(*) as features, count(*) filter (where f.blocked) as blocked,
                       count(*) filter (where f.blocked is not true and not r.unchanged) as accepted,
                       count(*) filter (where f.blocked is not true and r.unchanged) as unchanged,
                       count(*) filter (where f.blocked is not true and not r.unchanged and f.warned) as warned
                  from import_row r
                  left join (%s) f on f.record = r.record
                 where r.import_id = :id) c
         where i.id = :id
        """.formatted(JUDGED)).param("id", importId).update();
  }

  /**
   * As {@link #count(long)}, by the findings alone.
   *
   * @param rows how many there are, none of them unchanged
   * @return whether that was possible: records are numbered from 1 without a gap, and every finding is about one of them
   */
  boolean count(long importId, long rows) {
    return lastRecord(importId) == rows && jdbc.sql("""
        update import i set features = :rows, accepted = :rows - f.blocked, blocked = f.blocked, warned = f.warned, unchanged = 0
          from (select count(*) filter (where blocked) as blocked, count(*) filter (where warned and not blocked) as warned,
                       coalesce(max(record), 0) as last
                  from (%s) each) f
         where i.id = :id and f.last <= :rows
        """.formatted(JUDGED)).param("id", importId).param("rows", rows).update() == 1;
  }

  /** How many of the rows that would be committed are new to the register, and how many change what is on it. */
  Impact countUnits(long importId, UnitKind kind, Impact impact) {
    return jdbc.sql("""
        select count(*) filter (where u.id is null) as added, count(*) filter (where u.id is not null) as changed
          from import_row r left join spatial_unit u on u.kind = :kind and u.code = r.code
           and u.status not in ('RETIRED', 'WITHDRAWN')
         where r.import_id = :id and %s
        """.formatted(Outcomes.COMMITTABLE)).param("id", importId).param("kind", kind.name())
        .query((row, number) -> impact.ofUnits(row.getInt("added"), row.getInt("changed"))).single();
  }

  /** What is on the register under the codes of rows that are to be committed, by id, ascending. */
  long[] replaced(long importId, UnitKind kind) {
    return jdbc.sql("""
        select u.id from import_row r join spatial_unit u on u.kind = :kind and u.code = r.code
         where r.import_id = :id and %s
         order by u.id
        """.formatted(Outcomes.COMMITTABLE)).param("id", importId).param("kind", kind.name())
        .query((ResultSet rows) -> {
          LongStream.Builder ids = LongStream.builder();
          while (rows.next()) {
            ids.add(rows.getLong(1));
          }
          return ids.build().toArray();
        });
  }

  /** Rows that are to be committed, in the order of the file and without degrees; needs a transaction to stream in. */
  void forEachAccepted(long importId, Consumer<StagedRow> action) {
    streams.query(ROW_IN_PLANE + " where import_id = :id and " + Outcomes.COMMITTABLE + " order by record",
        Map.of("id", importId), (RowCallbackHandler) row -> action.accept(read(row)));
  }

  /** Every row whose shape is a valid polygon in its place, from west to east; needs a transaction to stream in. */
  void forEachFromWest(long importId, Consumer<SweptRow> action) {
    streams.query("""
        select record, cast(boundary as bytea) as boundary, cast(fields ->> 'accuracy' as float8) as accuracy,
               fields ->> 'party' as party, %s
          from import_row r
         where import_id = :id and bounds is not null and not exists (
           select 1 from import_finding f where f.import_id = r.import_id and f.record = r.record
              and f.severity = 'BLOCK' and f.rule in (:withoutLand))
         order by west, record
        """.formatted(Box.SIDES), Map.of("id", importId, "withoutLand", HeldLand.WITHOUT_LAND),
        (RowCallbackHandler) row -> action.accept(SweptRow.of(row.getInt("record"), Box.of(row),
            (Double) row.getObject("accuracy"), row.getString("party"), GeometryCodec.read(row.getBytes("boundary")))));
  }

  /** Every row with its outcome; needs a transaction to stream in. */
  void forEach(long importId, RowAndOutcome action) {
    streams.query(ROW_AND_OUTCOME + " where import_id = :id order by record", Map.of("id", importId),
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
        .query((row, number) -> finding(row)).list();
    long total = jdbc.sql("select count(*) from import_finding" + where)
        .param("id", importId).param("severity", severity).param("rule", rule).param("record", record)
        .query(Long.class).single();
    return new Page<>(items, total, page, size);
  }

  /** How much each rule found, the weightiest first. */
  List<FindingGroup> findingGroups(long importId) {
    return jdbc.sql("""
        select rule, severity, count(*) as count, min(rule_version) as rule_version,
               case when min(tolerance) = max(tolerance) then min(tolerance) end as tolerance
          from import_finding where import_id = :id group by rule, severity
         order by array_position(array['BLOCK', 'ASK', 'WARN', 'INFO'], severity), rule
        """).param("id", importId)
        .query((row, number) -> new FindingGroup(row.getString("rule"), row.getString("severity"),
            row.getLong("count"), row.getString("rule_version"), (Double) row.getObject("tolerance"))).list();
  }

  /** Every finding with the code of its record, in the order of the file; needs a transaction to stream in. */
  void forEachFinding(long importId, FindingAndCode action) {
    streams.query("""
        select f.*, r.code from import_finding f left join import_row r on r.import_id = f.import_id and r.record = f.record
         where f.import_id = :id order by f.record nulls first, f.id
        """, Map.of("id", importId), (RowCallbackHandler) row -> action.accept(finding(row), row.getString("code")));
  }

  private static ReportedFinding finding(ResultSet row) throws SQLException {
    return new ReportedFinding(row.getString("rule"), row.getString("severity"),
        (Integer) row.getObject("record"), row.getString("message"), row.getString("message_zh"),
        pair(row, "lon", "lat"), pair(row, "x", "y"), row.getString("rule_version"),
        (Double) row.getObject("tolerance"));
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

  private static @Nullable Box bounds(@Nullable Geometry degrees) {
    return degrees == null ? null : Box.of(degrees.getEnvelopeInternal());
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

  /** Takes a finding with the register's number of its record, or null without one. */
  @FunctionalInterface
  interface FindingAndCode {
    void accept(ReportedFinding finding, @Nullable String code) throws SQLException;
  }

  /** Takes a row with {@code ACCEPTED}, {@code WARNED} or {@code BLOCKED}. */
  @FunctionalInterface
  interface RowAndOutcome {
    void accept(StagedRow row, String outcome) throws SQLException;
  }
}
