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

/**
 * The general overlay behind {@link Overlap#between}, for boundaries that touch: canonical geometries near the origin in,
 * polygonal overlap out. Overlay in floating precision, which falls back to snapping where rounding breaks the topology;
 * its area must be the one that the slabs found independently.
 */
final class Intersection {

  private Intersection() {}

  /** Of the slabs' area, beside {@link Overlap#SMALLEST_AREA}: what snapping may move. */
  private static final double AGREEMENT = 1e-7;

  /** @param bySlabs the area that both must come to, m² */
  static Optional<Geometry> of(Geometry left, Geometry right, double bySlabs) {
    try {
      boolean inOrder = left.compareTo(right) <= 0;
      Geometry result = OverlayNGRobust.overlay(
          inOrder ? left : right, inOrder ? right : left, OverlayNG.INTERSECTION);
      if (Math.abs(areaOf(result) - bySlabs) > Overlap.SMALLEST_AREA + AGREEMENT * bySlabs) {
        throw failed();
      }
      return polygonal(result);
    } catch (TopologyException | IllegalArgumentException e) {
      throw failed();
    }
  }

  private static GeometryRefusal failed() {
    return new GeometryRefusal(Reason.OVERLAY_FAILED,
        "The overlap of two geometries cannot be computed; check both for validity (rule G1).",
        "无法计算两图形的重叠，请检查两者的图形有效性（规则 G1）。");
  }

  private static double areaOf(Geometry result) {
    double area = 0;
    for (Object part : PolygonExtracter.getPolygons(result)) {
      area += Areas.planeAreaExact((Polygon) part);
    }
    return area;
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
