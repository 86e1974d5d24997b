package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@EachDatabase
@Transactional
class GeometryColumnIT {

  @Autowired JdbcClient jdbc;

  @BeforeEach
  void table() {
    jdbc.sql("CREATE TABLE land (boundary geometry, bounds box)").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "POINT (36512345.12345679 2478901.987654321)",
      "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2))",
      "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2)), ((20 0, 30 0, 30 10, 20 10, 20 0)))",
      "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))",
      "POLYGON EMPTY", "MULTIPOLYGON EMPTY"})
  void theDatabaseGivesBackTheVeryBytes(String wkt) {
    byte[] written = GeometryCodec.write(GeometryCodecTest.geometry(wkt));

    jdbc.sql("INSERT INTO land (boundary) VALUES (cast(:g as geometry))").param("g", written).update();
    byte[] read = jdbc.sql("SELECT cast(boundary as bytea) FROM land").query(byte[].class).single();

    assertThat(read).isEqualTo(written);
    assertThat(GeometryCodec.read(read).toText()).isEqualTo(wkt);
  }

  @Test
  void aBatchOfGeometriesIsWritten() {
    List<Geometry> points = List.of(GeometryCodecTest.geometry("POINT (1 2)"), GeometryCodecTest.geometry("POINT (3 4)"));

    points.forEach(p -> jdbc.sql("INSERT INTO land (boundary) VALUES (cast(:g as geometry))")
        .param("g", GeometryCodec.write(p)).update());

    assertThat(jdbc.sql("SELECT cast(boundary as bytea) FROM land").query(byte[].class).list())
        .extracting(bytes -> GeometryCodec.read(bytes).toText()).containsExactly("POINT (1 2)", "POINT (3 4)");
  }

  @Test
  void bytesThatAreNoGeometryAreRefused() {
    assertThatThrownBy(() -> jdbc.sql("INSERT INTO land (boundary) VALUES (cast(:g as geometry))")
        .param("g", new byte[] {0, 1, 2}).update()).isInstanceOf(DataAccessException.class);
  }

  @Test
  void aWindowFindsWhatItMeets() {
    insertBounds(new Box(108.0, 22.0, 108.1, 22.1));
    insertBounds(new Box(108.2, 22.0, 108.3, 22.1));

    assertThat(found(new Box(108.05, 22.05, 108.15, 22.2))).isEqualTo(1);
    assertThat(found(new Box(108.1, 22.0, 108.2, 22.1))).as("touching both").isEqualTo(2);
    assertThat(found(new Box(108.12, 22.0, 108.18, 22.1))).isZero();
  }

  private void insertBounds(Box box) {
    jdbc.sql("INSERT INTO land (bounds) VALUES (cast(:b as box))").param("b", box.literal()).update();
  }

  private int found(Box window) {
    return jdbc.sql("SELECT count(*) FROM land WHERE bounds && cast(:w as box)").param("w", window.literal())
        .query(Integer.class).single();
  }
}
