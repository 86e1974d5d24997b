package org.jieshi.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.geometry.GeometryFinding.Severity;
import org.jieshi.geometry.kernel.FlatLand;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Rules F5 and G1-G7 of the rules sheet for one geometry in a plane system. Findings come in the order of the rules;
 * what cannot be judged on a broken geometry (G5-G7) is left out, because the record is blocked anyway.
 */
public final class GeometryChecks {

  /** Stored with every result; changes whenever a rule or a default does. */
  public static final String RULE_VERSION = "geometry-1";

  private GeometryChecks() {}

  /**
   * @param geometry as read, null when the record has none
   * @param allowedWidth the allowed mismatch between two surveys of the geometry's own accuracy, metres
   */
  public static List<GeometryFinding> check(@Nullable Geometry geometry, double allowedWidth, Tolerances tolerances) {
    List<GeometryFinding> findings = new ArrayList<>();
    if (geometry == null) {
      findings.add(unusable("NULL_GEOMETRY", "The record has no geometry.", "该记录没有图形。"));
      return findings;
    }
    if (!(geometry instanceof Polygon) && !(geometry instanceof MultiPolygon)) {
      String type = geometry.getGeometryType();
      findings.add(unusable("NOT_POLYGONAL", "Only polygons can be land, the record holds a " + type + ".",
          "宗地必须为面状图形，该记录为 " + type + "。"));
      return findings;
    }
    if (geometry.isEmpty()) {
      findings.add(unusable("EMPTY_GEOMETRY", "The geometry of the record is empty.", "该记录的图形为空。"));
      return findings;
    }
    Coordinate notFinite = firstNotFinite(geometry);
    if (notFinite != null) {
      findings.add(new GeometryFinding("F5", "NOT_FINITE", Severity.BLOCK,
          "The geometry has a coordinate that is not a number: (%s, %s); give the point its place."
              .formatted(notFinite.x, notFinite.y),
          "图形中存在非数值坐标：（%s，%s），请填写该点的实际坐标。".formatted(notFinite.x, notFinite.y), notFinite));
      return findings;
    }
    List<GeometryFinding> faults = ValidityFaults.find(geometry, tolerances);
    findings.addAll(faults);
    if (geometry.getNumGeometries() > 1) {
      findings.add(GeometryFinding.whole("G3", "MULTIPART", Severity.INFO,
          "The parcel consists of %d parts, which are kept together.", "该宗地由%d个部分组成，按一宗整体保留。",
          geometry.getNumGeometries()));
    }
    ShapeChecks shape = new ShapeChecks(tolerances, faults.isEmpty());
    for (Polygon polygon : Polygons.of(geometry)) {
      shape.check(polygon, allowedWidth);
    }
    shape.addTo(findings);
    return findings;
  }

  /**
   * Rule G2: gives every ring the role and direction that topology demands, when that makes the geometry valid and
   * changes its area by less than the tolerance. The area before is what the rings' drawn roles add up to.
   */
  public static Repair repair(Geometry geometry, Tolerances tolerances) {
    List<CoordinateSequence> rings = new ArrayList<>();
    for (Polygon polygon : Polygons.of(geometry)) {
      for (LinearRing ring : Polygons.rings(polygon)) {
        rings.add(ring.getCoordinateSequence());
      }
    }
    Geometry repaired = Rings.polygonsFromRings(rings, geometry.getSRID()).geometry();
    double before = Areas.planeAreaExact(geometry);
    double after = Areas.planeAreaExact(repaired);
    boolean acceptable = repaired.isValid() && Math.abs(after - before) < tolerances.repairAreaChange() * before;
    boolean changed = acceptable && !repaired.equalsExact(geometry);
    if (!changed) {
      return new Repair(geometry, false, before, before, List.of());
    }
    GeometryFinding finding = GeometryFinding.whole("G2", "RINGS_REPAIRED", Severity.WARN,
        "Direction or nesting of rings was repaired; the area changes from %.4f to %.4f m².",
        "已修复环的方向或嵌套关系，面积由 %.4f 变为 %.4f 平方米。", before, after);
    return new Repair(repaired, true, before, after, List.of(finding));
  }

  /**
   * @param geometry the repaired geometry, or the original itself when nothing was or could be repaired
   * @param areaBefore m²
   * @param areaAfter m²
   * @param findings the difference, for a person to see
   */
  public record Repair(
      Geometry geometry, boolean changed, double areaBefore, double areaAfter, List<GeometryFinding> findings) {}

  private static GeometryFinding unusable(String reason, String message, String messageZh) {
    return new GeometryFinding("F5", reason, Severity.BLOCK, message, messageZh, null);
  }

  private static @Nullable Coordinate firstNotFinite(Geometry geometry) {
    for (Polygon polygon : Polygons.of(geometry)) {
      for (LinearRing ring : Polygons.rings(polygon)) {
        double[] xy = FlatLand.xy(ring);
        for (int i = 0; i < xy.length; i += 2) {
          if (!Double.isFinite(xy[i]) || !Double.isFinite(xy[i + 1])) {
            return new Coordinate(xy[i], xy[i + 1]);
          }
        }
      }
    }
    return null;
  }
}
