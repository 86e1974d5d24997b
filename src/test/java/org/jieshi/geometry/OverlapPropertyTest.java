package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Random but repeatable land: the overlap against a plain overlay of the same coordinates, in every drawing order. */
class OverlapPropertyTest {

  private static final double EAST = 36_632_000;
  private static final double NORTH = 2_480_000;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), Wkt.ZONE_36);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theOverlapOfRandomParcelsHasTheAreaOfThePlainOverlay(int seed) {
    Random random = new Random(seed);
    int overlapping = 0;
    for (int i = 0; i < 100; i++) {
      Geometry left = parcel(random, 0, 0);
      Geometry right = parcel(random, random.nextDouble() * 220 - 110, random.nextDouble() * 220 - 110);
      double expected = OverlayNGRobust.overlay(left, right, OverlayNG.INTERSECTION).getArea();

      Optional<Overlap> overlap = Overlap.between(left, right);

      double area = overlap.map(Overlap::area).orElse(0.0);
      assertThat(area).as("layout %d of seed %d", i, seed).isEqualTo(expected, within(1e-6 * Math.max(expected, 1)));
      overlap.ifPresent(found -> {
        assertThat(found.geometry().isValid()).isTrue();
        assertThat(found.geometry().getArea()).isEqualTo(found.area(), within(1e-6 * Math.max(found.area(), 1)));
        assertThat(found.leftShare()).isEqualTo(found.area() / left.getArea(), within(1e-6));
        // the circle fits in
        assertThat(Math.PI * found.maxWidth() * found.maxWidth() / 4).isLessThanOrEqualTo(found.area());
      });
      overlapping += overlap.isPresent() ? 1 : 0;
    }
    assertThat(overlapping).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(ints = {11, 12})
  void firstVertexAndDirectionOfTheRingsMakeNoDifferenceToTheLastBit(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 50; i++) {
      Geometry left = parcel(random, 0, 0);
      Geometry right = parcel(random, random.nextDouble() * 100 - 50, random.nextDouble() * 100 - 50);

      Optional<Overlap> one = Overlap.between(left, right);
      Optional<Overlap> other = Overlap.between(redrawn(left, random), redrawn(right, random));

      assertThat(other.map(o -> o.geometry().toText())).isEqualTo(one.map(o -> o.geometry().toText()));
      assertThat(other.map(Overlap::area)).isEqualTo(one.map(Overlap::area));
      assertThat(other.map(Overlap::leftShare)).isEqualTo(one.map(Overlap::leftShare));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {21, 22})
  void neighboursThatShareACrookedBoundaryNeverOverlap(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      int n = 3 + random.nextInt(30);
      Coordinate[] crooked = new Coordinate[n];
      for (int k = 0; k < n; k++) {
        crooked[k] = new Coordinate(millimetres(EAST + 100 + random.nextDouble() * 40), millimetres(NORTH + 10.0 * k));
      }
      Geometry west = beside(crooked, EAST);
      Geometry east = beside(crooked, EAST + 300);

      assertThat(Overlap.between(west, redrawn(east, random))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 5, 30})
  void aClaimMovedOverAParcelOverlapsItByTheClosedForm(double shift) {
    Geometry parcel = Wkt.rectangle(EAST + 0.374, NORTH + 0.717, 250, 160);
    Geometry claim = AffineTransformation.translationInstance(250 - shift, 0).transform(parcel);
    claim.setSRID(Wkt.ZONE_36);

    Overlap overlap = Overlap.between(parcel, claim).orElseThrow();

    assertThat(overlap.area()).isEqualTo(shift * 160, within(shift * 160 * 1e-7));
    assertThat(overlap.maxWidth()).isBetween(shift - Math.max(0.005, shift * 0.001), shift + 1e-9);
  }

  /** Star-shaped land about a centre, coordinates in millimetres, one in three with a hole. */
  static Geometry parcel(Random random, double dx, double dy) {
    double x = EAST + dx;
    double y = NORTH + dy;
    LinearRing shell = ring(random, x, y, 40, 100, 4 + random.nextInt(40));
    LinearRing[] holes = random.nextInt(3) == 0
        ? new LinearRing[] {ring(random, x, y, 5, 20, 3 + random.nextInt(10))}
        : new LinearRing[0];
    Geometry parcel = FACTORY.createPolygon(shell, holes);
    return parcel.isValid() ? parcel : parcel(random, dx, dy);
  }

  private static LinearRing ring(Random random, double x, double y, double min, double max, int n) {
    Coordinate[] points = new Coordinate[n + 1];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      double radius = min + random.nextDouble() * (max - min);
      points[i] = new Coordinate(millimetres(x + radius * Math.cos(angle)), millimetres(y + radius * Math.sin(angle)));
    }
    points[n] = points[0].copy();
    return FACTORY.createLinearRing(points);
  }

  private static Geometry beside(Coordinate[] line, double easting) {
    Coordinate[] ring = new Coordinate[line.length + 3];
    for (int i = 0; i < line.length; i++) {
      ring[i] = line[i].copy();
    }
    ring[line.length] = new Coordinate(easting, line[line.length - 1].y);
    ring[line.length + 1] = new Coordinate(easting, line[0].y);
    ring[line.length + 2] = line[0].copy();
    return FACTORY.createPolygon(ring);
  }

  static Geometry redrawn(Geometry polygon, Random random) {
    Coordinate[] shell = ((Polygon) polygon).getExteriorRing().getCoordinates();
    int n = shell.length - 1;
    int first = random.nextInt(n);
    Coordinate[] turned = new Coordinate[n + 1];
    for (int i = 0; i <= n; i++) {
      turned[i] = shell[(first + i) % n].copy();
    }
    LinearRing[] holes = Polygons.rings((Polygon) polygon).stream().skip(1)
        .toArray(LinearRing[]::new);
    Geometry redrawn = FACTORY.createPolygon(FACTORY.createLinearRing(turned), holes);
    return random.nextBoolean() ? redrawn.reverse() : redrawn;
  }

  private static double millimetres(double metres) {
    return Math.rint(metres * 1000) / 1000;
  }
}
