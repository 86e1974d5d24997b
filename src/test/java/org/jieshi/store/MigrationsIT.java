package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jieshi.store.StoreProperties.PostgisUse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationsIT {

  private TestDatabase database;

  @AfterEach
  void drop() {
    TestDatabases.drop(database);
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseThatANewerProgramHasUsedIsRefused(DatabaseKind kind) {
    database = TestDatabases.fresh(kind);
    jdbc().sql("""
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
        VALUES (1000, '999', 'later', 'SQL', 'V999__later.sql', 1, 'later', 1, true)
        """).update();

    assertThatThrownBy(() -> migrate(PostgisUse.AUTO)).isInstanceOf(StoreUnavailable.class)
        .hasMessage("The database was last used by a newer program (schema 999 is unknown here): start that program,"
            + " or restore a backup made before it.");
  }

  @Test
  void aDatabaseOfSomethingElseIsRefusedAndLeftAlone() {
    database = TestDatabases.empty(DatabaseKind.EMBEDDED);
    jdbc().sql("CREATE TABLE wages (amount integer)").update();

    assertThatThrownBy(() -> migrate(PostgisUse.AUTO)).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("give it an empty database");
    assertThat(jdbc().sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void aMigrationThatWasChangedAfterwardsIsRefused() {
    database = TestDatabases.fresh(DatabaseKind.EMBEDDED);
    jdbc().sql("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '0.2'").update();

    assertThatThrownBy(() -> migrate(PostgisUse.AUTO)).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("checksum mismatch");
  }

  @Test
  void aServerThatHasPostgisButKeepsItFromUsIsRefusedWithTheRemedy() {
    database = TestDatabases.empty(DatabaseKind.POSTGIS);

    assertThatThrownBy(() -> migrate(PostgisUse.AUTO)).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("CREATE EXTENSION postgis").hasMessageContaining("JIESHI_DB_POSTGIS=OFF");
  }

  @Test
  void aDatabaseThatBeganWithoutPostgisStaysWithoutIt() {
    database = TestDatabases.empty(DatabaseKind.POSTGIS);
    migrate(PostgisUse.OFF);

    assertThat(GeometryType.of(database.dataSource(), PostgisUse.AUTO)).isEqualTo(GeometryType.PLAIN);
    migrate(PostgisUse.AUTO);
  }

  private void migrate(PostgisUse use) {
    DataSource dataSource = database.dataSource();
    FluentConfiguration flyway = Flyway.configure().dataSource(dataSource);
    Migrations.configure(flyway, GeometryType.of(dataSource, use));
    Migrations.run(flyway.load());
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(database.dataSource());
  }
}
