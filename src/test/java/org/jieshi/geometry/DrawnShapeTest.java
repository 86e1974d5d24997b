package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
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
    assertThat(rings.get(2)).contains(new Coordinate(Math.rint(WebMercator.x(109.32) * WORLD),
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
  void landThatCannotBeSeenIsNoBytes() {
    assertThat(DrawnShape.of(wkt("POLYGON EMPTY"))).isEmpty();
    assertThat(DrawnShape.of(wkt("POLYGON ((109.29 22.42, 109.2900001 22.42, 109.29 22.4200001, 109.29 22.42))"))).isEmpty();
    assertThat(new DrawnShape.Reader().begin(new byte[0])).isFalse();
  }

  @Test
  void whicheverWayRingsRanShellsRunClockwiseOnTheScreenAndHolesTheOtherWay() {
    String shell = "109.29 22.42, 109.30 22.42, 109.30 22.43, 109.29 22.43, 109.29 22.42";
    String shellBack = "109.29 22.42, 109.29 22.43, 109.30 22.43, 109.30 22.42, 109.29 22.42";
    String hole = "109.293 22.423, 109.296 22.423, 109.296 22.426, 109.293 22.423";
    String holeBack = "109.293 22.423, 109.296 22.426, 109.296 22.423, 109.293 22.423";
    for (String wkt : List.of(shell + "), (" + hole, shell + "), (" + holeBack, shellBack + "), (" + hole,
        shellBack + "), (" + holeBack)) {
      List<Boolean> shells = new ArrayList<>();
      List<Coordinate[]> rings = rings(DrawnShape.of(wkt("POLYGON ((" + wkt + "))")), shells);
      assertThat(shells).containsExactly(true, false);
      assertThat(rings).extracting(DrawnShapeTest::runsClockwiseOnTheScreen).containsExactly(true, false);
    }
  }

  @Test
  void boundsHoldEveryPositionAndNoMore() {
    Random random = new Random(11);
    DrawnShape.Reader reader = new DrawnShape.Reader();
    for (int i = 0; i < 50; i++) {
      byte[] shape = DrawnShape.of(FACTORY.createPolygon(star(random, 40)));
      Envelope bounds = new Envelope();
      rings(shape, new ArrayList<>()).forEach(ring -> List.of(ring).forEach(bounds::expandToInclude));
      reader.begin(shape);
      int west = (int) bounds.getMinX();
      int north = (int) bounds.getMinY();
      int east = (int) bounds.getMaxX();
      int south = (int) bounds.getMaxY();
      assertThat(reader.within(west, north, east, south)).isTrue();
      assertThat(reader.within(west + 1, north, east, south)).isFalse();
      assertThat(reader.within(west, north + 1, east, south)).isFalse();
      assertThat(reader.within(west, north, east - 1, south)).isFalse();
      assertThat(reader.within(west, north, east, south - 1)).isFalse();
    }
  }

  @Test
  void aNameStandsOnTheLargestPartAndNotInItsHole() {
    DrawnShape.Reader reader = new DrawnShape.Reader();
    reader.begin(DrawnShape.of(wkt("""
        MULTIPOLYGON (((109.31 22.42, 109.311 22.42, 109.311 22.421, 109.31 22.42)),
          ((109.29 22.42, 109.30 22.42, 109.30 22.43, 109.29 22.43, 109.29 22.42),
           (109.291 22.421, 109.297 22.421, 109.297 22.429, 109.291 22.429, 109.291 22.421)))""")));

    assertThat((double) reader.nameX()).isCloseTo(WebMercator.x(109.2985) * WORLD, within(1.0));
    assertThat((double) reader.nameY()).isCloseTo(WebMercator.y(22.425) * WORLD, within(1.0));
  }

  private static boolean runsClockwiseOnTheScreen(Coordinate[] open) {
    Coordinate[] closed = Arrays.copyOf(open, open.length + 1);
    closed[open.length] = open[0];
    return Orientation.isCCW(closed); // y points down
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
    RingList read = new RingList();
    reader.readInto(read);
    List<Coordinate[]> rings = new ArrayList<>();
    for (int i = 0; i < read.rings(); i++) {
      int open = (read.end(i) - read.start(i)) / 2 - 1;
      Coordinate[] ring = new Coordinate[open + 1];
      for (int k = 0; k <= open; k++) {
        ring[k] = new Coordinate(read.positions()[read.start(i) + 2 * k], read.positions()[read.start(i) + 2 * k + 1]);
      }
      assertThat(ring[open]).isEqualTo(ring[0]);
      rings.add(Arrays.copyOf(ring, open));
      shells.add(read.isShell(i));
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
