package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.RecordShapes;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;

/**
 * A feature table once its columns and rows are known.
 *
 * @param marks whether its rows are boundary points or lines
 */
record OpenGeoPackage(GeoPackageLayer layer, int srid, boolean marks, List<GeoPackageLayer.Column> stored, int records,
    List<Finding> findings) implements OpenLayer {

  static OpenGeoPackage of(GeoPackageLayer layer, int srid, boolean marks) throws IOException {
    return GeoPackageFile.read(layer.file(), connection -> {
      List<GeoPackageLayer.Column> columns = new ArrayList<>();
      List<Finding> findings = new ArrayList<>();
      for (GeoPackageLayer.Column column : layer.columns(connection)) {
        if (column.type().startsWith("BLOB")) {
          findings.add(Finding.ofFile("F2", Severity.WARN, new Bilingual(
              "Column %s of %s holds binary data and was left out.", "%2$s 的 %1$s 列为二进制数据，未读取。")
              .formatted(column.name(), layer.fileName())));
        } else {
          columns.add(column);
        }
      }
      if (hasHeights(connection, layer)) {
        findings.add(RecordShapes.heightsDropped(layer.fileName()));
      }
      return new OpenGeoPackage(layer, srid, marks, columns, count(connection, layer), findings);
    });
  }

  private static int count(Connection connection, GeoPackageLayer layer) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
        "select count(*) from main." + GeoPackageLayer.quoted(layer.table()))) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static boolean hasHeights(Connection connection, GeoPackageLayer layer) throws SQLException {
    try (var statement = connection.prepareStatement(
        "select max(z), max(m) from gpkg_geometry_columns where table_name = ?")) {
      statement.setString(1, layer.table());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && (row.getInt(1) == 1 || row.getInt(2) == 1);
      }
    }
  }

  @Override
  public List<String> columns() {
    return stored.stream().map(GeoPackageLayer.Column::name).toList();
  }

  /** SQLite keeps text as Unicode. */
  @Override
  public String encoding() {
    return "UTF-8";
  }

  @Override
  public Records read() throws IOException {
    return GeoPackageRecords.open(this);
  }

  @Override
  public void close() {
    // each reading closes its own connection
  }
}
