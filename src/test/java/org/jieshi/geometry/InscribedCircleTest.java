package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

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

  /** A typing error among the digits; the cells once divided until the memory was full. */
  @ParameterizedTest
  @ValueSource(strings = {"36632000.000", "99999999999999999999", "1e300", "-1e18"})
  void aVertexBeyondTheEarthEndsTheSearch(String x) {
    Geometry land = Wkt.read("POLYGON ((36632000 2480000, " + x + " 2480100, 36632100 2480100, 36632000 2480000))");

    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> InscribedCircle.radius(land, 1e-3));
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

  /** Strips as neighbours leave them: bent, tapering, of centimetres, with vertices of their own on both sides. */
  @ParameterizedTest
  @ValueSource(ints = {41, 42, 43})
  void bentStripsHaveTheRadiusThatJtsFinds(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      double width = Math.pow(10, -2 + 2.5 * random.nextDouble());
      double turned = random.nextDouble() * Math.PI;
      Geometry strip = AffineTransformation.rotationInstance(turned).transform(strip(random, width));
      double tolerance = width / 200;
      double expected = new MaximumInscribedCircle(strip, tolerance).getRadiusLine().getLength();

      assertThat(InscribedCircle.radius(strip, tolerance)).as(strip.toText()).isEqualTo(expected, within(2 * tolerance));
    }
  }

  private static Geometry strip(Random random, double width) {
    List<Coordinate> there = new ArrayList<>();
    List<Coordinate> back = new ArrayList<>();
    double y = 0;
    for (double x = 0; x < 120; x += 5 + 20 * random.nextDouble()) {
      y += 3 * random.nextGaussian();
      double here = width * (0.2 + random.nextDouble());
      there.add(new Coordinate(x, y));
      back.add(0, new Coordinate(x + width * random.nextDouble(), y + here));
    }
    there.addAll(back);
    there.add(there.get(0).copy());
    return new GeometryFactory().createPolygon(there.toArray(Coordinate[]::new)).buffer(0);
  }

  @Test
  void theResultIsNeverWiderThanTheLand() {
    Geometry strip = Wkt.read("POLYGON ((0 0, 500 0, 500 0.5, 0 0.5, 0 0))");

    assertThat(InscribedCircle.radius(strip, 0.05)).isBetween(0.2, 0.25);
  }
}
