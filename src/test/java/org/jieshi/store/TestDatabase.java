package org.jieshi.store;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of one test class: migrated, otherwise empty. The user owns it and has no rights on the server.
 *
 * @param url JDBC URL
 */
public record TestDatabase(DatabaseKind kind, String url, String user, String password) {

  /** Unpooled; for looking behind the application's back. */
  public DataSource dataSource() {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  /** A folder that belongs to this database and is not in it. */
  public Path outside() {
    return TestDatabases.home(kind).resolve("outside").resolve(url.substring(url.lastIndexOf('/') + 1));
  }

  @Override
  public String toString() {
    return kind.toString();
  }
}
