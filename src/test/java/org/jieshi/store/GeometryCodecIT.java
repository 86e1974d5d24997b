package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class GeometryCodecIT {

  private static TestDatabase postgis;
  private static JdbcClient jdbc;

  @BeforeAll
  static void database() {
    postgis = TestDatabases.fresh(DatabaseKind.POSTGIS);
    jdbc = JdbcClient.create(postgis.dataSource());
  }

  @AfterAll
  static void drop() {
    TestDatabases.drop(postgis);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "POINT (36512345.12345679 2478901.987654321)",
      "LINESTRING (0 0, 1 1, 2 0.1)",
      "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2)), ((20 0, 30 0, 30 10, 20 10, 20 0)))",
      "MULTIPOINT ((1 2), (3 4))",
      "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
      "POLYGON EMPTY", "MULTIPOLYGON EMPTY", "GEOMETRYCOLLECTION EMPTY"})
  void postgisItselfWritesTheSameBytes(String wkt) {
    byte[] theirs = jdbc.sql("SELECT ST_AsEWKB(ST_GeomFromText(:wkt, 4524), 'NDR')").param("wkt", wkt)
        .query(byte[].class).single();

    assertThat(GeometryCodec.write(GeometryCodecTest.geometry(wkt))).isEqualTo(theirs);
  }
}
