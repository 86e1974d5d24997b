package org.jieshi.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private PostgreSQL of a data directory, from start to end of the program.
 *
 * <ul>
 *   <li>One program per directory ({@link OwnerLock}).
 *   <li>A server that an earlier, killed program left running is ended cleanly first: with it end the killed program's
 *       open transactions, and the new server has this program's settings.
 *   <li>A server that dies while the program runs is started again on the same port ({@link PostgresSupervisor}).
 *   <li>Loopback only, no socket file, one random password kept in {@code secret}, every commit on disk.
 * </ul>
 */
final class EmbeddedPostgres implements DatabaseServer {

  /** Role and database of the program: owner of its tables, without rights on the cluster. */
  static final String NAME = "jieshi";

  /**
   * Every commit on disk before it is acknowledged. No parallel workers: their shared memory exceeds what containers
   * give, and the queries here are small.
   */
  static final Map<String, String> DURABLE = Map.ofEntries(
      Map.entry("fsync", "on"),
      Map.entry("synchronous_commit", "on"),
      Map.entry("full_page_writes", "on"),
      Map.entry("listen_addresses", "127.0.0.1"),
      Map.entry("unix_socket_directories", ""),
      Map.entry("password_encryption", "scram-sha-256"),
      Map.entry("max_connections", "60"),
      Map.entry("shared_buffers", "256MB"),
      Map.entry("effective_cache_size", "1GB"),
      Map.entry("work_mem", "16MB"),
      Map.entry("maintenance_work_mem", "128MB"),
      Map.entry("max_wal_size", "1GB"),
      Map.entry("max_parallel_workers_per_gather", "0"),
      Map.entry("max_parallel_maintenance_workers", "0"),
      Map.entry("random_page_cost", "1.1"),
      Map.entry("jit", "off"),
      Map.entry("timezone", "UTC"),
      Map.entry("log_timezone", "UTC"),
      Map.entry("lc_messages", "C"),
      // without the rows that statements were refused for: people's data is not for a log
      Map.entry("log_error_verbosity", "terse"),
      Map.entry("log_line_prefix", "%m [%p] "),
      Map.entry("cluster_name", "jieshi"));

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private static final int PORTS_TO_TRY = 10;

  private final OwnerLock lock;
  private final PostgresServer server;
  private final String password;
  private final int port;
  private final PostgresSupervisor supervisor;

  private EmbeddedPostgres(OwnerLock lock, PostgresServer server) throws IOException, SQLException {
    this.lock = lock;
    this.server = server;
    this.password = secret(server);
    server.stop();
    server.initialise();
    server.rotateLog();
    this.port = startOnFreePort();
    prepareDatabase();
    this.supervisor = new PostgresSupervisor(server, port);
  }

  /**
   * Starts the PostgreSQL that the program brings.
   *
   * @param data absolute; made if missing
   * @throws StoreUnavailable with the sentence for the person at the console
   */
  static EmbeddedPostgres start(Path data) {
    Map<String, String> settings = new HashMap<>(DURABLE);
    settings.put("io_method", "sync"); // of 18: the system has the pages, and workers take longer to hand them over
    return start(data, null, settings);
  }

  /** @param bin directory of the PostgreSQL programs to use; those that the program brings if {@code null} */
  static EmbeddedPostgres start(Path data, @Nullable Path bin, Map<String, String> settings) {
    refuseUnspeakable(data);
    OwnerLock lock = null;
    PostgresServer server = null;
    try {
      DataFiles.createPrivateDirectory(data);
      lock = OwnerLock.take(data);
      Path programs = bin != null ? bin : BinariesArchive.unpackInto(data.resolve("binaries")).resolve("bin");
      server = new PostgresServer(PostgresBinaries.in(programs), data, settings);
      EmbeddedPostgres started = new EmbeddedPostgres(lock, server);
      log.info("The embedded PostgreSQL runs on port {} with its data in {}", started.port, data);
      return started;
    } catch (IOException | SQLException | RuntimeException e) {
      release(lock, server);
      if (e instanceof StoreUnavailable told) {
        throw told;
      }
      throw new StoreUnavailable(
          "The database in " + data + " doesn't start (" + e.getMessage() + "): see postgres.log there; if the disk is"
              + " full make room, otherwise restore the last backup into an empty directory.",
          "数据目录 " + data + " 中的数据库无法启动（" + e.getMessage()
              + "）：请查看该目录下的 postgres.log；若磁盘已满请腾出空间，否则请将最近的备份恢复到空目录。", e);
    }
  }

  private static void release(@Nullable OwnerLock lock,
      @Nullable PostgresServer server) {
    if (lock == null) {
      return;
    }
    try (lock) {
      if (server != null && Files.isDirectory(server.cluster())) {
        server.stop();
      }
    } catch (IOException e) {
      log.warn("The embedded PostgreSQL did not end: {}", e.getMessage());
    }
  }

  /** The characters that pg_ctl's shell would read as its own. */
  private static void refuseUnspeakable(Path data) {
    if (data.toString().chars().anyMatch(c -> "\"$`\n".indexOf(c) >= 0)) {
      throw new StoreUnavailable(
          "The data directory's name " + data + " holds a quote, dollar sign, backtick or line break, which PostgreSQL"
              + " can't take: choose another name in JIESHI_DATA.",
          "数据目录名 " + data + " 含有 PostgreSQL 无法处理的引号、美元符号、反引号或换行：请在 JIESHI_DATA 中改用其他名称。");
    }
  }

  private static String secret(PostgresServer server) throws IOException {
    Path file = server.secretFile();
    if (!Files.exists(file)) {
      if (Files.exists(server.cluster())) {
        throw new StoreUnavailable(
            "The file " + file + " with the database's password is missing: put it back from the copy of the directory.",
            "缺少保存数据库密码的文件 " + file + "：请从该目录的副本中恢复。");
      }
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      DataFiles.writePrivately(file, HexFormat.of().formatHex(random) + "\n");
    }
    return Files.readString(file).strip();
  }

  private int startOnFreePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      int candidate = PostgresServer.freePort();
      try {
        server.start(candidate);
        return candidate;
      } catch (IOException e) {
        boolean portTaken = String.valueOf(e.getMessage()).contains("could not create any TCP/IP sockets");
        if (!portTaken || attempt == PORTS_TO_TRY) {
          throw e;
        }
        log.info("Port {} was taken in the meantime, trying another", candidate);
      }
    }
  }

  private void prepareDatabase() throws SQLException {
    try (Connection connection = DriverManager.getConnection(urlOf("postgres"), PostgresServer.SUPERUSER, password);
        Statement statement = connection.createStatement()) {
      if (!statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + NAME + "'").next()) {
        statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
      }
      if (!statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'").next()) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
    }
  }

  String urlOf(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String url() {
    return urlOf(NAME);
  }

  @Override
  public String user() {
    return NAME;
  }

  @Override
  public String password() {
    return password;
  }

  @Override
  public void close() {
    supervisor.close();
    release(lock, server);
  }
}
