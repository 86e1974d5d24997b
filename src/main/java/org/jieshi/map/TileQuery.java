package org.jieshi.map;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a tile shows. */
@Component
class TileQuery {

  /** A pixel. */
  private static final double SMALLEST_UNITS = TileAddress.EXTENT / (double) TileAddress.PIXELS;

  private static final Box WORLD = new Box(-180, -90, 180, 90);
  private static final int ID = 1;
  private static final int SHAPE = 2;

  private final JdbcClient jdbc;
  private final SpatialUnits units;

  TileQuery(JdbcClient jdbc, SpatialUnits units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  /** West, south, east, north of the sub-farms and the parcels. A box holds its upper right corner first. */
  double @Nullable [] extent() {
    return jdbc.sql("""
        select min((bounds[1])[0]), min((bounds[1])[1]), max((bounds[0])[0]), max((bounds[0])[1])
          from (select bounds from administrative_unit where retired_at is null and kind = 'SUB_FARM'
                union all
                select bounds from drawn_unit where kind = 'PARCEL') land
        """).query((row, n) -> row.getObject(1) == null ? Optional.<double[]>empty()
            : Optional.of(new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)}))
        .single().orElse(null);
  }

  /** The tile as the register stands. @param district what lies in it; null: everywhere */
  byte[] drawn(TileAddress tile, @Nullable String district) {
    return drawn(parameters(tile.layer().sqlAt(tile.z()), tile, district), TileEncoder.of(tile));
  }

  /** As it was at a moment. */
  byte[] drawn(TileAddress tile, Instant moment, @Nullable String district) {
    return drawn(parameters(PastLayer.sql(tile.layer()), tile, district)
        .param("moment", moment.atOffset(ZoneOffset.UTC)), TileEncoder.ofLand(tile));
  }

  private JdbcClient.StatementSpec parameters(String sql, TileAddress tile, @Nullable String district) {
    JdbcClient.StatementSpec query = district == null ? jdbc.sql(sql)
        : jdbc.sql("select * from (" + sql + ") land where " + tile.layer().inDistrict()).param("district", district);
    return query
        .param("window", tile.window().literal())
        .param("smallest", tile.degreesPerUnit() * SMALLEST_UNITS);
  }

  private byte[] drawn(JdbcClient.StatementSpec query, TileEncoder encoder) {
    return query.query((ResultSet rows) -> {
      String[] names = propertyNames(rows.getMetaData());
      Object[] values = new Object[names.length];
      while (rows.next()) {
        byte[] shape = shape(rows);
        if (shape != null) {
          for (int i = 0; i < names.length; i++) {
            values[i] = rows.getObject(SHAPE + 1 + i);
          }
          encoder.add(rows.getLong(ID), shape, names, values);
        }
      }
      return encoder.bytes();
    });
  }

  /** The properties of a layer, each with its kind as TileJSON names it. */
  Map<String, String> fields(TileLayer layer) {
    return jdbc.sql("select * from (" + layer.sqlAt(TileAddress.DEEPEST) + ") land limit 0").param("window", WORLD.literal())
        .param("smallest", 0.0).query((ResultSet rows) -> {
          Map<String, String> fields = new TreeMap<>();
          ResultSetMetaData columns = rows.getMetaData();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (i != SHAPE) {
              fields.put(columns.getColumnLabel(i), switch (columns.getColumnType(i)) {
                case Types.INTEGER, Types.BIGINT, Types.DOUBLE, Types.NUMERIC, Types.REAL -> "Number";
                default -> "String";
              });
            }
          }
          return fields;
        });
  }

  /** The columns after the shape, up to the hidden ones, which come last. */
  private static String[] propertyNames(ResultSetMetaData columns) throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = SHAPE + 1; i <= columns.getColumnCount(); i++) {
      if (!columns.getColumnLabel(i).startsWith(PastLayer.HIDDEN)) {
        names.add(columns.getColumnLabel(i));
      }
    }
    return names.toArray(String[]::new);
  }

  /** An overlap that has moved on since is had again from the two versions, which are kept. */
  private byte @Nullable [] shape(ResultSet row) throws SQLException {
    byte[] kept = row.getBytes(SHAPE);
    if (kept != null) {
      return kept;
    }
    Geometry shared = units.sharedLand(row.getLong("_left"), row.getInt("_left_version"), row.getLong("_right"),
        row.getInt("_right_version"));
    return shared.isEmpty() ? null : GeometryCodec.write(CoordinateSystems.transformAcceptingBallpark(shared,
        shared.getSRID(), CoordinateSystems.CGCS2000_DEGREES));
  }
}
