package org.jieshi.map;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.parcels.SpatialUnits;
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

  private static final int ID = 1;
  private static final int SHAPE = 2;

  private final JdbcClient jdbc;
  private final SpatialUnits units;

  TileQuery(JdbcClient jdbc, SpatialUnits units) {
    this.jdbc = jdbc;
    this.units = units;
  }

  /** The number of the newest audit entry: every change of the register has one. */
  long registerVersion() {
    return jdbc.sql("select seq from audit_head").query(Long.class).single();
  }

  /** West, south, east, north of the sub-farms and the parcels. A box holds its upper right corner first. */
  double @Nullable [] extent() {
    return jdbc.sql("""
        select min((bounds[1])[0]), min((bounds[1])[1]), max((bounds[0])[0]), max((bounds[0])[1])
          from (select bounds from administrative_unit where retired_at is null and kind = 'SUB_FARM'
                union all
                select v.bounds from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
                 where v.current and u.kind = 'PARCEL') land
        """).query((row, n) -> row.getObject(1) == null ? Optional.<double[]>empty()
            : Optional.of(new double[] {row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)}))
        .single().orElse(null);
  }

  List<TileFeature> features(TileAddress tile) {
    return jdbc.sql(tile.layer().sql())
        .param("window", tile.window().literal())
        .param("smallest", tile.degreesPerUnit() * SMALLEST_UNITS)
        .query((row, n) -> feature(row, GeometryCodec.read(row.getBytes(SHAPE))))
        .list();
  }

  /** As it was at a moment. */
  List<TileFeature> features(TileAddress tile, Instant moment) {
    return jdbc.sql(PastLayer.sql(tile.layer()))
        .param("window", tile.window().literal())
        .param("smallest", tile.degreesPerUnit() * SMALLEST_UNITS)
        .param("moment", moment.atOffset(ZoneOffset.UTC))
        .query((row, n) -> pastFeature(row))
        .list().stream().flatMap(Optional::stream).toList();
  }

  private Optional<TileFeature> pastFeature(ResultSet row) throws SQLException {
    Optional<Geometry> shape = shape(row);
    return shape.isEmpty() ? Optional.empty() : Optional.of(feature(row, shape.get()));
  }

  /** An overlap that has moved on since is had again from the two versions, which are kept. */
  private Optional<Geometry> shape(ResultSet row) throws SQLException {
    byte[] kept = row.getBytes(SHAPE);
    if (kept != null) {
      return Optional.of(GeometryCodec.read(kept));
    }
    Geometry here = units.getVersion(row.getLong("_left"), row.getInt("_left_version")).boundary();
    Geometry there = CoordinateSystems.inPlane(
        units.getVersion(row.getLong("_right"), row.getInt("_right_version")).boundary(), here.getSRID());
    return Overlap.between(here, there).map(overlap -> CoordinateSystems.transformAcceptingBallpark(overlap.geometry(),
        here.getSRID(), CoordinateSystems.CGCS2000_DEGREES));
  }

  private static TileFeature feature(ResultSet row, Geometry shape) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = SHAPE + 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      if (value != null && !columns.getColumnLabel(i).startsWith(PastLayer.HIDDEN)) {
        properties.put(columns.getColumnLabel(i), value instanceof BigDecimal decimal ? decimal.doubleValue() : value);
      }
    }
    return new TileFeature(row.getLong(ID), shape, properties);
  }
}
