package org.jieshi.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jieshi.geometry.Areas;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * A boundary that isn't valid (rule G1), and the valid one nearest to what was drawn. It may be other land than the
 * surveyor meant, so it is shown beside the drawn one and used only when a person has accepted it.
 *
 * @param drawn as in the file, plane coordinates
 * @param areaDrawn m²: the area that the rings enclose as they stand, which for crossing rings is no land's area
 * @param areaRepaired m²
 * @param acceptedBy null while nobody has
 */
record Repair(int record, Geometry drawn, Geometry repaired, BigDecimal areaDrawn, BigDecimal areaRepaired,
    @Nullable String acceptedBy, @Nullable Instant acceptedAt) {

  /** What mends a boundary, or nothing where no land is left of it. */
  static Optional<Repair> of(int record, Geometry drawn) {
    Geometry fixed = GeometryFixer.fix(drawn);
    if (!fixed.isValid()) {
      // the fixer leaves parts side by side that share an edge
      fixed = OverlayNGRobust.union(fixed);
    }
    if (!(fixed instanceof Polygonal) || fixed.isEmpty() || !fixed.isValid()) {
      return Optional.empty();
    }
    fixed.setSRID(drawn.getSRID());
    return Optional.of(new Repair(record, drawn, fixed, area(drawn), area(fixed), null, null));
  }

  /** By how much the area changes, m². */
  BigDecimal difference() {
    return areaRepaired.subtract(areaDrawn);
  }

  /** The same as a share of what was drawn, 0–1; 1 where nothing was. */
  BigDecimal share() {
    return areaDrawn.signum() == 0 ? BigDecimal.ONE
        : difference().abs().divide(areaDrawn, 6, RoundingMode.HALF_UP);
  }

  private static BigDecimal area(Geometry geometry) {
    return BigDecimal.valueOf(Math.abs(Areas.planeAreaExact(geometry))).setScale(2, RoundingMode.HALF_UP);
  }
}
