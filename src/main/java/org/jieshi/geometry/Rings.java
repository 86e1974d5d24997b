package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.GeometryFinding.Severity;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Polygons from unordered rings, nested by topology: a ring inside an even number of others is an outer ring, inside an
 * odd number a hole of the smallest of them. Direction is a convention that files break; it is compared, not believed.
 */
public final class Rings {

  /**
   * @param geometry Polygon or MultiPolygon; outer rings run counter-clockwise and holes clockwise (ISO 19107,
   *     RFC 7946) from the vertex they were drawn from; empty when no ring was usable. Not checked for validity.
   * @param findings rings that could not be used (F5, G1: block), rings drawn against their role (G2: warn)
   */
  public record Assembly(Geometry geometry, List<GeometryFinding> findings) {}

  private Rings() {}

  /**
   * @param rings closed rings in any order and direction
   * @param srid coordinate system of the result
   */
  public static Assembly polygonsFromRings(List<? extends CoordinateSequence> rings, int srid) {
    GeometryFactory factory = new GeometryFactory(new PrecisionModel(), srid);
    List<GeometryFinding> findings = new ArrayList<>();
    List<LinearRing> usable = new ArrayList<>(rings.size());
    for (CoordinateSequence ring : rings) {
      if (isUsable(ring, findings)) {
        usable.add(factory.createLinearRing(ring));
      }
    }
    List<NestedRing> nested = NestedRing.nest(usable);
    reportDirections(nested, findings);
    List<Polygon> polygons = new ArrayList<>();
    for (NestedRing ring : nested) {
      if (ring.isShell()) {
        polygons.add(factory.createPolygon(ring.counterClockwise(),
            ring.holes().stream().map(NestedRing::clockwise).toArray(LinearRing[]::new)));
      }
    }
    return new Assembly(build(polygons, factory), List.copyOf(findings));
  }

  private static Geometry build(List<Polygon> polygons, GeometryFactory factory) {
    if (polygons.size() == 1) {
      return polygons.get(0);
    }
    return polygons.isEmpty() ? factory.createPolygon() : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static boolean isUsable(CoordinateSequence ring, List<GeometryFinding> findings) {
    for (int i = 0; i < ring.size(); i++) {
      if (!Double.isFinite(ring.getX(i)) || !Double.isFinite(ring.getY(i))) {
        findings.add(new GeometryFinding("F5", "NOT_FINITE", Severity.BLOCK,
            "A ring has a coordinate that is not a number: (%s, %s); give the point its place."
                .formatted(ring.getX(i), ring.getY(i)),
            "环中存在非数值坐标：（%s，%s），请填写该点的实际坐标。".formatted(ring.getX(i), ring.getY(i)),
            ring.getCoordinateCopy(i)));
        return false;
      }
    }
    Coordinate first = ring.size() == 0 ? new Coordinate() : ring.getCoordinateCopy(0);
    if (ring.size() < 3 || ring.size() == 3 && isClosed(ring)) {
      findings.add(GeometryFinding.at("G1", "TOO_FEW_POINTS", Severity.BLOCK, first,
          "A ring has fewer than three different points", "环的不同界址点少于三个"));
      return false;
    }
    if (!isClosed(ring)) {
      findings.add(GeometryFinding.at("G1", "RING_NOT_CLOSED", Severity.BLOCK, first,
          "A ring does not end where it begins", "环的终点与起点不一致，未闭合"));
      return false;
    }
    return true;
  }

  private static boolean isClosed(CoordinateSequence ring) {
    int last = ring.size() - 1;
    return ring.getX(0) == ring.getX(last) && ring.getY(0) == ring.getY(last);
  }

  /** Shapefiles draw outer rings clockwise. What the drawn directions would add up to shows why it matters. */
  private static void reportDirections(List<NestedRing> rings, List<GeometryFinding> findings) {
    List<NestedRing> wrong = rings.stream().filter(ring -> ring.isClockwise() != ring.isShell()).toList();
    if (wrong.isEmpty()) {
      return;
    }
    double byTopology = 0;
    double byDirection = 0;
    for (NestedRing ring : rings) {
      byTopology += ring.isShell() ? ring.area() : -ring.area();
      byDirection += ring.isClockwise() ? ring.area() : -ring.area();
    }
    findings.add(GeometryFinding.at("G2", "RING_DIRECTION", Severity.WARN, wrong.get(0).first(),
        "%d of %d rings run against their role and were taken by topology: %.2f m² instead of %.2f m²; "
            + "the first begins",
        "%2$d个环中有%1$d个方向与其内外关系不符，已按拓扑关系处理：面积 %3$.2f 平方米而非 %4$.2f 平方米；首个起点", wrong.size(),
        rings.size(), byTopology, byDirection));
  }
}
