package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jieshi.store.StoreProperties.PostgisUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the embedded PostgreSQL survives. Processes are killed for good here; durability is that of production. */
class EmbeddedPostgresIT {

  /** A directory with a migrated database that was ended cleanly; most tests begin with a copy. */
  @TempDir static Path prototype;

  @TempDir Path temporary;
  private Path data;

  @BeforeAll
  static void makePrototype() throws IOException {
    Files.createSymbolicLink(prototype.resolve("binaries"), TestDatabases.embeddedBin().getParent().getParent());
    try (EmbeddedPostgres store = EmbeddedPostgres.start(prototype)) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(store.url());
      source.setUser(store.user());
      source.setPassword(store.password());
      FluentConfiguration flyway = Flyway.configure().dataSource(source);
      Migrations.configure(flyway, GeometryType.of(source, PostgisUse.AUTO));
      Migrations.run(flyway.load());
    }
  }

  @BeforeEach
  void copyPrototype() throws Exception {
    data = temporary.resolve("华山 农场's data");
    int status = new ProcessBuilder("cp", "-a", prototype.toString(), data.toString()).start().waitFor();
    assertThat(status).isZero();
  }

  @AfterEach
  void nothingOfOursGoesOn() {
    List<ProcessHandle> left = Processes.serversOf(data.resolve("postgres"));
    left.forEach(ProcessHandle::destroyForcibly);
    assertThat(left).as("servers left running").isEmpty();
  }

  @Test
  void aNewDirectoryIsReadByItsOwnerOnlyAndItsServerByPasswordOnly() throws Exception {
    DataFiles.deleteTree(data.resolve("postgres"));
    Files.delete(data.resolve("secret"));
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      assertThat(Files.getPosixFilePermissions(data.resolve("secret")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(Files.getPosixFilePermissions(data.resolve("postgres")))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
      assertThatThrownBy(() -> DriverManager.getConnection(store.url(), store.user(), "guess"))
          .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
      assertThat(rows(store, "SHOW fsync")).containsExactly("on");
      assertThat(rows(store, "SHOW data_checksums")).containsExactly("on");
      assertThat(rows(store, "SHOW listen_addresses")).containsExactly("127.0.0.1");
      assertThat(Files.readString(Postmaster.file(data.resolve("postgres"))).lines().skip(4).findFirst())
          .as("directory of the socket file").contains("");
      assertThat(rows(store, "SHOW server_encoding")).containsExactly("UTF8");
    }
  }

  @Test
  void theDataIsThereAtTheNextStart() throws Exception {
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      execute(store, "CREATE TABLE farm AS SELECT '华山农场' AS name");
    }
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      assertThat(rows(store, "SELECT name FROM farm")).containsExactly("华山农场");
    }
  }

  @Test
  void aKilledServerComesBackByItselfAtTheSamePlaceWithEveryCommittedRow() throws Exception {
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      execute(store, "CREATE TABLE farm AS SELECT generate_series(1, 1000) AS n");

      for (int kill = 0; kill < 3; kill++) {
        long killed = killServer();
        awaitServerOtherThan(killed);

        assertThat(rows(store, "SELECT count(*) FROM farm")).containsExactly("1000");
      }
    }
  }

  @Test
  void thePoolOfTheProgramFindsTheServerAgain() throws Exception {
    StoreProperties properties = new StoreProperties(data.toString(),
        new StoreProperties.Db(null, null, null, StoreProperties.PostgisUse.AUTO, 5), false,
        new StoreProperties.Jobs(0));
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data);
        HikariDataSource pool = new StoreConfiguration().dataSource(store, properties)) {
      JdbcClient jdbc = JdbcClient.create(pool);
      assertThat(jdbc.sql("SELECT 1").query(Integer.class).single()).isEqualTo(1);

      killServer();

      await().atMost(Duration.ofSeconds(30)).ignoreExceptions()
          .until(() -> jdbc.sql("SELECT 1").query(Integer.class).single() == 1);
    }
  }

  @Test
  void aStatementThatOutlivesItsKilledServerDoesNotKeepTheNextOneOut() throws Exception {
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      CompletableFuture<Void> busy = CompletableFuture.runAsync(() ->
          assertThatThrownBy(() -> rows(store, "SELECT count(*) FROM generate_series(1, 100000000000)"))
              .isInstanceOf(SQLException.class));
      await().until(() -> !rows(store, "SELECT 1 FROM pg_stat_activity WHERE state = 'active'"
          + " AND query LIKE '%generate_series%' AND pid <> pg_backend_pid()").isEmpty());

      long killed = killServer();
      awaitServerOtherThan(killed);

      assertThat(rows(store, "SELECT 1")).containsExactly("1");
      busy.join();
    }
  }

  @Test
  void aKilledProgramLeavesAServerThatTheNextOneEnds() throws Exception {
    try (StoreProcess program = StoreProcess.start(data)) {
      program.awaitAcknowledged(50).kill();
      long orphan = server();
      assertThat(Processes.runs(orphan)).isTrue();

      try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
        assertThat(Processes.runs(orphan)).isFalse();
        assertThat(server()).isNotEqualTo(orphan);
        assertHolds(store, program.acknowledged());
      }
    }
  }

  @Test
  void everyAcknowledgedRowIsThereAfterProgramAndServerAreKilledAgainAndAgain() throws Exception {
    List<Integer> acknowledged = new ArrayList<>();
    for (int kill = 0; kill < 4; kill++) {
      try (StoreProcess program = StoreProcess.start(data)) {
        program.awaitAcknowledged(20);
        killServer();
        program.kill();
        acknowledged.addAll(program.acknowledged());
      }
    }

    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      assertHolds(store, acknowledged);
    }
  }

  @Test
  void aProgramThatIsToldToEndEndsItsServerCleanly() throws Exception {
    try (StoreProcess program = StoreProcess.start(data)) {
      program.awaitAcknowledged(1);
      long server = server();

      program.terminate();

      assertThat(Processes.runs(server)).isFalse();
      assertThat(Postmaster.file(data.resolve("postgres"))).doesNotExist();
      assertThat(Files.readString(data.resolve("postgres.log"))).contains("database system is shut down");
    }
  }

  @Test
  void aSecondProgramOnTheDirectoryIsRefusedInOneSentenceThatNamesTheFirst() throws Exception {
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data); StoreProcess second = StoreProcess.start(data)) {
      assertThat(second.end()).isEqualTo(3);
      assertThat(second.output())
          .contains("in use by another Jieshi (process " + ProcessHandle.current().pid() + ")")
          .contains("正被另一个界石程序（进程 " + ProcessHandle.current().pid() + "）使用")
          .doesNotContain("\tat ");
      assertThat(rows(store, "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void aSecondStoreInTheSameProgramIsRefusedTooAndTheFirstStaysTheOwner() throws Exception {
    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data)).isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("in use by another Jieshi (process " + ProcessHandle.current().pid() + ")");
      assertThat(rows(store, "SELECT 1")).containsExactly("1");
      try (StoreProcess other = StoreProcess.start(data)) {
        assertThat(other.end()).isEqualTo(3);
      }
    }
  }

  @Test
  void aProgramKilledWhileItMakesTheDatabaseStartsAgain() throws Exception {
    DataFiles.deleteTree(data.resolve("postgres"));
    try (StoreProcess program = StoreProcess.start(data)) {
      await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(1))
          .until(() -> existsIn(data, "initdb-"));
      program.kill();
    }
    assertThat(data.resolve("postgres")).doesNotExist();

    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      assertThat(rows(store, "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void aProgramKilledWhileItUnpacksPostgresStartsAgain() throws Exception {
    Files.delete(data.resolve("binaries"));
    try (StoreProcess program = StoreProcess.start(data)) {
      await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(1))
          .until(() -> existsIn(data.resolve("binaries"), "unpacking-"));
      program.kill();
    }

    try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
      assertThat(rows(store, "SELECT 1")).containsExactly("1");
      assertThat(existsIn(data.resolve("binaries"), "unpacking-")).isFalse();
    }
  }

  @Test
  void aStalePidFileThatNamesSomebodyElsesProcessHarmsNobody() throws Exception {
    Process somebody = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(Postmaster.file(data.resolve("postgres")), somebody.pid() + "\n" + data.resolve("postgres")
          + "\n" + System.currentTimeMillis() / 1000 + "\n20000\n\n127.0.0.1\n        0         0\nready   \n");

      try (EmbeddedPostgres store = EmbeddedPostgres.start(data)) {
        assertThat(rows(store, "SELECT 1")).containsExactly("1");
      }
      assertThat(somebody.isAlive()).isTrue();
    } finally {
      somebody.destroyForcibly();
    }
  }

  @Test
  void aDirectoryOfAnotherVersionIsRefused() throws Exception {
    Files.writeString(data.resolve("postgres/PG_VERSION"), "14\n");

    assertThatThrownBy(() -> EmbeddedPostgres.start(data)).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("made by PostgreSQL 14 and this program brings 18");
  }

  @Test
  void aDirectoryWithoutItsPasswordIsRefused() throws Exception {
    Files.delete(data.resolve("secret"));

    assertThatThrownBy(() -> EmbeddedPostgres.start(data)).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("password is missing");
  }

  @Test
  void aDamagedClusterIsRefusedInPostgresOwnWordsAndLetsGoOfTheDirectory() throws Exception {
    Files.delete(data.resolve("postgres/global/pg_control"));

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(data)).isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("doesn't start").hasMessageContaining("pg_control");
    }
  }

  @Test
  void aNameThatTheShellWouldReadIsRefused() {
    assertThatThrownBy(() -> EmbeddedPostgres.start(temporary.resolve("$HOME"))).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("choose another name");
  }

  private long server() {
    return Postmaster.noted(data.resolve("postgres")).orElseThrow().pid();
  }

  private long killServer() {
    long pid = server();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    await().pollInterval(Duration.ofMillis(5)).until(() -> !Processes.runs(pid));
    return pid;
  }

  private void awaitServerOtherThan(long killed) {
    await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() ->
        Postmaster.noted(data.resolve("postgres")).filter(p -> p.pid() != killed).isPresent()
            && Files.readString(Postmaster.file(data.resolve("postgres"))).contains("ready"));
  }

  private static void assertHolds(EmbeddedPostgres store, List<Integer> acknowledged) throws SQLException {
    assertThat(rows(store, "SELECT n FROM acknowledged"))
        .containsAll(acknowledged.stream().map(String::valueOf).toList());
  }

  private static boolean existsIn(Path directory, String prefix) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (var entries = Files.list(directory)) {
      return entries.anyMatch(e -> e.getFileName().toString().startsWith(prefix));
    }
  }

  private static void execute(EmbeddedPostgres store, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(store.url(), store.user(), store.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(EmbeddedPostgres store, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(store.url(), store.user(), store.password());
        Statement statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }
}
