package org.jieshi.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jieshi.store.StoreProperties.PostgisUse;
import org.jspecify.annotations.Nullable;

/**
 * The database servers of this test run: one of each {@link DatabaseKind}, started when first asked for and ended with
 * the JVM. Each holds a migrated template, from which a fresh database is a copy of a tenth of a second.
 *
 * <p>Tests normally write {@link EachDatabase} and never see this class. Without Spring:
 * {@snippet :
 * TestDatabase db = TestDatabases.fresh(DatabaseKind.POSTGIS);
 * JdbcClient jdbc = JdbcClient.create(db.dataSource());
 * }
 *
 * <p>The clusters stand in {@code target/databases/<process id>}. Those of a JVM that was killed are ended and deleted by
 * the next run. PostGIS comes from {@code JIESHI_TEST_POSTGIS_BIN}, the directory of {@code pg_ctl}, or from Debian's
 * usual place; if it is missing tests fail and say what to install.
 */
public final class TestDatabases {

  private static final Path CLUSTERS = Path.of("target", "databases").toAbsolutePath();
  private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();
  private static final String TEMPLATE = "jieshi_template";

  private static final Map<DatabaseKind, EmbeddedPostgres> servers = new EnumMap<>(DatabaseKind.class);
  private static int databases;

  private TestDatabases() {}

  /** A migrated database that nobody else uses. */
  public static synchronized TestDatabase fresh(DatabaseKind kind) {
    EmbeddedPostgres server = servers.computeIfAbsent(kind, TestDatabases::start);
    String name = "jieshi_" + (++databases);
    execute(server, "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER " + server.user());
    return at(kind, server, name);
  }

  /** A database without any table, for tests of the migrations themselves; PostGIS is there but not yet created. */
  static TestDatabase empty(DatabaseKind kind) {
    return empty(kind, "");
  }

  /** @param options of {@code CREATE DATABASE} */
  static synchronized TestDatabase empty(DatabaseKind kind, String options) {
    EmbeddedPostgres server = servers.computeIfAbsent(kind, TestDatabases::start);
    String name = "jieshi_" + (++databases);
    execute(server, "CREATE DATABASE " + name + " OWNER " + server.user() + " " + options);
    return at(kind, server, name);
  }

  /** One without a table, in which a program may make its schema. */
  public static synchronized TestDatabase bare(DatabaseKind kind) {
    TestDatabase database = empty(kind);
    createPostgis(servers.get(kind), database.url().substring(database.url().lastIndexOf('/') + 1), kind);
    return database;
  }

  /** Ends every connection to the database and deletes it. */
  public static synchronized void drop(TestDatabase database) {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    execute(servers.get(database.kind()), "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  }

  /** The programs that the product brings, unpacked once per checkout, however many test programs run side by side. */
  static synchronized Path embeddedBin() {
    try {
      Files.createDirectories(BINARIES.getParent());
      try (FileChannel lock = FileChannel.open(BINARIES.resolveSibling("postgres-binaries.lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE); FileLock held = lock.lock()) {
        return BinariesArchive.unpackInto(BINARIES).resolve("bin");
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres start(DatabaseKind kind) {
    cleanUpAfterKilledRuns();
    Path home = home(kind);
    Path bin = kind == DatabaseKind.EMBEDDED ? embeddedBin() : postgisBin();
    EmbeddedPostgres server = EmbeddedPostgres.start(home, bin, forgetful());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      server.close();
      delete(home);
    }));
    makeTemplate(kind, server);
    return server;
  }

  static Path home(DatabaseKind kind) {
    return CLUSTERS.resolve(ProcessHandle.current().pid() + "-" + kind.name().toLowerCase());
  }

  /**
   * Durability costs most of the time of a test and is what {@code EmbeddedPostgresIT} is for; benchmarks ask for it, and
   * for the memory of the product.
   */
  private static Map<String, String> forgetful() {
    if (Boolean.getBoolean("bench.durable")) {
      return EmbeddedPostgres.DURABLE;
    }
    Map<String, String> settings = new HashMap<>(EmbeddedPostgres.DURABLE);
    settings.putAll(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off",
        "shared_buffers", "64MB", "max_connections", "100"));
    return settings;
  }

  private static void makeTemplate(DatabaseKind kind, EmbeddedPostgres server) {
    execute(server, "CREATE DATABASE " + TEMPLATE + " OWNER " + server.user());
    createPostgis(server, TEMPLATE, kind);
    TestDatabase template = at(kind, server, TEMPLATE);
    FluentConfiguration flyway = Flyway.configure().dataSource(template.dataSource());
    Migrations.configure(flyway, GeometryType.of(template.dataSource(), PostgisUse.AUTO));
    Migrations.run(flyway.load());
  }

  private static void createPostgis(EmbeddedPostgres server, String database, DatabaseKind kind) {
    if (kind != DatabaseKind.POSTGIS) {
      return;
    }
    try (Connection connection = superuser(server, database); Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION postgis");
    } catch (SQLException e) {
      throw new AssertionError("PostGIS is not installed for " + postgisBin() + ": " + INSTALL, e);
    }
  }

  private static final String INSTALL = "apt-get install postgresql-15-postgis-3,"
      + " or name the directory of another PostgreSQL's pg_ctl in JIESHI_TEST_POSTGIS_BIN";

  static Path postgisBin() {
    @Nullable String named = System.getenv("JIESHI_TEST_POSTGIS_BIN");
    List<String> candidates = named != null ? List.of(named)
        : List.of("/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin");
    return candidates.stream().map(Path::of).filter(bin -> Files.isExecutable(bin.resolve("pg_ctl"))).findFirst()
        .orElseThrow(() -> new AssertionError("The tests need PostgreSQL with PostGIS: " + INSTALL));
  }

  private static void cleanUpAfterKilledRuns() {
    if (!Files.isDirectory(CLUSTERS)) {
      return;
    }
    try (var homes = Files.list(CLUSTERS)) {
      for (Path home : homes.toList()) {
        OwnerLock lock = OwnerLock.tryTake(home);
        if (lock != null) {
          Path bin = home.toString().endsWith("-embedded") ? embeddedBin() : postgisBin();
          new PostgresServer(PostgresBinaries.in(bin), home, Map.of()).stop();
          lock.close();
          delete(home);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void delete(Path home) {
    try {
      DataFiles.deleteTree(home);
    } catch (IOException e) {
      System.err.println("The test cluster " + home + " could not be deleted: " + e.getMessage());
    }
  }

  private static TestDatabase at(DatabaseKind kind, EmbeddedPostgres server, String name) {
    return new TestDatabase(kind, server.urlOf(name), server.user(), server.password());
  }

  private static void execute(EmbeddedPostgres server, String sql) {
    try (Connection connection = superuser(server, "postgres"); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  private static Connection superuser(EmbeddedPostgres server, String database) throws SQLException {
    return DriverManager.getConnection(server.urlOf(database), PostgresServer.SUPERUSER, server.password());
  }
}
