package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;

class InscribedCircleTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "POLYGON ((0 0, 100 0, 100 60, 0 60, 0 0)) | 30",
      "POLYGON ((0 0, 30 0, 0 40, 0 0)) | 10",
      "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 20 80, 80 80, 80 20, 20 20)) | 11.7157",
      "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0)), ((10 0, 16 0, 16 90, 10 90, 10 0))) | 3",
      "POLYGON ((0 0, 1000 0, 1000 0.004, 0 0.004, 0 0)) | 0.002",
      "POLYGON ((0 0, 1000 1000, 1000 1000.02, 0 0.02, 0 0)) | 0.00707"})
  void knownShapesHaveTheirInradius(String wkt, double radius) {
    assertThat(InscribedCircle.radius(Wkt.read(wkt), 1e-4)).isEqualTo(radius, within(1.1e-4));
  }

  @ParameterizedTest
  @ValueSource(ints = {31, 32})
  void randomLandHasTheRadiusThatJtsFinds(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      Geometry land = OverlapPropertyTest.parcel(random, 0, 0);
      double expected = new MaximumInscribedCircle(land, 1e-3).getRadiusLine().getLength();

      assertThat(InscribedCircle.radius(land, 1e-3)).isEqualTo(expected, within(2e-3));
    }
  }

  @Test
  void theResultIsNeverWiderThanTheLand() {
    Geometry strip = Wkt.read("POLYGON ((0 0, 500 0, 500 0.5, 0 0.5, 0 0))");

    assertThat(InscribedCircle.radius(strip, 0.05)).isBetween(0.2, 0.25);
  }
}
