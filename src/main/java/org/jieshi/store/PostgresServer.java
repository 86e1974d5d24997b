package org.jieshi.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One PostgreSQL cluster on disk and the server on it: make it, start it, end it. Whoever calls holds the
 * {@link OwnerLock} of {@code home}.
 */
final class PostgresServer {

  /** Role that owns the cluster; the program itself signs in as one without such rights. */
  static final String SUPERUSER = "postgres";

  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

  /** Below the range from which systems take ports for outgoing connections, so that none of those sits on ours. */
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;

  private static final Duration LEFTOVERS_MAY_FINISH = Duration.ofSeconds(5);

  private final PostgresBinaries binaries;
  private final Path home;
  private final Path cluster;
  private final Path logFile;
  private final Map<String, String> settings;

  /** @param home absolute; holds the cluster in {@code postgres}, {@code postgres.log} and {@code secret} */
  PostgresServer(PostgresBinaries binaries, Path home, Map<String, String> settings) {
    this.binaries = binaries;
    this.home = home;
    this.cluster = home.resolve("postgres");
    this.logFile = home.resolve("postgres.log");
    this.settings = settings;
  }

  Path cluster() {
    return cluster;
  }

  Path secretFile() {
    return home.resolve("secret");
  }

  /**
   * Makes the cluster where there is none yet, under another name first: what is named {@code postgres} is whole.
   * Text sorts by code point, so that no update of the system's collations can ever disorder an index.
   */
  void initialise() throws IOException {
    for (Path unfinished : unfinishedClusters()) {
      discard(unfinished);
    }
    if (Files.isDirectory(cluster)) {
      refuseAnotherVersion();
      return;
    }
    Path unfinished = home.resolve("initdb-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
    String[] locale = binaries.majorVersion() >= 17
        ? new String[] {"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"}
        : new String[] {"--locale=C"};
    List<String> command = binaries.command("initdb", "--pgdata=" + unfinished, "--username=" + SUPERUSER,
        "--pwfile=" + secretFile(), "--auth=scram-sha-256", "--encoding=UTF8", "--data-checksums",
        "--no-instructions");
    command.addAll(List.of(locale));
    PostgresBinaries.Result result = PostgresBinaries.run(command, home);
    if (result.status() != 0) {
      throw new StoreUnavailable(
          "The database can't be created in " + home + " (" + result.lastLine()
              + "): see that the disk has room and this user may write there.",
          "无法在 " + home + " 创建数据库（" + result.lastLine() + "）：请确认磁盘有足够空间且当前用户有写权限。");
    }
    Files.writeString(unfinished.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    DataFiles.moveIntoPlace(unfinished, cluster);
  }

  private List<Path> unfinishedClusters() throws IOException {
    try (var entries = Files.list(home)) {
      return entries.filter(e -> e.getFileName().toString().startsWith("initdb-")).toList();
    }
  }

  /** The initdb of a killed program may still be at work there; what it manages to add goes at the next start. */
  private static void discard(Path unfinished) {
    Processes.serversOf(unfinished).forEach(ProcessHandle::destroyForcibly);
    try {
      DataFiles.deleteTree(unfinished);
    } catch (IOException e) {
      log.info("{} is left for the next start to delete: {}", unfinished, e.toString());
    }
  }

  private void refuseAnotherVersion() throws IOException {
    String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(binaries.majorVersion()))) {
      throw new StoreUnavailable(
          "The data directory " + home + " was made by PostgreSQL " + version + " and this program brings "
              + binaries.majorVersion() + ": make a backup with the old program and restore it into an empty directory.",
          "数据目录 " + home + " 由 PostgreSQL " + version + " 创建，而本程序自带 " + binaries.majorVersion()
              + "：请用旧版程序备份，再恢复到空目录。");
    }
  }

  /** A port that is free now; another program may still be faster, so a start must be ready to try the next. */
  static int freePort() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (ServerSocket socket = new ServerSocket()) {
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException taken) {
        log.trace("Port {} is taken", port);
      }
    }
    throw new StoreUnavailable(
        "No free port between " + LOWEST_PORT + " and " + HIGHEST_PORT + " for the database: end what holds them.",
        LOWEST_PORT + " 至 " + HIGHEST_PORT + " 之间没有可供数据库使用的空闲端口：请结束占用端口的程序。");
  }

  /**
   * Starts the server and waits until it takes connections, recovery after a crash included.
   *
   * @return the postmaster's process id
   * @throws IOException if it did not start; the message is PostgreSQL's own
   */
  long start(int port) throws IOException {
    clearTheWay();
    long alreadyLogged = Files.exists(logFile) ? Files.size(logFile) : 0;
    Files.writeString(cluster.resolve("postgresql.conf"), configuration(port));
    // pg_ctl detaches the server from our terminal: Ctrl+C must reach the program alone, which then ends the server
    PostgresBinaries.Result result = PostgresBinaries.run(binaries.command("pg_ctl", "start", "--pgdata=" + cluster,
        "--log=" + logFile, "--wait", "--timeout=600", "--silent"), home);
    if (result.status() != 0) {
      throw new IOException(reasonInLog(alreadyLogged, result.lastLine()));
    }
    return Postmaster.noted(cluster).filter(p -> Processes.isServerOf(p, cluster)).map(Postmaster::pid)
        .orElseThrow(() -> new IOException("the server ended right after its start"));
  }

  /** Ends a server of this cluster, whoever started it, and every process it left; returns when none is left. */
  void stop() throws IOException {
    Postmaster noted = Postmaster.noted(cluster).orElse(null);
    if (noted != null && Processes.isServerOf(noted, cluster)) {
      for (String mode : List.of("fast", "immediate")) {
        PostgresBinaries.run(binaries.command("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=" + mode, "--wait",
            "--timeout=60", "--silent"), home);
        if (!Processes.runs(noted.pid())) {
          return;
        }
      }
      ProcessHandle.of(noted.pid()).ifPresent(ProcessHandle::destroyForcibly);
      while (Processes.runs(noted.pid())) {
        pause(Duration.ofMillis(50));
      }
    }
    clearTheWay();
  }

  /**
   * No process of this cluster and no stale {@code postmaster.pid} may be left before a start. PostgreSQL believes any
   * live process whose id is in that file; after a power cut that can be somebody else's, which is not ours to touch.
   * A backend that outlived its postmaster may end its statement, then it goes.
   */
  private void clearTheWay() throws IOException {
    Postmaster noted = Postmaster.noted(cluster).orElse(null);
    if (noted != null && Processes.isServerOf(noted, cluster)) {
      throw new IOException("a server is running on " + cluster + " (process " + noted.pid() + ")");
    }
    long patienceEnds = System.nanoTime() + LEFTOVERS_MAY_FINISH.toNanos();
    for (var left = Processes.serversOf(cluster); !left.isEmpty(); left = Processes.serversOf(cluster)) {
      if (System.nanoTime() - patienceEnds > 0) {
        log.warn("Ending PostgreSQL processes left without their server: {}", left);
        left.forEach(ProcessHandle::destroyForcibly);
      }
      pause(Duration.ofMillis(50));
    }
    Files.deleteIfExists(Postmaster.file(cluster));
  }

  private static void pause(Duration time) throws IOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Keeps the log of this run of the program and the one before. */
  void rotateLog() throws IOException {
    if (Files.exists(logFile)) {
      Files.move(logFile, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String configuration(int port) {
    return "# Written by the program at every start.\n"
        + "port = " + port + "\n"
        + settings.entrySet().stream().map(s -> s.getKey() + " = '" + s.getValue() + "'\n").sorted()
            .collect(Collectors.joining());
  }

  private String reasonInLog(long from, String otherwise) throws IOException {
    if (!Files.exists(logFile)) {
      return otherwise;
    }
    byte[] log = Files.readAllBytes(logFile);
    return new String(log, (int) from, log.length - (int) from, StandardCharsets.UTF_8).lines()
        .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
        .reduce((first, last) -> last).map(String::strip).orElse(otherwise);
  }
}
