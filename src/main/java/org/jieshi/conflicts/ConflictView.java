package org.jieshi.conflicts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A conflict over HTTP. Its area is given to six decimals, because it is no document's figure but the exact intersection;
 * widths are m, shares 0-1, the geometry CGCS2000 degrees.
 *
 * @param ballpark m, the accuracy of the way between two datums; null within one
 * @param plane the system in which area and widths were measured, the left side's
 */
record ConflictView(long id, SideView left, SideView right, OverlapClass overlapClass, Track track, BigDecimal area,
    BigDecimal areaHm2, BigDecimal meanWidth, BigDecimal maxWidth, BigDecimal allowedWidth,
    @Nullable Double leftAccuracy, @Nullable Double rightAccuracy, Exactness exactness, @Nullable Double ballpark,
    String plane, BigDecimal leftShare, BigDecimal rightShare, Geometry geometry, ConflictStatus status, @Nullable String caseNumber, String ruleVersion, String reason,
    String reasonZh, Instant computedAt, @Nullable List<ConflictEvent> history) {

  /** How exactly the place of the overlap is known besides the accuracy of its sides. */
  enum Exactness {
    /** Both sides in one datum: exact to the millimetre that coordinates are written to. */
    EXACT,
    /** Two datums, between which only a ballpark is public. */
    BALLPARK
  }

  record SideView(UnitKind kind, long id, String code, int version) {

    static SideView of(UnitRef unit) {
      return new SideView(unit.kind(), unit.id(), unit.code(), unit.version());
    }
  }

  static ConflictView of(Conflict conflict, @Nullable List<ConflictEvent> history) {
    return new ConflictView(conflict.id(), SideView.of(conflict.left()), SideView.of(conflict.right()),
        conflict.overlapClass(), conflict.track(), decimals(conflict.area(), 6),
        AreaUnits.hectares(AreaUnits.squareMetres(conflict.area())), decimals(conflict.meanWidth(), 4),
        decimals(conflict.maxWidth(), 4), decimals(conflict.allowedWidth(), 4), conflict.leftAccuracy(),
        conflict.rightAccuracy(), conflict.ballpark() == null ? Exactness.EXACT : Exactness.BALLPARK,
        conflict.ballpark(), "EPSG:" + conflict.overlap().getSRID(), decimals(conflict.leftShare(), 6),
        decimals(conflict.rightShare(), 6),
        conflict.degrees(), conflict.status(), conflict.caseNumber(), conflict.ruleVersion(), conflict.reason().en(),
        conflict.reason().zh(), conflict.computedAt(), history);
  }

  static BigDecimal decimals(double exact, int places) {
    return BigDecimal.valueOf(exact).setScale(places, RoundingMode.HALF_UP);
  }
}
