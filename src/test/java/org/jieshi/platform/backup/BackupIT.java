package org.jieshi.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jieshi.JieshiApplication;
import org.jieshi.audit.AuditTrail;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestDatabase;
import org.jieshi.store.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@EachDatabase
class BackupIT {

  @Autowired Backup backup;
  @Autowired Restore restore;
  @Autowired Users users;
  @Autowired AuditTrail audit;

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void aRegisterWithSomethingInIt() {
    String name = "u" + System.nanoTime();
    users.add(name, "张三, \"测绘\"\n第二行", Role.SURVEYOR, null, "long enough");
    file = directory.resolve("register.zip");
  }

  @Test
  void aBackupComesBackOnTheOtherKindOfDatabase(TestDatabase here) throws IOException {
    Manifest manifest = backup.write(file);

    elsewhere(here, context -> {
      assertThat(context.getBean(Restore.class).read(file)).isEqualTo(manifest);
      assertThat(context.getBean(Users.class).all()).isEqualTo(users.all());
      assertThat(context.getBean(AuditTrail.class).head()).isEqualTo(audit.head());

      context.getBean(Users.class).add("afterwards", "李四", Role.MANAGER, null, "long enough");
      assertThat(context.getBean(AuditVerifier.class).verify().faults()).isEmpty();
    });
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void nothingIsRestoredOverARegister() {
    backup.write(file);

    assertThatThrownBy(() -> restore.read(file)).isInstanceOf(ProblemException.class)
        .hasMessageContaining("There is a register here already");
  }

  @Test
  void anAlteredBackupIsRefusedWhole(TestDatabase here) throws IOException {
    backup.write(file);
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Path table = zip.getPath("tables/user_account.csv");
      Files.writeString(table, Files.readString(table).replace("SURVEYOR", "APPROVER"));
    }

    assertRefused(here, "table user_account is not what the manifest says");
  }

  @Test
  void aBackupWithoutOneOfItsTablesIsRefusedWhole(TestDatabase here) throws IOException {
    backup.write(file);
    try (FileSystem zip = FileSystems.newFileSystem(file)) {
      Files.delete(zip.getPath("tables/spatial_unit.csv"));
    }

    assertRefused(here, "table spatial_unit is missing");
  }

  @Test
  void aCutBackupIsRefusedWhole(TestDatabase here) throws IOException {
    backup.write(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertRefused(here, "it cannot be read");
  }

  @Test
  void aFileThatIsNotThereIsNamed(TestDatabase here) {
    assertRefused(here, "There is no file");
  }

  private void assertRefused(TestDatabase here, String reason) {
    elsewhere(here, context -> {
      assertThatThrownBy(() -> context.getBean(Restore.class).read(file)).isInstanceOf(ProblemException.class)
          .hasMessageContaining(reason);
      assertThat(context.getBean(Users.class).all()).isEmpty();
      assertThat(context.getBean(AuditVerifier.class).verify().faults()).isEmpty();
    });
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
