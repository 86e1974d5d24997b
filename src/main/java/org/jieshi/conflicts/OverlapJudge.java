package org.jieshi.conflicts;

import java.util.Locale;
import java.util.Optional;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.Datum;
import org.jieshi.geometry.Overlap;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Applies the overlap classes and tracks of rules.md to two sides, in the plane system of the left one (design.md). */
final class OverlapJudge {

  /** Stored with every conflict behind the rule's name; changes whenever {@link Track} does. */
  private static final String TRACK_VERSION = "/track-2";

  private OverlapJudge() {
  }

  static String ruleVersion(OverlapRule rule) {
    return rule.name() + TRACK_VERSION;
  }

  /** Empty when the two do not overlap; neighbours that touch do not. The left side is a parcel. */
  static Optional<Finding> judge(Side left, Side right, OverlapRule rule) {
    if (!Track.compares(right.kind(), right.facts())) {
      return Optional.empty();
    }
    Geometry there = CoordinateSystems.inPlane(right.boundary(), left.boundary().getSRID());
    Envelope common = left.boundary().getEnvelopeInternal().intersection(there.getEnvelopeInternal());
    if (common.isNull() || common.getArea() == 0) {
      return Optional.empty();
    }
    return Overlap.between(left.boundary(), there).map(overlap -> new Finding(left, right,
        assess(left.standing(), right.standing(), overlap.meanWidth(), overlap.leftShare(), overlap.rightShare(), rule),
        overlap.area(), overlap.meanWidth(), overlap.maxWidth(), overlap.leftShare(), overlap.rightShare(),
        overlap.geometry()));
  }

  /**
   * Judges figures that have been measured. Between two datums the allowed width takes in the ballpark, and what it might
   * explain is a boundary question to be measured again in one datum, never survey noise: nobody knows where the land is.
   */
  static Judgement assess(Standing left, Standing right, double meanWidth, double leftShare, double rightShare,
      OverlapRule rule) {
    Double ballpark = ballpark(left, right);
    double allowed = rule.allowedWidth(left.accuracy(), right.accuracy(), ballpark);
    OverlapClass byWidth = rule.classify(leftShare, rightShare, meanWidth, allowed);
    OverlapClass overlapClass = byWidth == OverlapClass.NOISE && ballpark != null ? OverlapClass.BOUNDARY : byWidth;
    Track track = Track.of(left, right);
    Bilingual reason = and(and(track.reason(left, right), accuracy(left, right)), system(left, right, ballpark));
    return new Judgement(overlapClass, track, allowed, ballpark, ruleVersion(rule), reason);
  }

  /**
   * The accuracy with which somebody accepted the way from Xian 1980 or Beijing 1954 to CGCS2000 is that of the unit
   * (domain.md §1 rule 4); null within one datum, where nothing is moved.
   */
  private static @Nullable Double ballpark(Standing left, Standing right) {
    if (datum(left).sharesFrameWith(datum(right))) {
      return null;
    }
    double accuracy = 0;
    for (Standing side : new Standing[] {left, right}) {
      if (!datum(side).sharesFrameWith(Datum.CGCS2000)) {
        accuracy = Math.hypot(accuracy, side.accuracy() == null ? 0 : side.accuracy());
      }
    }
    return accuracy;
  }

  private static Bilingual accuracy(Standing left, Standing right) {
    Bilingual sentence = new Bilingual("", "");
    for (Standing side : new Standing[] {left, right}) {
      if (side.accuracy() == null) {
        sentence = and(sentence, new Bilingual(
            "The accuracy of %s is not known: no mismatch is allowed for it, as if it were exact.",
            "%s 的测量精度未知，按零误差从严判定，不计允许误差。").formatted(side.code()));
      }
    }
    return sentence;
  }

  private static Bilingual system(Standing left, Standing right, @Nullable Double ballpark) {
    if (ballpark != null) {
      return datums(left, right, ballpark);
    }
    if (left.srid() == right.srid()) {
      return new Bilingual("", "");
    }
    return new Bilingual("%s was surveyed in EPSG:%d and compared in EPSG:%d of %s: exact to the millimetre.",
        "%s 的测量坐标系为 EPSG:%d，已换算到 EPSG:%d（%s 所用）比较，精确到毫米。")
        .formatted(right.code(), right.srid(), left.srid(), left.code());
  }

  private static Bilingual datums(Standing left, Standing right, double ballpark) {
    return new Bilingual(
        ("%s is in %s and %s in %s: between them only a ballpark is public, accepted here as ±%s m, so that place and "
            + "size of the overlap are not exact. Measure both in one datum.")
            .formatted(left.code(), datum(left).label(), right.code(), datum(right).label(), metres(ballpark)),
        "%s 为%s，%s 为%s：两者之间仅有近似转换，登记精度 ±%s 米，重叠的位置和面积不精确，应在同一坐标系下重新测量。"
            .formatted(left.code(), datum(left).labelZh(), right.code(), datum(right).labelZh(), metres(ballpark)));
  }

  private static Datum datum(Standing side) {
    return CoordinateSystems.datumOf(side.srid());
  }

  private static String metres(double metres) {
    return String.format(Locale.ROOT, "%.1f", metres);
  }

  private static Bilingual and(Bilingual one, Bilingual other) {
    String space = one.en().isEmpty() || other.en().isEmpty() ? "" : " ";
    return new Bilingual(one.en() + space + other.en(), one.zh() + other.zh());
  }
}
