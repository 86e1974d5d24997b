package org.jieshi.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL with PostGIS as an office may have of its own: nobody starts it again but whoever runs the test. */
public final class OwnPostgis implements AutoCloseable {

  private static final String PASSWORD = "an office of its own";

  private final PostgresServer server;
  private final int port = PostgresServer.freePort();

  private OwnPostgis(Path home) {
    server = new PostgresServer(PostgresBinaries.in(TestDatabases.postgisBin()), home, EmbeddedPostgres.DURABLE);
  }

  /** A new one with an empty database {@code jieshi}. */
  public static OwnPostgis in(Path home) throws IOException {
    OwnPostgis own = new OwnPostgis(home.toAbsolutePath());
    DataFiles.createPrivateDirectory(home.toAbsolutePath());
    DataFiles.writePrivately(own.server.secretFile(), PASSWORD);
    own.server.initialise();
    own.start();
    own.execute("postgres", "CREATE ROLE jieshi LOGIN PASSWORD '" + PASSWORD + "'");
    own.execute("postgres", "CREATE DATABASE jieshi OWNER jieshi");
    own.execute("jieshi", "CREATE EXTENSION postgis");
    return own;
  }

  /** The one that is there, started. */
  public static OwnPostgis again(Path home) {
    OwnPostgis own = new OwnPostgis(home.toAbsolutePath());
    own.start();
    return own;
  }

  public int port() {
    return port;
  }

  /** A streaming replica of it, which follows from now on. */
  public OwnPostgis replica(Path home) throws IOException {
    OwnPostgis replica = new OwnPostgis(home.toAbsolutePath());
    DataFiles.createPrivateDirectory(home.toAbsolutePath());
    DataFiles.writePrivately(replica.server.secretFile(), PASSWORD);
    Files.writeString(server.cluster().resolve("pg_hba.conf"), "host replication all 127.0.0.1/32 scram-sha-256\n",
        StandardOpenOption.APPEND);
    execute("postgres", "SELECT pg_reload_conf()");
    PostgresBinaries.Result copied = PostgresBinaries.run(PostgresBinaries.in(TestDatabases.postgisBin())
        .command("pg_basebackup", "--pgdata=" + replica.server.cluster(), "--write-recovery-conf", "--checkpoint=fast",
            "--dbname=postgresql://" + PostgresServer.SUPERUSER + ":" + PASSWORD.replace(" ", "%20") + "@127.0.0.1:" + port), home);
    if (copied.status() != 0) {
      throw new IOException(copied.output());
    }
    replica.start();
    return replica;
  }

  /** Has a replica take in nothing more of what it receives, or go on. */
  public void pause(boolean paused) {
    execute("jieshi", paused ? "SELECT pg_wal_replay_pause()" : "SELECT pg_wal_replay_resume()");
  }

  public void start() {
    try {
      server.start(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a program is told of it. */
  public String[] settings() {
    return new String[] {"--jieshi.db.url=" + url("jieshi"), "--jieshi.db.user=jieshi", "--jieshi.db.password=" + PASSWORD};
  }

  /** How a program is told that this is the replica. */
  public String asReplica() {
    return "--jieshi.db.replica.url=" + url("jieshi");
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url("jieshi"), "jieshi", PASSWORD);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** As the server's own administrator. */
  public void execute(String database, String sql) {
    try (Connection connection = DriverManager.getConnection(url(database), PostgresServer.SUPERUSER, PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
