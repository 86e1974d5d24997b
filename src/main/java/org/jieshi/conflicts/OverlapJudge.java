package org.jieshi.conflicts;

import java.util.Optional;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Overlap;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Applies the overlap classes and tracks of rules.md to two sides, in the plane system of the left one (design.md). */
final class OverlapJudge {

  /** Stored with every conflict; a scan judges again what was judged by another version. */
  static final String RULE_VERSION = OverlapClass.RULE_VERSION + "/track-1";

  /** Coordinates are written to the millimetre (domain.md §3): no two surveys can agree better than that, m. */
  static final double WRITTEN_TO = 0.001;

  private OverlapJudge() {
  }

  /** Empty when the two do not overlap; neighbours that touch do not. The left side is a parcel. */
  static Optional<Finding> judge(Side left, Side right) {
    if (!Track.compares(right.kind(), right.facts())) {
      return Optional.empty();
    }
    Geometry there = CoordinateSystems.inPlane(right.boundary(), left.boundary().getSRID());
    Envelope common = left.boundary().getEnvelopeInternal().intersection(there.getEnvelopeInternal());
    if (common.isNull() || common.getArea() == 0) {
      return Optional.empty();
    }
    return Overlap.between(left.boundary(), there).map(overlap -> finding(left, right, overlap));
  }

  private static Finding finding(Side left, Side right, Overlap overlap) {
    double allowed = allowedWidth(left.accuracy(), right.accuracy());
    OverlapClass overlapClass = OverlapClass.judge(overlap, allowed);
    Track track = Track.of(left, right);
    return new Finding(left, right, overlapClass, track, overlap.area(), overlap.meanWidth(), overlap.maxWidth(),
        allowed, overlap.leftShare(), overlap.rightShare(), overlap.geometry(), reason(left, right, track));
  }

  /** A side whose accuracy nobody knows excuses nothing: judged as if it were exact, which is most severe. */
  static double allowedWidth(@Nullable Double left, @Nullable Double right) {
    return Math.max(WRITTEN_TO, Accuracy.allowedMismatch(left == null ? 0 : left, right == null ? 0 : right));
  }

  private static Bilingual reason(Side left, Side right, Track track) {
    Bilingual reason = track.reason();
    for (Side side : new Side[] {left, right}) {
      if (side.accuracy() == null) {
        reason = new Bilingual(
            reason.en() + " The accuracy of %s is not known: no mismatch is allowed for it.".formatted(side.code()),
            reason.zh() + "%s 的测量精度未知，不计允许误差。".formatted(side.code()));
      }
    }
    return reason;
  }
}
