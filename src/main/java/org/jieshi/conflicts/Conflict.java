package org.jieshi.conflicts;

import java.time.Instant;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Land that two units both cover.
 *
 * @param left a parcel, in the version it was compared in
 * @param area m² in the plane of the left side, unrounded
 * @param meanWidth m, 2·area / perimeter
 * @param maxWidth m, diameter of the largest inscribed circle
 * @param allowedWidth m, the mismatch that the accuracy of both sides explains
 * @param ballpark m, the accuracy of the way between two datums, with which {@code allowedWidth} was widened; null within
 *     one datum
 * @param leftShare share of the left side that the overlap covers, 0-1
 * @param overlap plane coordinates in the system of the left side
 * @param degrees the same in CGCS2000 degrees
 * @param caseNumber the case that has it, or had it last
 */
public record Conflict(long id, UnitRef left, UnitRef right, OverlapClass overlapClass, Track track, double area,
    double meanWidth, double maxWidth, @Nullable Double leftAccuracy, @Nullable Double rightAccuracy,
    double allowedWidth, @Nullable Double ballpark, double leftShare, double rightShare, Geometry overlap, Geometry degrees,
    ConflictStatus status, @Nullable String caseNumber, String ruleVersion, Bilingual reason, Instant computedAt,
    int revision) {

  /** Whether it stands in the way of a title: not survey noise, not settled, not gone. */
  public boolean blocks() {
    return overlapClass != OverlapClass.NOISE && (status == ConflictStatus.OPEN || status == ConflictStatus.IN_CASE);
  }
}
