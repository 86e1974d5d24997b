package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jieshi.store.StoreProperties.Db;
import org.jieshi.store.StoreProperties.PostgisUse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExternalPostgresIT {

  private static TestDatabase database;

  @BeforeAll
  static void database() {
    database = TestDatabases.fresh(DatabaseKind.POSTGIS);
  }

  @AfterAll
  static void drop() {
    TestDatabases.drop(database);
  }

  @Test
  void aFitDatabaseIsTakenAsItIs() {
    assertThat(at(database.url(), database.password()).url()).isEqualTo(database.url());
  }

  @Test
  void aUrlThatIsNoneIsRefusedWithAnExample() {
    assertThatThrownBy(() -> at("db.example.org/jieshi", "x")).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("jdbc:postgresql://host:5432/database");
  }

  @Test
  void aWrongPasswordIsSaidWithoutRepeatingIt() {
    assertThatThrownBy(() -> at(database.url() + "?password=hunter2", "guess")).isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("doesn't let the program in").hasMessageContaining("JIESHI_DB_PASSWORD")
        .hasMessageNotContaining("hunter2").hasMessageNotContaining("guess");
  }

  @Test
  void aServerThatIsDownIsSaid() {
    assertThatThrownBy(() -> at("jdbc:postgresql://127.0.0.1:" + PostgresServer.freePort() + "/jieshi", "x"))
        .isInstanceOf(StoreUnavailable.class).hasMessageContaining("that the server is up");
  }

  @Test
  void aDatabaseInAnotherEncodingIsRefused() {
    TestDatabase latin = TestDatabases.empty(DatabaseKind.POSTGIS, "ENCODING 'LATIN1' TEMPLATE template0");
    try {
      assertThatThrownBy(() -> at(latin.url(), latin.password())).isInstanceOf(StoreUnavailable.class)
          .hasMessageContaining("holds LATIN1 text");
    } finally {
      TestDatabases.drop(latin);
    }
  }

  private static ExternalPostgres at(String url, @Nullable String password) {
    return ExternalPostgres.at(new Db(url, database.user(), password, PostgisUse.AUTO, 5));
  }
}
