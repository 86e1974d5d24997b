package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class PlainRingTest {

  @ParameterizedTest
  @ValueSource(strings = {
      "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))",
      "POLYGON ((0 0, 0 10, 10 10, 5 5, 10 0, 0 0))",
      "POLYGON ((0 0, 5 0, 10 0, 10 10, 0 10, 0 0))"})
  void aRingThatKeepsToItselfIsPlain(String wkt) {
    assertThat(PlainRing.isPlain(Wkt.read(wkt))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))",
      "POLYGON ((0 0, 10 0, 10 10, 5 0, 0 10, 0 0))",
      "POLYGON ((0 0, 10 0, 10 10, 10 5, 0 5, 0 0))",
      "POLYGON ((0 0, 10 0, 20 0, 10 0, 10 10, 0 0))",
      "POLYGON ((0 0, 0 0, 10 0, 10 10, 0 0))",
      "POLYGON ((0 0, 4 0, 4 4, 8 4, 8 8, 4 8, 4 4, 0 4, 0 0))",
      "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 4 2, 4 4, 2 2))",
      "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 0)))"})
  void whatTouchesItselfOrHasMoreRingsIsLeftToJts(String wkt) {
    assertThat(PlainRing.isPlain(Wkt.read(wkt))).isFalse();
  }

  /** Vertices on a coarse grid touch, cross and run along each other in every way there is. */
  @Test
  void whateverIsCalledPlainIsValid() {
    Random random = new Random(7);
    int plain = 0;
    for (int i = 0; i < 20_000; i++) {
      Coordinate[] ring = new Coordinate[4 + random.nextInt(6)];
      for (int k = 0; k < ring.length - 1; k++) {
        ring[k] = new Coordinate(random.nextInt(5), random.nextInt(5));
      }
      ring[ring.length - 1] = ring[0].copy();
      Polygon polygon = new GeometryFactory().createPolygon(ring);
      if (PlainRing.isPlain(polygon)) {
        plain++;
        assertThat(polygon.isValid()).as(polygon.toText()).isTrue();
      }
    }
    assertThat(plain).isGreaterThan(1_000);
  }
}
