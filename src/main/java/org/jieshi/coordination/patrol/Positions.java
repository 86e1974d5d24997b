package org.jieshi.coordination.patrol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Positions as a page or a receiver gives them, in CGCS2000 degrees, and the plane of their zone. */
final class Positions {

  private static final GeometryFactory DEGREES =
      new GeometryFactory(new PrecisionModel(), CoordinateSystems.CGCS2000_DEGREES);

  /** m: what a track is simplified by before its surroundings are drawn, far below what a receiver can tell. */
  private static final double STEP = 0.5;

  /** EPSG code of the CGCS2000 three-degree plane of zone n, with zone prefix, is this and n (domain.md §3). */
  private static final int CGCS2000_PREFIXED = 4488;

  private Positions() {
  }

  /** @throws org.jieshi.shared.ProblemException {@code INVALID_FIELD} for what is no position in China's zones */
  static Point point(double lon, double lat, String field) {
    requireZone(lon, lat, field);
    return DEGREES.createPoint(new Coordinate(lon, lat));
  }

  /**
   * A polygon from its corners, closed or not.
   *
   * @throws org.jieshi.shared.ProblemException {@code GEOMETRY_INVALID} if it crosses itself, {@code INVALID_FIELD}
   */
  static Polygon polygon(List<List<Double>> corners, String field) {
    List<Coordinate> ring = new ArrayList<>();
    for (List<Double> corner : corners) {
      if (corner.size() < 2) {
        throw invalid(field);
      }
      requireZone(corner.get(0), corner.get(1), field);
      ring.add(new Coordinate(corner.get(0), corner.get(1)));
    }
    if (!ring.isEmpty() && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
    }
    if (ring.size() < 4) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "An outline needs three corners or more.", "图形至少需要三个角点。")
          .inField(field).asException();
    }
    Polygon polygon = DEGREES.createPolygon(ring.toArray(Coordinate[]::new));
    if (!new IsValidOp(polygon).isValid() || polygon.getArea() == 0) {
      throw Problem.of(ProblemCode.GEOMETRY_INVALID, "The outline crosses itself or has no area; draw it again.",
          "图形自相交或没有面积，请重新绘制。").inField(field).asException();
    }
    return polygon;
  }

  static Geometry lines(Gpx gpx) {
    return DEGREES.createMultiLineString(gpx.segments().stream()
        .map(segment -> DEGREES.createLineString(segment.toArray(Coordinate[]::new))).toArray(LineString[]::new));
  }

  /** EPSG code of the zone's plane in which most of it lies. */
  static int zone(Geometry degrees) {
    return CGCS2000_PREFIXED + (int) Math.round(degrees.getEnvelopeInternal().centre().x / 3);
  }

  /**
   * Share of the area that lies within {@code reach} metres of a track, 0 to 1 with four decimals.
   *
   * @param area CGCS2000 degrees
   * @param tracks CGCS2000 degrees
   */
  static BigDecimal coverage(Geometry area, List<Geometry> tracks, double reach) {
    int zone = zone(area);
    Geometry land = CoordinateSystems.transform(area, CoordinateSystems.CGCS2000_DEGREES, zone);
    List<Geometry> seen = tracks.stream()
        .map(track -> CoordinateSystems.transform(track, CoordinateSystems.CGCS2000_DEGREES, zone))
        .map(track -> DouglasPeuckerSimplifier.simplify(track, STEP).buffer(reach)).toList();
    if (seen.isEmpty() || land.getArea() == 0) {
      return BigDecimal.ZERO.setScale(4);
    }
    double covered = OverlayNGRobust.overlay(land, CascadedPolygonUnion.union(seen), OverlayNG.INTERSECTION).getArea();
    return BigDecimal.valueOf(Math.min(1, covered / land.getArea())).setScale(4, RoundingMode.HALF_UP);
  }

  private static void requireZone(double lon, double lat, String field) {
    if (!(lon >= 73.5 && lon <= 136.5 && lat >= 3 && lat <= 54)) {
      throw invalid(field);
    }
  }

  private static RuntimeException invalid(String field) {
    return Problem.of(ProblemCode.INVALID_FIELD, "Give positions in degrees, longitude first, within China.",
        "请填写中国境内的经纬度，经度在前。").inField(field).asException();
  }
}
