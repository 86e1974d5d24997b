package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EachDatabase
class StoreIT {

  @Autowired JdbcClient jdbc;

  @Test
  void theGeometryTypeIsThatOfTheDatabase(TestDatabase database) {
    String kind = jdbc.sql("SELECT typtype FROM pg_type WHERE oid = to_regtype('geometry')").query(String.class)
        .single();

    assertThat(kind).isEqualTo(database.kind() == DatabaseKind.POSTGIS ? "b" : "d");
  }

  @Test
  void theSessionIsInUtcWhateverTheMachineIs() {
    assertThat(jdbc.sql("SHOW timezone").query(String.class).single()).isEqualTo("UTC");
  }

  @Test
  void chineseNamesAreStoredAndCountedInCharacters() {
    assertThat(jdbc.sql("SELECT char_length('华山农场𠮷')").query(Integer.class).single()).isEqualTo(5);
  }

  @Test
  void theProgramHasNoRightsOnTheServer() {
    assertThat(jdbc.sql("SELECT rolsuper OR rolcreatedb OR rolcreaterole FROM pg_roles WHERE rolname = current_user")
        .query(Boolean.class).single()).isFalse();
  }

  @Nested
  class InANestedClass {

    @Test
    void theApplicationIsTheSame(TestDatabase database) {
      assertThat(database.url()).endsWith(jdbc.sql("SELECT current_database()").query(String.class).single());
    }
  }
}
