package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieshi.ingest.source.DeclaredSystem;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.MarkLayer;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.OpenLayer;
import org.jspecify.annotations.Nullable;

/**
 * A feature table.
 *
 * @param geometryType as the file declares it; {@code GEOMETRY} may hold anything
 * @param srsId key of {@code gpkg_spatial_ref_sys}
 */
record GeoPackageLayer(NamedFile file, String name, String table, String geometryColumn, String geometryType, int srsId)
    implements MarkLayer {

  /** A column that is read. */
  record Column(String name, String type) {}

  @Override
  public String fileName() {
    return file.name();
  }

  @Override
  public Kind kind() {
    return switch (geometryType.toUpperCase(Locale.ROOT)) {
      case "POINT", "MULTIPOINT" -> Kind.POINTS;
      case "LINESTRING", "MULTILINESTRING", "CURVE", "MULTICURVE", "COMPOUNDCURVE", "CIRCULARSTRING" -> Kind.LINES;
      default -> Kind.POLYGONS;
    };
  }

  /** What the file says under its key: the code where its author is EPSG, else the definition. */
  @Override
  public DeclaredSystem declaredSystem() throws IOException {
    return GeoPackageFile.read(file, connection -> {
      if (GeoPackageFile.has(connection, "gpkg_spatial_ref_sys")) {
        try (var statement = connection.prepareStatement("""
            select organization, organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ?
            """)) {
          statement.setInt(1, srsId);
          try (ResultSet row = statement.executeQuery()) {
            if (row.next()) {
              return declared(row.getString(1), row.getInt(2), row.getString(3));
            }
          }
        }
      }
      return DeclaredSystem.none(file.name(), FileFault.CRS_NOT_SAID);
    });
  }

  private DeclaredSystem declared(@Nullable String organization, int code, @Nullable String definition) {
    if ("EPSG".equalsIgnoreCase(organization) && code > 0) {
      return DeclaredSystem.byCode(file.name(), code);
    }
    boolean defined = definition != null && !definition.isBlank() && !definition.equalsIgnoreCase("undefined");
    return defined ? DeclaredSystem.byDefinition(file.name(), definition)
        : DeclaredSystem.none(file.name(), FileFault.CRS_NOT_SAID);
  }

  @Override
  public OpenLayer open(int srid, @Nullable String encoding) throws IOException {
    return OpenGeoPackage.of(this, srid, false);
  }

  @Override
  public OpenLayer openMarks(int srid, @Nullable String encoding) throws IOException {
    return OpenGeoPackage.of(this, srid, true);
  }

  /** The columns that hold values: no geometry, no generated key, nothing computed. */
  List<Column> columns(Connection connection) throws SQLException, IOException {
    if (!GeoPackageFile.has(connection, table)) {
      throw FileFault.GPKG_NO_TABLE.problem(table, file.name());
    }
    List<Column> columns = new ArrayList<>();
    boolean geometry = false;
    try (var statement = connection.prepareStatement("select name, type, pk, hidden from pragma_table_xinfo(?)")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String column = row.getString(1);
          boolean stored = row.getInt(4) == 0;
          if (column.equalsIgnoreCase(geometryColumn) && stored) {
            geometry = true;
          } else if (stored && !isGeneratedKey(column, row.getInt(3))) {
            columns.add(new Column(column, row.getString(2) == null ? "" : row.getString(2).toUpperCase(Locale.ROOT)));
          }
        }
      }
    }
    if (!geometry) {
      throw FileFault.GPKG_NO_TABLE.problem(table + "." + geometryColumn, file.name());
    }
    return columns;
  }

  /** The key every writer has to add; it says nothing about the land. */
  private static boolean isGeneratedKey(String column, int key) {
    return key == 1 && List.of("fid", "ogc_fid", "objectid", "id").contains(column.toLowerCase(Locale.ROOT));
  }

  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
