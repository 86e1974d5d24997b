package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExternalPostgresTest {

  private final ExternalPostgres server = new ExternalPostgres("jdbc:postgresql://host/db?password=x", "user", "x");

  @Test
  void versionFourteenIsTooOld() {
    assertThatThrownBy(() -> server.refuseOldVersion(14)).isInstanceOf(StoreUnavailable.class)
        .hasMessage("The database jdbc:postgresql://host/db is PostgreSQL 14: 15 or newer is needed.");
  }

  @Test
  void versionFifteenWillDo() {
    assertThatCode(() -> server.refuseOldVersion(15)).doesNotThrowAnyException();
  }
}
