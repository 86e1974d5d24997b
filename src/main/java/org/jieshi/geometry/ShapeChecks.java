package org.jieshi.geometry;

import java.util.List;
import org.jieshi.geometry.GeometryFinding.Severity;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Rules G4-G7: drawn validly, but hardly meant so. */
final class ShapeChecks {

  private final Tolerances tolerances;
  private final boolean valid;
  private final CappedFindings edges;
  private final CappedFindings spikes;
  private final CappedFindings sizes;
  private final CappedFindings widths;

  ShapeChecks(Tolerances tolerances, boolean valid) {
    this.tolerances = tolerances;
    this.valid = valid;
    this.edges = new CappedFindings(tolerances.findingsPerRule());
    this.spikes = new CappedFindings(tolerances.findingsPerRule());
    this.sizes = new CappedFindings(tolerances.findingsPerRule());
    this.widths = new CappedFindings(tolerances.findingsPerRule());
  }

  void check(Polygon polygon, double allowedWidth) {
    for (LinearRing ring : Polygons.rings(polygon)) {
      checkEdges(ring);
      if (valid) {
        checkSpikes(ring);
      }
    }
    if (valid) {
      checkSize(polygon);
      checkWidth(polygon, allowedWidth);
    }
  }

  void addTo(List<GeometryFinding> findings) {
    edges.addTo(findings);
    spikes.addTo(findings);
    sizes.addTo(findings);
    widths.addTo(findings);
  }

  private void checkEdges(LinearRing ring) {
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate from = ring.getCoordinateN(i - 1);
      double length = from.distance(ring.getCoordinateN(i));
      if (length == 0) {
        edges.add(GeometryFinding.at("G4", "DUPLICATE_VERTEX", Severity.WARN, from,
            "A vertex is repeated", "存在重复的界址点"));
      } else if (length < tolerances.shortEdge()) {
        edges.add(GeometryFinding.at("G4", "SHORT_EDGE", Severity.WARN, from,
            "An edge is only %.4f m long (limit %.3f m)", "界址边仅长 %.4f 米（限值 %.3f 米）", length,
            tolerances.shortEdge()));
      }
    }
  }

  private void checkSpikes(LinearRing ring) {
    Coordinate[] points = BoundaryPoints.withoutRepeats(ring);
    double limit = Math.toRadians(tolerances.spikeAngle());
    double blunt = Math.cos(Math.min(Math.PI, limit * 1.001)); // the angle itself is asked for near the limit only
    int n = points.length;
    for (int i = 0; i < n && n > 2; i++) {
      Coordinate before = points[i == 0 ? n - 1 : i - 1];
      Coordinate after = points[i == n - 1 ? 0 : i + 1];
      if (cosine(before, points[i], after) < blunt) {
        continue;
      }
      double angle = Angle.angleBetween(before, points[i], after);
      if (angle < limit) {
        spikes.add(GeometryFinding.at("G5", "SPIKE", Severity.WARN, points[i],
            "The boundary forms a spike of %.2f° (limit %.1f°)", "界线形成 %.2f° 的尖角（限值 %.1f°）",
            Math.toDegrees(angle), tolerances.spikeAngle()));
      }
    }
  }

  private static double cosine(Coordinate before, Coordinate at, Coordinate after) {
    double ax = before.x - at.x;
    double ay = before.y - at.y;
    double bx = after.x - at.x;
    double by = after.y - at.y;
    return (ax * bx + ay * by) / Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
  }

  private void checkSize(Polygon polygon) {
    double area = Areas.planeAreaExact(polygon);
    double perimeter = polygon.getLength();
    if (area < tolerances.tinyArea()) {
      sizes.add(GeometryFinding.at("G6", "TINY", Severity.WARN, polygon.getCoordinate(),
          "A parcel of only %.4f m² (limit %.2f m²) lies", "地块面积仅 %.4f 平方米（限值 %.2f 平方米）", area,
          tolerances.tinyArea()));
    } else if (4 * Math.PI * area / (perimeter * perimeter) < tolerances.threadlike()) {
      sizes.add(GeometryFinding.at("G6", "THREADLIKE", Severity.WARN, polygon.getCoordinate(),
          "A thread-like parcel of %.2f m² with %.2f m of boundary lies", "地块呈细长条状，面积 %.2f 平方米、界线长 %.2f 米",
          area, perimeter));
    }
  }

  /** No circle is looked for in land that is wide enough on average. */
  private void checkWidth(Polygon polygon, double allowedWidth) {
    double limit = tolerances.narrowFactor() * allowedWidth;
    if (2 * InscribedCircle.least(polygon) >= limit) {
      return;
    }
    double width = 2 * InscribedCircle.radius(polygon, limit / 200);
    if (width < limit) {
      widths.add(GeometryFinding.at("G7", "NARROW", Severity.WARN, polygon.getCoordinate(),
          "A parcel at most %.2f m wide, narrower than its survey can resolve (%.2f m), lies",
          "地块最宽处仅 %.2f 米，小于测量精度可分辨的宽度（%.2f 米）", width, limit));
    }
  }
}
