package org.jieshi.geometry;

import java.util.List;
import org.jieshi.geometry.GeometryFinding.Severity;
import org.jieshi.geometry.kernel.FlatLand;
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
    double perimeter = 0;
    for (LinearRing ring : Polygons.rings(polygon)) {
      double[] xy = FlatLand.xy(ring);
      perimeter += checkEdges(xy);
      if (valid) {
        checkSpikes(xy);
      }
    }
    if (valid) {
      double area = Areas.planeAreaExact(polygon);
      checkSize(polygon, area, perimeter);
      checkWidth(polygon, InscribedCircle.least(area, perimeter, polygon.getNumInteriorRing()), allowedWidth);
    }
  }

  void addTo(List<GeometryFinding> findings) {
    edges.addTo(findings);
    spikes.addTo(findings);
    sizes.addTo(findings);
    widths.addTo(findings);
  }

  /** @return the length of all edges, m */
  private double checkEdges(double[] xy) {
    double limit = tolerances.shortEdge() * tolerances.shortEdge() * (1 + 1e-9); // beyond it the length isn't asked for
    double perimeter = 0;
    for (int i = 2; i < xy.length; i += 2) {
      double dx = xy[i] - xy[i - 2];
      double dy = xy[i + 1] - xy[i - 1];
      double squared = dx * dx + dy * dy;
      perimeter += Math.sqrt(squared);
      if (squared < limit) {
        checkLength(new Coordinate(xy[i - 2], xy[i - 1]), Math.hypot(dx, dy));
      }
    }
    return perimeter;
  }

  private void checkLength(Coordinate from, double length) {
    if (length == 0) {
      edges.add(GeometryFinding.at("G4", "DUPLICATE_VERTEX", Severity.WARN, from,
          "A vertex is repeated", "存在重复的界址点"));
    } else if (length < tolerances.shortEdge()) {
      edges.add(GeometryFinding.at("G4", "SHORT_EDGE", Severity.WARN, from,
          "An edge is only %.4f m long (limit %.3f m)", "界址边仅长 %.4f 米（限值 %.3f 米）", length,
          tolerances.shortEdge()));
    }
  }

  private void checkSpikes(double[] ring) {
    double[] xy = BoundaryPoints.withoutRepeats(ring);
    double limit = Math.toRadians(tolerances.spikeAngle());
    double blunt = Math.cos(Math.min(Math.PI, limit * 1.001)); // the angle itself is asked for near the limit only
    int n = xy.length / 2;
    for (int i = 0; i < n && n > 2; i++) {
      int before = i == 0 ? n - 1 : i - 1;
      int after = i == n - 1 ? 0 : i + 1;
      if (cosine(xy, before, i, after) >= blunt) {
        checkAngle(point(xy, before), point(xy, i), point(xy, after), limit);
      }
    }
  }

  private void checkAngle(Coordinate before, Coordinate at, Coordinate after, double limit) {
    double angle = Angle.angleBetween(before, at, after);
    if (angle < limit) {
      spikes.add(GeometryFinding.at("G5", "SPIKE", Severity.WARN, at,
          "The boundary forms a spike of %.2f° (limit %.1f°)", "界线形成 %.2f° 的尖角（限值 %.1f°）",
          Math.toDegrees(angle), tolerances.spikeAngle()));
    }
  }

  private static Coordinate point(double[] xy, int place) {
    return new Coordinate(xy[2 * place], xy[2 * place + 1]);
  }

  private static double cosine(double[] xy, int before, int at, int after) {
    double ax = xy[2 * before] - xy[2 * at];
    double ay = xy[2 * before + 1] - xy[2 * at + 1];
    double bx = xy[2 * after] - xy[2 * at];
    double by = xy[2 * after + 1] - xy[2 * at + 1];
    return (ax * bx + ay * by) / Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
  }

  private void checkSize(Polygon polygon, double area, double perimeter) {
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
  private void checkWidth(Polygon polygon, double leastRadius, double allowedWidth) {
    double limit = tolerances.narrowFactor() * allowedWidth;
    if (2 * leastRadius >= limit) {
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
