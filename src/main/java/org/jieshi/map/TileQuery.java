package org.jieshi.map;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.store.GeometryCodec;
import org.jspecify.annotations.Nullable;
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

  TileQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
        .query((row, n) -> feature(row))
        .list();
  }

  private static TileFeature feature(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (int i = SHAPE + 1; i <= columns.getColumnCount(); i++) {
      Object value = row.getObject(i);
      if (value != null) {
        properties.put(columns.getColumnLabel(i), value instanceof BigDecimal decimal ? decimal.doubleValue() : value);
      }
    }
    return new TileFeature(row.getLong(ID), GeometryCodec.read(row.getBytes(SHAPE)), properties);
  }
}
