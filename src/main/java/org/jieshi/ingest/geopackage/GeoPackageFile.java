package org.jieshi.ingest.geopackage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.NamedFile;
import org.jieshi.ingest.source.SurveyLayer;
import org.sqlite.SQLiteConfig;

/** Opens files from outside, and lists what they hold. */
final class GeoPackageFile {

  /** Bytes of one value; the largest shapefile record has as many. */
  private static final int LARGEST_VALUE = 32 << 20;
  private static final int MOST_COLUMNS = 2_000;

  private GeoPackageFile() {}

  /** Something that reads a database. */
  interface Reading<T> {
    T read(Connection connection) throws SQLException, IOException;
  }

  /**
   * Immutable: nothing is written, no journal is played back, no lock file appears beside it. The schema isn't trusted:
   * functions in it do not run.
   */
  static Connection open(NamedFile file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, String.valueOf(LARGEST_VALUE));
    config.setPragma(SQLiteConfig.Pragma.LIMIT_COLUMN, String.valueOf(MOST_COLUMNS));
    config.enableLoadExtension(false);
    Connection connection = DriverManager.getConnection(
        "jdbc:sqlite:" + file.path().toUri().toString().replaceFirst("^file:/+", "file:/") + "?immutable=1&mode=ro",
        config.toProperties());
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma cell_size_check = on");
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  static <T> T read(NamedFile file, Reading<T> reading) throws IOException {
    try (Connection connection = open(file)) {
      return reading.read(connection);
    } catch (SQLException damage) {
      throw FileFault.GPKG_DAMAGED.problem(file.name());
    }
  }

  /** The feature tables, by name; with the file's name in front where an upload has several files. */
  static List<SurveyLayer> layers(NamedFile file, boolean severalFiles) throws IOException {
    return read(file, connection -> {
      if (!has(connection, "gpkg_contents") || !has(connection, "gpkg_geometry_columns")) {
        throw FileFault.GPKG_NOT_ONE.problem(file.name());
      }
      List<SurveyLayer> layers = new ArrayList<>();
      try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
          select c.table_name, g.column_name, g.geometry_type_name, g.srs_id
            from gpkg_contents c join gpkg_geometry_columns g on g.table_name = c.table_name
           where c.data_type = 'features' order by c.table_name
          """)) {
        while (row.next()) {
          String table = row.getString(1);
          layers.add(new GeoPackageLayer(file, severalFiles ? file.stem() + "/" + table : table, table, row.getString(2),
              row.getString(3) == null ? "" : row.getString(3), row.getInt(4)));
        }
      }
      if (layers.isEmpty()) {
        throw FileFault.GPKG_NO_FEATURES.problem(file.name());
      }
      return layers;
    });
  }

  /** Whether there is a table of that name: not a view, whose text would run. */
  static boolean has(Connection connection, String table) throws SQLException {
    try (var statement = connection.prepareStatement(
        "select count(*) from sqlite_schema where type = 'table' and lower(name) = lower(?)"
            + " and lower(ltrim(sql)) not like 'create virtual%'")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getInt(1) == 1;
      }
    }
  }
}
