package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class DrawnShapeTest {

  private static final double WORLD = (double) (1 << DrawnShape.ZOOM) * WebMercator.UNITS;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void everyRingOfEveryPartIsReadAsItWasWritten() {
    byte[] shape = DrawnShape.of(wkt("""
        GEOMETRYCOLLECTION (POINT (109.29 22.42), MULTIPOLYGON (
          ((109.29 22.42, 109.30 22.42, 109.30 22.43, 109.29 22.42), (109.297 22.421, 109.299 22.421, 109.299 22.423, 109.297 22.421)),
          ((109.31 22.42, 109.32 22.42, 109.32 22.43, 109.31 22.43, 109.31 22.42))))""").getGeometryN(1));

    List<Boolean> shells = new ArrayList<>();
    List<Coordinate[]> rings = rings(shape, shells);
    assertThat(shells).containsExactly(true, false, true);
    assertThat(rings).extracting(ring -> ring.length).containsExactly(3, 3, 4);
    assertThat(rings.get(2)[2]).isEqualTo(new Coordinate(Math.rint(WebMercator.x(109.32) * WORLD),
        Math.rint(WebMercator.y(22.43) * WORLD)));
  }

  @Test
  void thinnedLandIsNowhereFartherThanAQuarterOfAPixelFromTheLand() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      Coordinate[] degrees = star(random, 60);
      byte[] shape = DrawnShape.of(FACTORY.createPolygon(degrees));
      Coordinate[] exact = new Coordinate[degrees.length];
      for (int k = 0; k < exact.length; k++) {
        exact[k] = new Coordinate(WebMercator.x(degrees[k].x) * WORLD, WebMercator.y(degrees[k].y) * WORLD);
      }
      List<Coordinate> drawn = new ArrayList<>(List.of(rings(shape, new ArrayList<>()).get(0)));
      drawn.add(drawn.get(0));
      double off = DiscreteHausdorffDistance.distance(FACTORY.createLineString(exact),
          FACTORY.createLineString(drawn.toArray(Coordinate[]::new)), 0.01);
      assertThat(off).isLessThan(2 + Math.sqrt(0.5) + 0.1); // a quarter of a pixel, and the rounding
      assertThat(drawn.size()).isLessThanOrEqualTo(exact.length);
      assertThat(shape.length).isLessThan(16 * exact.length / 3);
    }
  }

  @Test
  void noLandIsNoBytes() {
    assertThat(DrawnShape.of(wkt("POLYGON EMPTY"))).isEmpty();
    assertThat(new DrawnShape.Reader().next()).isFalse();
  }

  private static Coordinate[] star(Random random, int points) {
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      double radius = 0.0005 + 0.0005 * random.nextDouble();
      ring[i] = new Coordinate(109.3 + radius * Math.cos(angle), 22.4 + radius * Math.sin(angle));
    }
    ring[points] = ring[0];
    return ring;
  }

  private static List<Coordinate[]> rings(byte[] shape, List<Boolean> shells) {
    DrawnShape.Reader reader = new DrawnShape.Reader();
    reader.begin(shape);
    List<Coordinate[]> rings = new ArrayList<>();
    while (reader.next()) {
      double[] numbers = new double[2 * reader.positions() + 1];
      reader.positions(numbers, 1);
      Coordinate[] ring = new Coordinate[reader.positions()];
      for (int i = 0; i < ring.length; i++) {
        ring[i] = new Coordinate(numbers[1 + 2 * i], numbers[2 + 2 * i]);
      }
      rings.add(ring);
      shells.add(reader.isShell());
    }
    return rings;
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
