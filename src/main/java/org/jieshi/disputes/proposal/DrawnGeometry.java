package org.jieshi.disputes.proposal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsSimpleOp;
import tools.jackson.databind.JsonNode;

/**
 * Reads a line or a piece of land that somebody drew or typed, and brings it into the plane system of the disputed
 * land, where its points are rounded to the millimetre: they are to be staked out.
 */
final class DrawnGeometry {

  private static final Pattern CRS = Pattern.compile("EPSG:(\\d{4,5})");
  private static final int MOST_POINTS = 5000;

  private DrawnGeometry() {
  }

  static LineString line(JsonNode drawn, @Nullable String crs, int srid) {
    Geometry geometry = read(drawn, "line");
    if (!(geometry instanceof LineString) || geometry.isEmpty() || geometry.getLength() == 0) {
      throw invalid("line", "A boundary line is one LineString of two points or more.", "界线应为含两个以上点的一条折线。");
    }
    LineString line = (LineString) inPlane(geometry, crs, srid, "line");
    if (!new IsSimpleOp(line).isSimple()) {
      throw invalid("line", "The line crosses itself: draw it anew.", "所绘界线自相交，请重新绘制。");
    }
    return line;
  }

  static Polygon land(JsonNode drawn, @Nullable String crs, int srid) {
    Geometry geometry = read(drawn, "land");
    if (!(geometry instanceof Polygon) || geometry.isEmpty()) {
      throw invalid("land", "A piece of land to exchange is one Polygon.", "互换地块应为一个多边形。");
    }
    Polygon land = (Polygon) inPlane(geometry, crs, srid, "land");
    if (!land.isValid() || land.getArea() < 0.01) {
      throw invalid("land", "The piece is no valid area: draw it anew.", "所绘地块图形无效，请重新绘制。");
    }
    return land;
  }

  private static Geometry inPlane(Geometry geometry, @Nullable String crs, int srid, String field) {
    Matcher matcher = CRS.matcher(crs == null ? "EPSG:4490" : crs.strip());
    if (!matcher.matches()) {
      throw invalid("crs", "Name the coordinate system as EPSG:4490 or EPSG:4524.", "坐标系请以 EPSG:4490、EPSG:4524 形式填写。");
    }
    int from = Integer.parseInt(matcher.group(1));
    try {
      Geometry plane = from == srid ? geometry.copy() : CoordinateSystems.transform(geometry, from, srid);
      plane.apply((CoordinateFilter) point -> {
        point.x = Math.rint(point.x * 1000) / 1000;
        point.y = Math.rint(point.y * 1000) / 1000;
      });
      plane.geometryChanged();
      plane.setSRID(srid);
      return plane;
    } catch (GeometryRefusal refusal) {
      throw invalid(field, refusal.getMessage(), refusal.messageZh());
    }
  }

  private static Geometry read(JsonNode drawn, String field) {
    GeometryFactory factory = new GeometryFactory(new PrecisionModel());
    try {
      Geometry geometry;
      if (drawn.isString()) {
        geometry = new WKTReader(factory).read(drawn.asString());
      } else if ("LineString".equals(drawn.path("type").asString(""))) {
        geometry = factory.createLineString(points(drawn.path("coordinates")));
      } else if ("Polygon".equals(drawn.path("type").asString(""))) {
        geometry = polygon(drawn.path("coordinates"), factory);
      } else {
        throw invalid(field, "Give GeoJSON of a LineString or Polygon, or WKT.",
            "请提供 GeoJSON（LineString、Polygon）或 WKT。");
      }
      if (geometry.getNumPoints() > MOST_POINTS) {
        throw invalid(field, "It has %d points; at most %d are taken.".formatted(geometry.getNumPoints(), MOST_POINTS),
            "点数 %d 超过上限 %d。".formatted(geometry.getNumPoints(), MOST_POINTS));
      }
      return geometry;
    } catch (ParseException | IllegalArgumentException unreadable) {
      throw invalid(field, "The coordinates cannot be read: " + unreadable.getMessage() + ".", "坐标无法读取，请检查。");
    }
  }

  private static Polygon polygon(JsonNode rings, GeometryFactory factory) {
    LinearRing[] all = new LinearRing[rings.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = factory.createLinearRing(points(rings.get(i)));
    }
    if (all.length == 0) {
      throw new IllegalArgumentException("no ring");
    }
    LinearRing[] holes = new LinearRing[all.length - 1];
    System.arraycopy(all, 1, holes, 0, holes.length);
    return factory.createPolygon(all[0], holes);
  }

  private static Coordinate[] points(JsonNode list) {
    Coordinate[] points = new Coordinate[list.size()];
    for (int i = 0; i < points.length; i++) {
      JsonNode pair = list.get(i);
      if (pair.size() < 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
        throw new IllegalArgumentException("point " + (i + 1) + " is no pair of numbers");
      }
      points[i] = new Coordinate(pair.get(0).asDouble(), pair.get(1).asDouble());
      if (!Double.isFinite(points[i].x) || !Double.isFinite(points[i].y)) {
        throw new IllegalArgumentException("point " + (i + 1) + " is not finite");
      }
    }
    return points;
  }

  private static RuntimeException invalid(String field, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField(field).asException();
  }
}
