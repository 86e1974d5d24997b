package org.jieshi.conflicts;

import org.jieshi.geometry.OverlapClass;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * An overlap measured and judged, as the register's {@code conflict} has it. Areas m², widths m, shares 0-1, all unrounded.
 *
 * @param ballpark m, the accuracy of the way between two datums; null within one
 * @param overlap plane coordinates in the system of the left side
 */
public record OverlapFigures(OverlapClass overlapClass, Track track, double area, double meanWidth, double maxWidth,
    double allowedWidth, @Nullable Double ballpark, double leftShare, double rightShare, String ruleVersion,
    Geometry overlap) {

  static OverlapFigures of(Finding finding) {
    return new OverlapFigures(finding.overlapClass(), finding.track(), finding.area(), finding.meanWidth(),
        finding.maxWidth(), finding.allowedWidth(), finding.judgement().ballpark(), finding.leftShare(),
        finding.rightShare(), finding.judgement().ruleVersion(), finding.overlap());
  }
}
