package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** How two lands can lie to each other; random but repeatable, coordinates in millimetres unless the kind says finer. */
enum LandLayout {

  /** Anywhere near, crossing properly or apart. */
  RANDOM(40, 95, (land, random) ->
      moved(parcel(random), random.nextDouble() * 300 - 150, random.nextDouble() * 300 - 150)),
  /** What lies around the land in a square: shares its whole outer ring. */
  TOUCHING(0, 0, (land, random) -> OverlayNGRobust.overlay(square(-200, -200, 400), filled(land), OverlayNG.DIFFERENCE)),
  /** The same land drawn again, from another vertex, perhaps the other way round. */
  IDENTICAL(100, 100, LandLayout::redrawn),
  /** The same land, half or twice the size, about a point inside it. */
  NESTED(100, 100, (land, random) -> rounded(AffineTransformation.scaleInstance(
      random.nextBoolean() ? 0.5 : 2, random.nextBoolean() ? 0.5 : 2, LandLayout.EAST, LandLayout.NORTH)
      .transform(land), 1e3)),
  /** Both with holes, the other one turned. */
  HOLES(95, 100, (land, random) -> moved(withHole(random), random.nextDouble() * 40 - 20, random.nextDouble() * 40 - 20)),
  /** A ring of land with an island in it. */
  ISLANDS(95, 100, (land, random) -> factory().createMultiPolygon(new Polygon[] {
      factory().createPolygon(circle(90, 24, 0), new LinearRing[] {circle(60, 24, 0.1)}),
      factory().createPolygon(circle(10 + random.nextInt(20), 12, 0.2))})),
  /** Squares on one grid: edges on one line, corners on edges. */
  COLLINEAR(30, 90, (land, random) -> square(10 * random.nextInt(17) - 80, 10 * random.nextInt(17) - 80, 50)),
  /** Every vertex a nanometre beside. */
  NANOMETRE(100, 100, (land, random) -> shaken(land, random, 1e-9)),
  /** Every vertex up to 5 mm beside: digitised twice. */
  DIGITISED_TWICE(100, 100, (land, random) -> shaken(land, random, 0.005)),
  /** Moved along by a few hundredths of a micrometre. */
  NEARLY_COINCIDENT(100, 100, (land, random) -> moved(land, random.nextDouble() * 1e-7, random.nextDouble() * 1e-7)),
  /** Some vertices are the land's own, the others go in and out. */
  SOME_VERTICES_SHARED(100, 100, (land, random) -> shakenHere(land, random));

  static final double EAST = 36_632_000;
  static final double NORTH = 2_480_000;

  private final int fewest;
  private final int most;
  private final BiFunction<Geometry, Random, Geometry> other;

  LandLayout(int fewest, int most, BiFunction<Geometry, Random, Geometry> other) {
    this.fewest = fewest;
    this.most = most;
    this.other = other;
  }

  /** Of a hundred pairs at least this many overlap, so that the kind tests what it is for. */
  int fewest() {
    return fewest;
  }

  int most() {
    return most;
  }

  /** The other side, valid. */
  Geometry beside(Geometry land, Random random) {
    for (int tries = 0; tries < 100; tries++) {
      Geometry beside = other.apply(this == COLLINEAR ? square(-25, -25, 50) : land, random);
      if (beside.isValid() && !beside.isEmpty()) {
        beside.setSRID(Wkt.ZONE_36);
        return beside;
      }
    }
    throw new AssertionError("no valid " + this + " for " + land);
  }

  /** Star-shaped land about the middle, one in four with a hole. */
  static Geometry parcel(Random random) {
    Geometry parcel = random.nextInt(4) == 0 ? withHole(random) : factory().createPolygon(ring(random, 40, 100));
    return parcel.isValid() ? parcel : parcel(random);
  }

  private static Geometry withHole(Random random) {
    return factory().createPolygon(ring(random, 40, 100), new LinearRing[] {ring(random, 5, 30)});
  }

  private static LinearRing ring(Random random, double least, double most) {
    int n = 4 + random.nextInt(40);
    Coordinate[] points = new Coordinate[n + 1];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n;
      double radius = least + random.nextDouble() * (most - least);
      points[i] = at(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    points[n] = points[0].copy();
    return factory().createLinearRing(points);
  }

  private static LinearRing circle(double radius, int n, double turn) {
    Coordinate[] points = new Coordinate[n + 1];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * i / n + turn;
      points[i] = at(radius * Math.cos(angle), radius * Math.sin(angle));
    }
    points[n] = points[0].copy();
    return factory().createLinearRing(points);
  }

  private static Geometry square(double x, double y, double side) {
    return factory().createPolygon(new Coordinate[] {at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side),
        at(x, y)});
  }

  private static Geometry filled(Geometry land) {
    return factory().createPolygon(((Polygon) land).getExteriorRing().getCoordinates());
  }

  private static Geometry shaken(Geometry land, Random random, double by) {
    return edited(land, point -> new Coordinate(point.x + (random.nextDouble() * 2 - 1) * by,
        point.y + (random.nextDouble() * 2 - 1) * by));
  }

  private static Geometry shakenHere(Geometry land, Random random) {
    return edited(land, point -> random.nextInt(3) > 0 ? point.copy()
        : at(point.x - EAST + random.nextDouble() * 6 - 3, point.y - NORTH + random.nextDouble() * 6 - 3));
  }

  private static Geometry moved(Geometry land, double dx, double dy) {
    return AffineTransformation.translationInstance(dx, dy).transform(land);
  }

  private static Geometry rounded(Geometry land, double perMetre) {
    return edited(land, point -> new Coordinate(Math.rint(point.x * perMetre) / perMetre,
        Math.rint(point.y * perMetre) / perMetre));
  }

  /** The same polygons from another vertex, perhaps the other way round, parts in another order. */
  static Geometry redrawn(Geometry land, Random random) {
    List<Polygon> parts = new ArrayList<>();
    for (Polygon part : Polygons.of(land)) {
      LinearRing[] rings = Polygons.rings(part).stream().map(ring -> turned(ring, random)).toArray(LinearRing[]::new);
      parts.add(factory().createPolygon(rings[0], Arrays.copyOfRange(rings, 1, rings.length)));
    }
    Collections.shuffle(parts, random);
    return parts.size() == 1 ? parts.get(0) : factory().createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static LinearRing turned(LinearRing ring, Random random) {
    int n = ring.getNumPoints() - 1;
    int first = random.nextInt(n);
    boolean backwards = random.nextBoolean();
    Coordinate[] points = new Coordinate[n + 1];
    for (int i = 0; i <= n; i++) {
      points[i] = ring.getCoordinateN(Math.floorMod(first + (backwards ? -i : i), n)).copy();
    }
    return factory().createLinearRing(points);
  }

  private static Geometry edited(Geometry land, UnaryOperator<Coordinate> edit) {
    Polygon polygon = (Polygon) land;
    LinearRing[] rings = Polygons.rings(polygon).stream().map(ring -> {
      Coordinate[] points = new Coordinate[ring.getNumPoints()];
      for (int i = 0; i < points.length - 1; i++) {
        points[i] = edit.apply(ring.getCoordinateN(i));
      }
      points[points.length - 1] = points[0].copy();
      return factory().createLinearRing(points);
    }).toArray(LinearRing[]::new);
    return factory().createPolygon(rings[0], Arrays.copyOfRange(rings, 1, rings.length));
  }

  private static Coordinate at(double x, double y) {
    return new Coordinate(Math.rint((EAST + x) * 1e3) / 1e3, Math.rint((NORTH + y) * 1e3) / 1e3);
  }

  private static GeometryFactory factory() {
    return Factory.IN_ZONE_36;
  }

  /** Enum constants are made before the enum's own statics. */
  private static final class Factory {
    private static final GeometryFactory IN_ZONE_36 = new GeometryFactory(new PrecisionModel(), Wkt.ZONE_36);
  }
}
