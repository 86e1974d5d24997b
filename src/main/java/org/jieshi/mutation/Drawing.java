package org.jieshi.mutation;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Lines and shapes as they come over HTTP: GeoJSON coordinates in CGCS2000 degrees, as they are drawn on the map, or in the
 * plane system of the parcel ({@code native} or its EPSG code), as they were surveyed.
 */
final class Drawing {

  private static final int MOST_POINTS = 200_000;
  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel());

  private final int srid;
  private final boolean degrees;
  private int points;

  /** @param srid of the parcels */
  Drawing(@Nullable String crs, int srid) {
    this.srid = srid;
    String name = crs == null ? "EPSG:4490" : crs.strip();
    this.degrees = name.equalsIgnoreCase("EPSG:4490");
    if (!degrees && !name.equalsIgnoreCase("native") && !name.equalsIgnoreCase("EPSG:" + srid)) {
      throw Problem.of(ProblemCode.CRS_CONFLICT,
          "crs is EPSG:4490, native or EPSG:%d, the system of the parcel; not %s.".formatted(srid, name),
          "坐标系应为 EPSG:4490、native 或该宗地的 EPSG:%d，而非 %s。".formatted(srid, name)).inField("crs").asException();
    }
  }

  /** A geometry of GeoJSON. */
  record Shape(String type, @Nullable Object coordinates) {
  }

  Coordinate[] line(List<List<Double>> line) {
    if (line.size() < 2) {
      throw malformed("lines", "A line has two points at least.", "一条线至少需要两个点。");
    }
    List<Coordinate> points = new ArrayList<>();
    line.forEach(point -> points.add(point(point, "lines")));
    return inPlane(FACTORY.createLineString(points.toArray(Coordinate[]::new))).getCoordinates();
  }

  Geometry shape(Shape shape) {
    Geometry drawn = switch (shape.type()) {
      case "Polygon" -> polygon(list(shape.coordinates()));
      case "MultiPolygon" -> FACTORY.createMultiPolygon(list(shape.coordinates()).stream()
          .map(part -> polygon(list(part))).toArray(Polygon[]::new));
      default -> throw malformed("shapes", "A parcel is a Polygon or a MultiPolygon, not a %s.".formatted(shape.type()),
          "宗地须为 Polygon 或 MultiPolygon，而非 %s。".formatted(shape.type()));
    };
    return inPlane(drawn);
  }

  private Polygon polygon(List<?> rings) {
    if (rings.isEmpty()) {
      throw malformed("shapes", "A polygon without a ring.", "多边形缺少边界环。");
    }
    List<LinearRing> closed = rings.stream().map(ring -> ring(list(ring))).toList();
    return FACTORY.createPolygon(closed.get(0), closed.subList(1, closed.size()).toArray(LinearRing[]::new));
  }

  private LinearRing ring(List<?> given) {
    List<Coordinate> ring = new ArrayList<>();
    given.forEach(point -> ring.add(point(list(point), "shapes")));
    if (!ring.isEmpty() && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
    }
    if (ring.size() < 4) {
      throw malformed("shapes", "A ring has three corners at least.", "边界环至少需要三个点。");
    }
    return FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
  }

  private Coordinate point(List<?> given, String field) {
    if (++points > MOST_POINTS) {
      throw malformed(field, "More than %d points.".formatted(MOST_POINTS), "坐标点超过 %d 个。".formatted(MOST_POINTS));
    }
    if (given.size() < 2 || !(given.get(0) instanceof Number x) || !(given.get(1) instanceof Number y)
        || !Double.isFinite(x.doubleValue()) || !Double.isFinite(y.doubleValue())) {
      throw malformed(field, "A point is [east, north] or [longitude, latitude].", "坐标点的格式为 [东, 北] 或 [经度, 纬度]。");
    }
    return new Coordinate(x.doubleValue(), y.doubleValue());
  }

  private Geometry inPlane(Geometry drawn) {
    Geometry plane = degrees
        ? CoordinateSystems.transformAcceptingBallpark(drawn, CoordinateSystems.CGCS2000_DEGREES, srid) : drawn;
    plane.setSRID(srid);
    return plane;
  }

  private static List<?> list(@Nullable Object coordinates) {
    if (coordinates instanceof List<?> list) {
      return list;
    }
    throw malformed("shapes", "coordinates are not those of GeoJSON.", "coordinates 不符合 GeoJSON 规范。");
  }

  private static RuntimeException malformed(String field, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField(field).asException();
  }
}
