package org.jieshi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL with PostGIS of the benchmark's own, tuned as somebody would who wants it fast: much memory, two processes
 * a query, nothing waits for the disk. Stands in {@code target/bench}, ends with {@link #close}.
 */
public final class BenchDatabase implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final Path home;

  private BenchDatabase(EmbeddedPostgres server, Path home) {
    this.server = server;
    this.home = home;
  }

  public static BenchDatabase start() throws IOException, SQLException {
    Path home = Path.of("target", "bench", "postgis").toAbsolutePath();
    DataFiles.deleteTree(home);
    Map<String, String> settings = new HashMap<>(EmbeddedPostgres.DURABLE);
    settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers",
        "1GB", "work_mem", "256MB", "maintenance_work_mem", "512MB", "max_wal_size", "4GB",
        "max_parallel_workers_per_gather", "1", "max_parallel_maintenance_workers", "1"));
    BenchDatabase database = new BenchDatabase(EmbeddedPostgres.start(home, bin(), settings), home);
    try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
      statement.execute("create extension if not exists postgis");
    }
    return database;
  }

  private static Path bin() {
    return List.of("15", "16", "17").stream().map(version -> Path.of("/usr/lib/postgresql", version, "bin"))
        .filter(bin -> Files.isExecutable(bin.resolve("pg_ctl"))).findFirst()
        .orElseThrow(() -> new IllegalStateException("The baseline needs PostGIS: apt-get install postgresql-postgis"));
  }

  /** A connection with all rights. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(server.urlOf("postgres"), PostgresServer.SUPERUSER, server.password());
  }

  @Override
  public void close() throws IOException {
    server.close();
    DataFiles.deleteTree(home);
  }
}
