package org.jieshi.ingest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jieshi.parcels.BoundaryMark;
import org.jieshi.parcels.BoundaryMark.Kind;
import org.jieshi.parcels.BoundaryMark.Monument;
import org.jieshi.parcels.BoundaryMark.Nature;
import org.jieshi.parcels.BoundaryMarks.OfRecord;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.StreamedRows;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code import_mark}: boundary points and lines on their way to the register, each with its parcel's record. */
@Repository
class MarkRepository {


  private final JdbcClient jdbc;
  private final JdbcTemplate template;
  private final JsonMapper json;

  MarkRepository(JdbcClient jdbc, JdbcTemplate template, JsonMapper json) {
    this.jdbc = jdbc;
    this.template = template;
    this.json = json;
  }

  /** A staged parcel that a mark may belong to. */
  record Candidate(int record, @Nullable String code, Geometry boundary) {}

  /** The staged parcels of a number, or those whose bounds meet a window in CGCS2000 degrees. */
  List<Candidate> candidates(long importId, @Nullable String code, @Nullable Envelope degrees) {
    return jdbc.sql("""
        select record, code, cast(boundary as bytea) as boundary from import_row
         where import_id = :id and boundary is not null
           and (code = :code or cast(:code as text) is null and bounds && cast(:window as box))
         order by record
        """).param("id", importId).param("code", code)
        .param("window", degrees == null ? null : Box.of(degrees).literal())
        .query((row, number) -> new Candidate(row.getInt("record"), row.getString("code"),
            GeometryCodec.read(row.getBytes("boundary")))).list();
  }

  void insert(long importId, int firstSeq, List<OfRecord> marks) {
    int[] seq = {firstSeq};
    template.batchUpdate("""
        insert into import_mark (import_id, seq, record, kind, shape, fields)
        values (?, ?, ?, ?, cast(? as geometry), cast(? as jsonb))
        """, marks.stream().map(each -> new Object[] {importId, seq[0]++, each.record(), each.mark().kind().name(),
            GeometryCodec.write(each.mark().shape()), json.writeValueAsString(fields(each.mark()))}).toList());
  }

  /** Those of accepted parcels, in the order of their parcels, without holding them all in memory. */
  void forEachAccepted(long importId, Consumer<OfRecord> action) {
    streaming().query("""
        select m.record, m.kind, cast(m.shape as bytea) as shape, m.fields::text as fields
          from import_mark m join import_row r on r.import_id = m.import_id and r.record = m.record
         where m.import_id = ? and not %s order by m.record, m.seq
        """.formatted(Outcomes.BLOCKED), row -> {
          action.accept(new OfRecord(row.getInt("record"), mark(row)));
        }, importId);
  }

  /** The points of a parcel. */
  record PointsOfRecord(int record, Geometry boundary, @Nullable Double accuracy, List<BoundaryMark> points) {}

  /** The points of each parcel that came with any. */
  void forEachWithPoints(long importId, Consumer<PointsOfRecord> action) {
    PointsOfRecord[] open = {null};
    streaming().query("""
        select m.record, m.kind, cast(m.shape as bytea) as shape, m.fields::text as fields,
               cast(r.fields ->> 'accuracy' as float8) as accuracy,
               case when row_number() over (partition by m.record order by m.seq) = 1 then cast(r.boundary as bytea) end
                 as boundary
          from import_mark m join import_row r on r.import_id = m.import_id and r.record = m.record
         where m.import_id = ? and m.kind = 'POINT' order by m.record, m.seq
        """, row -> {
          byte[] boundary = row.getBytes("boundary");
          if (boundary != null) {
            if (open[0] != null) {
              action.accept(open[0]);
            }
            open[0] = new PointsOfRecord(row.getInt("record"), GeometryCodec.read(boundary),
                (Double) row.getObject("accuracy"), new ArrayList<>());
          }
          open[0].points().add(mark(row));
        }, importId);
    if (open[0] != null) {
      action.accept(open[0]);
    }
  }

  /** By cursor, which PostgreSQL keeps within the transaction. */
  private JdbcTemplate streaming() {
    return new StreamedRows(template);
  }

  /** What of a mark is kept as JSON. */
  record Fields(@Nullable String number, @Nullable Integer place, @Nullable Monument monument, @Nullable Nature nature,
      @Nullable String follows, @Nullable String position, @Nullable BigDecimal length,
      Map<String, String> attributes) {}

  private static Fields fields(BoundaryMark mark) {
    return new Fields(mark.number(), mark.place(), mark.monument(), mark.nature(), mark.follows(), mark.position(),
        mark.length(), new LinkedHashMap<>(mark.attributes()));
  }

  private BoundaryMark mark(ResultSet row) throws SQLException {
    Fields fields = json.readValue(row.getString("fields"), Fields.class);
    return new BoundaryMark(Kind.valueOf(row.getString("kind")), GeometryCodec.read(row.getBytes("shape")),
        fields.number(), fields.place(), fields.monument(), fields.nature(), fields.follows(), fields.position(),
        fields.length(), fields.attributes());
  }
}
