package org.jieshi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jieshi.JieshiApplication;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.audit.Verified;
import org.jieshi.certificates.Certificates;
import org.jieshi.registration.Office;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EarlierSchema;
import org.jieshi.store.SchemaUpgrade;
import org.jieshi.store.TestDatabase;
import org.jieshi.store.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Registers as the program kept them at points of its history, brought up to this one. How the backups were made:
 * {@code src/test/resources/upgrade/README.md}.
 */
class UpgradeIT {

  private static final Path BACKUPS = Path.of("src/test/resources/upgrade");

  /** Dated rules, and the record that they were put in. */
  private static final Set<String> WRITTEN_BY_MIGRATIONS = Set.of("audit_change", "audit_change_set", "audit_entry",
      "audit_tracked", "time_limit");

  /** Had from the others, and made anew when the program starts. */
  private static final Set<String> MADE_ANEW = Set.of("drawn_unit");

  private static final double WEST_OF_THE_CLAIM = -15_000;

  @TempDir Path scratch;
  private final List<TestDatabase> databases = new ArrayList<>();

  @AfterEach
  void drop() {
    databases.forEach(TestDatabases::drop);
  }

  /** @param notYet migrations with a lower number that came later */
  private record Point(String schema, Set<String> notYet, DatabaseKind kind) {

    Path backup() {
      return BACKUPS.resolve("V" + schema + ".zip");
    }

    @Override
    public String toString() {
      return "schema %s on %s".formatted(schema, kind);
    }
  }

  /** By turns on the two kinds of database. */
  static Stream<Point> points() {
    Set<String> districts = Set.of("70", "71", "72");
    Map<String, Set<String>> points = new TreeMap<>(Map.of("13", Set.of(), "57", Set.of("20", "21", "22", "30", "34", "35",
        "36", "41", "42", "43", "44", "45", "46", "47", "48", "49", "53", "54"), "60", Set.of(), "66", Set.of(), "80", Set.of(),
        "97", Set.of(), "74", districts));
    AtomicInteger number = new AtomicInteger();
    return points.entrySet().stream().map(point -> new Point(point.getKey(), point.getValue(),
        DatabaseKind.values()[number.getAndIncrement() % 2]));
  }

  @ParameterizedTest
  @MethodSource("points")
  void aDatabaseOfAnEarlierProgramIsBroughtUpWithEveryRowAndGeometry(Point point) throws Exception {
    TestDatabase database = bare(point.kind());
    EarlierSchema.make(database, point.schema(), point.notYet(), scratch);
    DataSource source = new SingleConnectionDataSource(database.dataSource().getConnection(), true);
    JdbcClient jdbc = JdbcClient.create(source);
    Manifest manifest = new TransactionTemplate(new JdbcTransactionManager(source))
        .execute(status -> by(source, EarlierSchema.upgrade(database)).load(point.backup()));
    List<Schema.Table> tables = new Schema(jdbc).tables();
    Map<String, String> before = content(jdbc, tables);

    EarlierSchema.upgrade(database).run();

    Map<String, String> after = content(jdbc, tables);
    assertThat(manifest.rows()).isGreaterThan(100);
    assertThat(before).containsKeys("spatial_unit_version", "application", "certificate", "conflict");
    assertThat(before.keySet().stream().filter(table -> !WRITTEN_BY_MIGRATIONS.contains(table) && !MADE_ANEW.contains(table))
        .filter(table -> !before.get(table).equals(after.get(table)))
        .map(table -> table + ": " + before.get(table) + " is now " + after.get(table))).isEmpty();
    assertThat(Verified.in(source).verifyWithoutWitnesses().faults()).isEmpty();
    assertThat(jdbc.sql("select hash from audit_entry where seq = :seq").param("seq", manifest.auditHead().seq())
        .query(String.class).single()).isEqualTo(manifest.auditHead().hash());
    assertThat(EarlierSchema.upgrade(database).isWanted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void anEarlierBackupIsRestoredByThisProgramAndTheOfficeGoesOn(DatabaseKind kind) {
    Path earlier = BACKUPS.resolve("V13.zip");
    Path own = scratch.resolve("own.zip");
    TestDatabase database = bare(kind);
    try (ConfigurableApplicationContext program = program(database, RestoreProgram.class,
        "--spring.flyway.target=" + Restore.schemaOf(earlier).orElseThrow() + "?")) {
      assertThat(program.getBean(Restore.class).read(earlier).schema()).isEqualTo("13");
    }
    try (ConfigurableApplicationContext program = program(database, JieshiApplication.class)) {
      Office office = program.getBean(Office.class);
      assertThat(office.suspended(program.getBean(JdbcClient.class).sql("""
          select id from application where state = 'NOTICED'
          """).query(String.class).single())).isEqualTo("SUSPENDED");
      String title = office.registered(office.parcelBeside("450721001003GN00001", WEST_OF_THE_CLAIM));
      assertThat(office.as(Office.APPROVER, () -> program.getBean(Certificates.class).issue(title)).number())
          .isEqualTo("灵国用(2012)第0002号");
      assertThat(program.getBean(AuditVerifier.class).verify().faults()).isEmpty();
      program.getBean(Backup.class).write(own);
    }
    TestDatabase next = TestDatabases.fresh(kind);
    databases.add(next);
    assertThat(by(next.dataSource(), EarlierSchema.upgrade(next)).read(own).schema())
        .isEqualTo(new Schema(JdbcClient.create(next.dataSource())).version());
  }

  private static ConfigurableApplicationContext program(TestDatabase database, Class<?> program, String... arguments) {
    List<Class<?>> sources = program == JieshiApplication.class ? List.of(program, Office.class) : List.of(program);
    return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).web(WebApplicationType.NONE)
        .properties("jieshi.db.url=" + database.url(), "jieshi.db.user=" + database.user(),
            "jieshi.db.password=" + database.password(), "jieshi.first-start=false", "jieshi.db.connections=4",
            "jieshi.jobs.workers=0", "jieshi.audit.daily=false", "jieshi.reminders.enabled=false")
        .run(arguments);
  }

  private TestDatabase bare(DatabaseKind kind) {
    TestDatabase database = TestDatabases.bare(kind);
    databases.add(database);
    return database;
  }

  private static Restore by(DataSource source, SchemaUpgrade upgrade) {
    JdbcClient jdbc = JdbcClient.create(source);
    return new Restore(source, jdbc, new Schema(jdbc), Verified.in(source), new JsonMapper(), upgrade,
        new JdbcTransactionManager(source));
  }

  /** Of each table the number of rows, and the hash of its geometry. */
  private static Map<String, String> content(JdbcClient jdbc, List<Schema.Table> tables) {
    Map<String, String> content = new TreeMap<>();
    for (Schema.Table table : tables) {
      String geometry = String.join(" || ", table.columns().stream().filter(Schema.Column::geometry)
          .map(column -> "coalesce(encode(cast(%s as bytea), 'hex'), '-')".formatted(column.quoted())).toList());
      content.put(table.name(), jdbc.sql("select count(*) || ' ' || %s from %s".formatted(geometry.isEmpty() ? "''"
          : "coalesce(encode(sha256(convert_to(string_agg(g, ',' order by g), 'UTF8')), 'hex'), '')",
          geometry.isEmpty() ? table.name() : "(select %s as g from %s) rows".formatted(geometry, table.name())))
          .query(String.class).single());
    }
    return content;
  }
}
