package org.jieshi.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.Bilingual;
import org.jieshi.store.GeometryCodec;
import org.springframework.jdbc.core.RowMapper;

/** How conflicts are read. */
final class ConflictRows {

  static final String SELECT = """
      select c.id, c.left_unit, c.left_version, l.kind as left_kind, l.code as left_code, c.right_unit, c.right_version,
             r.kind as right_kind, r.code as right_code, c.overlap_class, c.track, c.area, c.mean_width, c.max_width,
             c.left_accuracy, c.right_accuracy, c.allowed_width, c.ballpark, c.left_share, c.right_share,
             cast(c.overlap as bytea) as overlap, cast(c.overlap_4490 as bytea) as degrees, c.status, c.case_number,
             c.rule_version, c.reason, c.reason_zh, c.computed_at, c.revision
        from conflict c join spatial_unit l on l.id = c.left_unit join spatial_unit r on r.id = c.right_unit
      """;

  static final RowMapper<Conflict> CONFLICT = (row, number) -> new Conflict(row.getLong("id"), side(row, "left"),
      side(row, "right"), OverlapClass.valueOf(row.getString("overlap_class")), Track.valueOf(row.getString("track")),
      row.getDouble("area"), row.getDouble("mean_width"), row.getDouble("max_width"),
      row.getObject("left_accuracy", Double.class), row.getObject("right_accuracy", Double.class),
      row.getDouble("allowed_width"), row.getObject("ballpark", Double.class),
      row.getDouble("left_share"), row.getDouble("right_share"),
      GeometryCodec.read(row.getBytes("overlap")), GeometryCodec.read(row.getBytes("degrees")),
      ConflictStatus.valueOf(row.getString("status")), row.getString("case_number"), row.getString("rule_version"),
      new Bilingual(row.getString("reason"), row.getString("reason_zh")),
      row.getObject("computed_at", OffsetDateTime.class).toInstant(), row.getInt("revision"));

  private ConflictRows() {
  }

  private static UnitRef side(ResultSet row, String side) throws SQLException {
    return new UnitRef(row.getLong(side + "_unit"), UnitKind.valueOf(row.getString(side + "_kind")),
        row.getString(side + "_code"), row.getInt(side + "_version"));
  }
}
