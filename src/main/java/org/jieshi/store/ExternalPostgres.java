package org.jieshi.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The user's own PostgreSQL: looked at once at the start, so that what is wrong with it is said in one sentence. */
record ExternalPostgres(String url, String user, String password) implements DatabaseServer {

  private static final int OLDEST_VERSION = 15;

  /** @throws StoreUnavailable if it doesn't answer, is too old or doesn't hold UTF-8 */
  static ExternalPostgres at(StoreProperties.Db db) {
    String url = String.valueOf(db.url());
    requirePostgresUrl(url, "JIESHI_DB_URL");
    ExternalPostgres server = new ExternalPostgres(url, db.user() == null ? "" : db.user(),
        db.password() == null ? "" : db.password());
    server.check();
    return server;
  }

  static void requirePostgresUrl(@Nullable String url, String setting) {
    if (url == null || !url.startsWith("jdbc:postgresql:")) {
      throw new StoreUnavailable(setting + " must look like jdbc:postgresql://host:5432/database.",
          setting + " 的格式应为 jdbc:postgresql://主机:5432/数据库。");
    }
  }

  private void check() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("loginTimeout", "20");
    try (Connection connection = DriverManager.getConnection(url, properties);
        Statement statement = connection.createStatement()) {
      refuseOldVersion(connection.getMetaData().getDatabaseMajorVersion());
      try (ResultSet answer = statement.executeQuery("SHOW server_encoding")) {
        answer.next();
        refuseOtherEncoding(answer.getString(1));
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The database " + place() + " doesn't let the program in (" + e.getMessage()
              + "): check JIESHI_DB_URL, JIESHI_DB_USER and JIESHI_DB_PASSWORD, and that the server is up.",
          "无法连接数据库 " + place() + "（" + e.getMessage()
              + "）：请检查 JIESHI_DB_URL、JIESHI_DB_USER、JIESHI_DB_PASSWORD，并确认数据库服务器已启动。", e);
    }
  }

  void refuseOldVersion(int version) {
    if (version < OLDEST_VERSION) {
      throw new StoreUnavailable(
          "The database " + place() + " is PostgreSQL " + version + ": " + OLDEST_VERSION + " or newer is needed.",
          "数据库 " + place() + " 的版本为 PostgreSQL " + version + "：需要 " + OLDEST_VERSION + " 或更高版本。");
    }
  }

  private void refuseOtherEncoding(String encoding) {
    if (!"UTF8".equals(encoding)) {
      throw new StoreUnavailable(
          "The database " + place() + " holds " + encoding + " text: create it with ENCODING 'UTF8' TEMPLATE template0.",
          "数据库 " + place() + " 的编码为 " + encoding + "：请以 ENCODING 'UTF8' TEMPLATE template0 重新创建。");
    }
  }

  /** The URL without parameters, among which a password may stand. */
  private String place() {
    return url.replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return place();
  }

  @Override
  public void close() {
    // the user's own
  }
}
