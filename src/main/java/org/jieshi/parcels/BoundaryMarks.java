package org.jieshi.parcels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jieshi.parcels.BoundaryMark.Kind;
import org.jieshi.parcels.BoundaryMark.Monument;
import org.jieshi.parcels.BoundaryMark.Nature;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Boundary points and lines as surveyed, by the version of the parcel they came with. A version without them has a
 * boundary table of its vertices alone ({@link org.jieshi.geometry.BoundaryPoints}).
 */
@Component
public class BoundaryMarks {

  private static final TypeReference<java.util.Map<String, String>> TEXTS = new TypeReference<>() {};
  /** What {@link #mark} reads. */
  static final String COLUMNS = "m.kind, cast(m.shape as bytea) as shape, m.number, m.place, m.monument, m.nature,"
      + " m.follows, m.position, m.length, m.attributes::text as attributes";
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final JdbcTemplate template;

  BoundaryMarks(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.template = template;
  }

  /** A mark and the record of the import that brought its parcel. */
  public record OfRecord(int record, BoundaryMark mark) {}

  /**
   * Adds marks to the versions that an import has just brought; those whose record didn't arrive are left out. The
   * caller's transaction records the import in the audit log.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(long importId, List<OfRecord> marks) {
    if (marks.isEmpty()) {
      return;
    }
    template.batchUpdate("""
        insert into boundary_mark (unit_id, version, kind, shape, srid, number, place, monument, nature, follows, position,
          length, attributes, import_id)
        select v.unit_id, v.version, ?, cast(? as geometry), ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), v.import_id
          from spatial_unit_version v where v.import_id = ? and v.import_record = ? and v.current
        """, marks.stream().map(each -> parameters(importId, each)).toList());
  }

  private static Object[] parameters(long importId, OfRecord each) {
    BoundaryMark mark = each.mark();
    return new Object[] {mark.kind().name(), GeometryCodec.write(mark.shape()), mark.shape().getSRID(), mark.number(),
        mark.place(), mark.monument() == null ? null : mark.monument().name(),
        mark.nature() == null ? null : mark.nature().name(), mark.follows(), mark.position(), mark.length(),
        JSON.writeValueAsString(mark.attributes()), importId, each.record()};
  }

  /** The marks of a version, points before lines, in the order of the file. */
  public List<BoundaryMark> of(UnitRef version) {
    return jdbc.sql("select " + COLUMNS + """
         from boundary_mark m where unit_id = :unit and version = :version order by kind desc, place nulls last, id
        """).param("unit", version.id()).param("version", version.version())
        .query((row, n) -> mark(row)).list();
  }

  static BoundaryMark mark(ResultSet row) throws SQLException {
    return new BoundaryMark(Kind.valueOf(row.getString("kind")), GeometryCodec.read(row.getBytes("shape")),
        row.getString("number"), (Integer) row.getObject("place"), named(Monument.class, row.getString("monument")),
        named(Nature.class, row.getString("nature")), row.getString("follows"), row.getString("position"),
        row.getBigDecimal("length"), JSON.readValue(row.getString("attributes"), TEXTS));
  }

  private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
