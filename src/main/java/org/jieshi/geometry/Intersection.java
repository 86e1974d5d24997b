package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.IntersectionMatrixPattern;
import org.locationtech.jts.operation.relateng.RelateNG;

/**
 * The engine behind {@link Overlap#between}: canonical geometries near the origin in, polygonal overlap out. The ladder
 * is exact predicate first (decides touching without computing a single point), then overlay in floating precision,
 * which falls back to snapping where rounding breaks the topology.
 */
final class Intersection {

  private Intersection() {}

  static Optional<Geometry> of(Geometry left, Geometry right) {
    try {
      if (!RelateNG.relate(left, right, IntersectionMatrixPattern.INTERIOR_INTERSECTS)) {
        return Optional.empty();
      }
      boolean inOrder = left.compareTo(right) <= 0;
      Geometry result = OverlayNGRobust.overlay(
          inOrder ? left : right, inOrder ? right : left, OverlayNG.INTERSECTION);
      return polygonal(result);
    } catch (TopologyException | IllegalArgumentException e) {
      throw new GeometryRefusal(Reason.OVERLAY_FAILED,
          "The overlap of two geometries cannot be computed; check both for validity (rule G1).",
          "无法计算两图形的重叠，请检查两者的图形有效性（规则 G1）。");
    }
  }

  private static Optional<Geometry> polygonal(Geometry result) {
    List<Polygon> parts = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(result)) {
      Polygon polygon = (Polygon) part;
      if (Areas.planeAreaExact(polygon) >= Overlap.SMALLEST_AREA) {
        parts.add(polygon);
      }
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Geometry overlap = parts.size() == 1
        ? parts.get(0)
        : result.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
    overlap.normalize();
    return Optional.of(overlap);
  }
}
