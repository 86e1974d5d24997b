package org.jieshi.store;

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

  @Override
  public String toString() {
    return kind.toString();
  }
}
