package org.jieshi.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The database, and within {@link #onReplica} its replica. */
final class RoutedDataSource extends DelegatingDataSource {

  private final HikariDataSource replica;
  private final ThreadLocal<@Nullable Boolean> reading = new ThreadLocal<>();

  RoutedDataSource(DataSource database, HikariDataSource replica) {
    super(database);
    this.replica = replica;
  }

  HikariDataSource replica() {
    return replica;
  }

  <T> T onReplica(Supplier<T> read) {
    reading.set(true);
    try {
      return read.get();
    } finally {
      reading.remove();
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return reading.get() == null ? super.getConnection() : replica.getConnection();
  }
}
