package org.jieshi.ingest.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jieshi.geometry.CoordinateSystems;
import org.locationtech.jts.geom.Envelope;

/** The tables that make an SQLite file a GeoPackage (OGC 12-128r17). */
final class GeoPackageSchema {

  private static final String WGS_84 = "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
      + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],AUTHORITY[\"EPSG\",\"4326\"]]";

  private GeoPackageSchema() {}

  static void create(Statement statement) throws SQLException {
    // "GPKG", version 1.3.0
    statement.execute("pragma application_id = 1196444487");
    statement.execute("pragma user_version = 10300");
    statement.execute("""
        create table if not exists gpkg_spatial_ref_sys (
          srs_name text not null, srs_id integer not null primary key, organization text not null,
          organization_coordsys_id integer not null, definition text not null, description text)
        """);
    statement.execute("insert or ignore into gpkg_spatial_ref_sys values"
        + " ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null),"
        + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null),"
        + " ('WGS 84 geodetic', 4326, 'EPSG', 4326, '" + WGS_84 + "', 'longitude/latitude in degrees')");
    statement.execute("""
        create table if not exists gpkg_contents (
          table_name text not null primary key, data_type text not null, identifier text unique,
          description text default '',
          last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
          min_x double, min_y double, max_x double, max_y double, srs_id integer,
          constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))
        """);
    statement.execute("""
        create table if not exists gpkg_geometry_columns (
          table_name text not null, column_name text not null, geometry_type_name text not null,
          srs_id integer not null, z tinyint not null, m tinyint not null,
          constraint pk_geom_cols primary key (table_name, column_name),
          constraint uk_gc_table_name unique (table_name),
          constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
          constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))
        """);
  }

  /** @param columns each with a comma before it */
  static void addFeatures(Connection connection, String table, String description, String shapes, int srid,
      String definition, String columns) throws SQLException {
    String name = CoordinateSystems.findPlane(srid).map(plane -> plane.label())
        .orElseGet(() -> CoordinateSystems.datumOf(srid).label());
    run(connection, "insert or ignore into gpkg_spatial_ref_sys values (?, ?, 'EPSG', ?, ?, null)", name, srid, srid, definition);
    run(connection, "insert into gpkg_contents (table_name, data_type, identifier, description, srs_id)"
        + " values (?, 'features', ?, ?, ?)", table, table, description, srid);
    run(connection, "insert into gpkg_geometry_columns values (?, 'geom', ?, ?, 0, 0)", table, shapes, srid);
    create(connection, table, "geom " + shapes + columns);
  }

  /** A table without shapes. @param columns each with a comma before it */
  static void addAttributes(Connection connection, String table, String description, String columns) throws SQLException {
    run(connection, "insert into gpkg_contents (table_name, data_type, identifier, description) values (?, 'attributes', ?, ?)",
        table, table, description);
    create(connection, table, columns.substring(2));
  }

  private static void create(Connection connection, String table, String columns) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table " + GeoPackageLayer.quoted(table)
          + " (fid integer primary key autoincrement not null, " + columns + ")");
    }
  }

  static void setBounds(Connection connection, String table, Envelope box) throws SQLException {
    if (!box.isNull()) {
      run(connection, "update gpkg_contents set min_x = ?, min_y = ?, max_x = ?, max_y = ? where table_name = ?",
          box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), table);
    }
  }

  private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
