package org.jieshi.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jieshi.store.StoreProperties.PostgisUse;

/**
 * What stands behind the column type {@code geometry} of a database: PostGIS's own type, or a domain over
 * {@code bytea}. Chosen once, when the database is first migrated, and never changed in place; moving from one to the
 * other is a dump and a restore.
 */
enum GeometryType {
  PLAIN("classpath:db/plain"),
  POSTGIS("classpath:db/postgis");

  private final String location;

  GeometryType(String location) {
    this.location = location;
  }

  /** Flyway's folder of the scripts that only this kind of database runs. */
  String location() {
    return location;
  }

  /** The kind that the database has, or is to get if it is new; with PostGIS the extension exists on return. */
  static GeometryType of(DataSource dataSource, PostgisUse use) {
    try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
      String existing = text(statement, "SELECT typtype FROM pg_type WHERE oid = to_regtype('geometry')");
      if (!existing.isEmpty()) {
        return existing.equals("d") ? PLAIN : POSTGIS;
      }
      boolean available =
          !text(statement, "SELECT name FROM pg_available_extensions WHERE name = 'postgis'").isEmpty();
      if (use == PostgisUse.OFF || !available) {
        return PLAIN;
      }
      createExtension(statement);
      return POSTGIS;
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The database can't be read (" + e.getMessage() + "): check that it is up and this user may use it.",
          "无法读取数据库（" + e.getMessage() + "）：请确认数据库已启动且当前用户有使用权限。", e);
    }
  }

  private static void createExtension(Statement statement) {
    try {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The server has PostGIS but this user may not create it (" + e.getMessage()
              + "): have an administrator run CREATE EXTENSION postgis in this database, or set JIESHI_DB_POSTGIS=OFF.",
          "服务器提供 PostGIS，但当前用户无权创建（" + e.getMessage()
              + "）：请管理员在该数据库中执行 CREATE EXTENSION postgis，或设置 JIESHI_DB_POSTGIS=OFF。", e);
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
