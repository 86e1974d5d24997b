package org.jieshi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jieshi.JieshiApplication;
import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.certificates.Certificates;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.platform.SmallDisk;
import org.jieshi.registration.Office;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.Outage;
import org.jieshi.store.TestDatabase;
import org.jieshi.store.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@EachDatabase(properties = "jieshi.jobs.workers=0")
@Import(Office.class)
class BackupIT {

  @Autowired Backup backup;
  @Autowired Restore restore;
  @Autowired Users users;
  @Autowired AuditTrail audit;
  @Autowired Office office;
  @Autowired Certificates certificates;
  @Autowired SpatialUnits units;
  @Autowired JdbcClient jdbc;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void aRegisterWithSomethingInIt() {
    String name = "u" + System.nanoTime();
    office.open();
    users.add(name, "张三, \"测绘\"\n第二行", Role.SURVEYOR, null, "long enough");
    file = directory.resolve("register.zip");
  }

  @Test
  void aBackupComesBackOnTheOtherKindOfDatabase(TestDatabase here) throws IOException {
    String certified = office.registered(office.parcel());
    office.as(Office.APPROVER, () -> certificates.issue(certified));
    units.add(UnitKind.CLAIM, List.of(Land.claim("C" + System.nanoTime(), Land.rectangle(20_000, 0, 90_000, 30), null)),
        new ChangeReason("IMPORT", "test"));
    Manifest manifest = backup.write(file);

    elsewhere(here, context -> {
      assertThat(context.getBean(Restore.class).read(file)).isEqualTo(manifest);
      assertThat(content(context.getBean(JdbcClient.class))).as("rows, and every geometry among them")
          .isEqualTo(content(jdbc)).containsKeys("spatial_unit_version", "certificate", "conflict");
      assertThat(context.getBean(Users.class).all()).isEqualTo(users.all());
      assertThat(context.getBean(AuditTrail.class).head()).isEqualTo(audit.head());

      context.getBean(Users.class).add("afterwards", "李四", Role.MANAGER, null, "a few words in a row");
      assertThat(context.getBean(AuditVerifier.class).verify().faults()).isEmpty();
    });
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  /**
   * Rows and the hash of all of each table; a tracked one by the hash that goes into the audit chain, in which geometry has
   * the same bytes on either kind of database.
   */
  private static Map<String, String> content(JdbcClient jdbc) {
    Map<String, String> content = new TreeMap<>();
    for (String table : jdbc.sql("select table_name from audit_tracked").query(String.class).list()) {
      content.put(table, jdbc.sql("""
          select count(*) || ' ' || coalesce(encode(sha256(convert_to(string_agg(h, '' order by h), 'UTF8')), 'hex'), '')
            from (select %1$s_row_key(r) || %1$s_row_hash(r) collate "C" as h from %1$s r) rows
          """.formatted(table)).query(String.class).single());
    }
    return content;
  }

  @Test
  void nothingIsRestoredOverARegister() {
    backup.write(file);

    assertThatThrownBy(() -> restore.read(file)).isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is a register here already");
  }

  @Test
  void onAFullDiskABackupIsWholeOrNotThere() throws IOException {
    try (SmallDisk.Held disk = SmallDisk.held(Files.createDirectories(directory.resolve("disk")), 4)) {
      Path backups = disk.disk().resolve("register.zip");
      for (int round = 0; round < 10; round++) {
        disk.fill(1_024L * round);
        assertThatThrownBy(() -> backup.write(backups))
            .satisfies(refused -> assertThat(Outage.of(refused)).contains(Outage.DISK_FULL));
        assertThat(disk.disk().toFile().list()).as("nothing but what fills it").hasSize(1);

        disk.free();
        Manifest manifest = backup.write(backups);
        assertThat(manifest.rows()).isPositive();
        assertThat(Files.size(backups)).isPositive();
        Files.delete(backups);
      }
    }
  }

  /** What befell the file, and the sentence by which it is refused. */
  private record Damage(Change change, String sentence) {}

  private interface Change {
    void to(Path file) throws IOException;
  }

  @Test
  void aDamagedBackupIsRefusedWholeAndSaysWhatIsWrong(TestDatabase here) throws IOException {
    Manifest manifest = backup.write(file);
    String schema = manifest.schema();
    long units = manifest.tables().stream().filter(table -> table.name().equals("spatial_unit")).findFirst().orElseThrow()
        .rows();
    Map<String, Damage> damages = new LinkedHashMap<>();
    damages.put("not there", new Damage(Files::delete, "There is no file"));
    damages.put("empty", new Damage(path -> Files.write(path, new byte[0]), "it cannot be read"));
    damages.put("cut", new Damage(path -> Files.write(path, Arrays.copyOf(Files.readAllBytes(path),
        (int) (Files.size(path) / 2))), "it cannot be read"));
    damages.put("something else", new Damage(path -> Files.writeString(path, "not a backup"), "it cannot be read"));
    damages.put("bytes of a table flipped", new Damage(BackupIT::flipInside, "it cannot be read"));
    damages.put("no manifest", new Damage(inside(Manifest.ENTRY, null), "it has no manifest"));
    damages.put("manifest cut", new Damage(inside(Manifest.ENTRY, text -> text.substring(0, 200)),
        "its manifest cannot be read"));
    damages.put("manifest of something else", new Damage(inside(Manifest.ENTRY, text -> text.replaceFirst("Jieshi", "Other")),
        "its manifest is not of a backup of this product"));
    damages.put("manifest without tables", new Damage(inside(Manifest.ENTRY, text -> "{\"product\": \"Jieshi\", \"format\": 1}"),
        "its manifest is not of a backup of this product"));
    damages.put("another format", new Damage(inside(Manifest.ENTRY, text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2")),
        "it has format 2, this program reads 1"));
    damages.put("another schema", new Damage(inside(Manifest.ENTRY, text -> text.replaceFirst(
        "\"schema\" : \"" + schema + "\"", "\"schema\" : \"999\"")),
        "written by a program with schema 999; this database has " + schema));
    damages.put("a table of another product", new Damage(inside(Manifest.ENTRY, text -> text.replaceFirst("\"user_account\"",
        "\"wages\"")), "its manifest names a table wages, which there is not"));
    damages.put("a table told twice", new Damage(inside(Manifest.ENTRY, text -> text.replaceFirst("\"user_account\"",
        "\"notice\"")), "its manifest names table notice twice"));
    damages.put("a table not told", new Damage(inside(Manifest.ENTRY, text -> text.replaceFirst(
        "(?s)\\{\\s*\"name\" : \"user_account\".*?\\},", "")), "its manifest lacks table user_account"));
    damages.put("a table missing", new Damage(inside("tables/spatial_unit.csv", null), "table spatial_unit is missing"));
    damages.put("a table altered", new Damage(inside("tables/user_account.csv", text -> text.replace("SURVEYOR", "APPROVER")),
        "table user_account was altered: its SHA-256 is not that of the manifest"));
    damages.put("a row missing", new Damage(inside("tables/spatial_unit.csv", BackupIT::withoutLastRow),
        "table spatial_unit has %d rows where the manifest says %d".formatted(units - 1, units)));
    damages.put("a column renamed", new Damage(inside("tables/user_account.csv", text -> text.replaceFirst("role", "rank")),
        "table user_account cannot be read"));
    damages.put("a row altered and the manifest with it", new Damage(path -> alterWithManifest(path, "user_account",
        text -> text.replace("SURVEYOR", "APPROVER")), "its audit chain does not verify: Row "));
    damages.put("the chain cut and the manifest with it", new Damage(path -> alterWithManifest(path, "audit_entry",
        BackupIT::withoutLastRow), "its audit chain does not verify: "));
    damages.put("another head", new Damage(inside(Manifest.ENTRY, text -> text.replaceFirst("\"seq\" : \\d+", "\"seq\" : 1")),
        "its audit chain ends at %d and not at 1 as the manifest says".formatted(manifest.auditHead().seq())));
    damages.put("something besides", new Damage(path -> {
      try (FileSystem zip = FileSystems.newFileSystem(path)) {
        Files.writeString(zip.getPath("tables/run.sh"), "x");
      }
    }, "it holds tables/run.sh, which no backup does"));

    elsewhere(here, context -> damages.forEach((what, damage) -> {
      Path damaged = directory.resolve("damaged.zip");
      assertThatThrownBy(() -> {
        Files.copy(file, damaged, StandardCopyOption.REPLACE_EXISTING);
        damage.change().to(damaged);
        context.getBean(Restore.class).read(damaged);
      }).as(what).isInstanceOf(ProblemException.class).hasMessageContaining(damage.sentence());
      assertThat(context.getBean(Users.class).all()).as(what).isEmpty();
      assertThat(context.getBean(AuditVerifier.class).verify().faults()).as(what).isEmpty();
    }));
  }

  private static Change inside(String entry, @Nullable UnaryOperator<String> change) {
    return path -> {
      try (FileSystem zip = FileSystems.newFileSystem(path)) {
        Path inside = zip.getPath(entry);
        if (change == null) {
          Files.delete(inside);
        } else {
          Files.writeString(inside, change.apply(Files.readString(inside)));
        }
      }
    };
  }

  /** In the compressed bytes of the first table, as a worn disk would. */
  private static void flipInside(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    for (int i = 60; i < bytes.length / 2; i += 997) {
      bytes[i] ^= 0x55;
    }
    Files.write(path, bytes);
  }

  private static String withoutLastRow(String csv) {
    return csv.substring(0, csv.lastIndexOf('\n', csv.length() - 2) + 1);
  }

  /** As somebody does who knows how a backup is made. */
  private static void alterWithManifest(Path path, String table, UnaryOperator<String> change) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(path)) {
      Path csv = zip.getPath("tables/" + table + ".csv");
      String text = change.apply(Files.readString(csv));
      Files.writeString(csv, text);
      String sha256 = HexFormat.of().formatHex(Backup.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
      Path entry = zip.getPath(Manifest.ENTRY);
      JsonMapper json = new JsonMapper();
      Manifest manifest = json.readValue(Files.readString(entry), Manifest.class);
      Files.writeString(entry, json.writeValueAsString(new Manifest(manifest.product(), manifest.format(),
          manifest.schema(), manifest.writtenAt(), manifest.auditHead(), manifest.tables().stream().map(each ->
              !each.name().equals(table) ? each : new Manifest.Table(table,
                  table.equals("audit_entry") ? each.rows() - 1 : each.rows(), sha256)).toList())));
    }
  }

  /** The program on a fresh database of the other kind, as {@code restore} starts it. */
  private static void elsewhere(TestDatabase here, Consumer<ConfigurableApplicationContext> work) {
    DatabaseKind other = here.kind() == DatabaseKind.EMBEDDED ? DatabaseKind.POSTGIS : DatabaseKind.EMBEDDED;
    TestDatabase database = TestDatabases.fresh(other);
    try (ConfigurableApplicationContext context = new SpringApplicationBuilder(JieshiApplication.class)
        .web(WebApplicationType.NONE)
        .properties("jieshi.db.url=" + database.url(), "jieshi.db.user=" + database.user(),
            "jieshi.db.password=" + database.password(), "jieshi.first-start=false", "jieshi.db.connections=4")
        .run()) {
      work.accept(context);
    } finally {
      TestDatabases.drop(database);
    }
  }
}
