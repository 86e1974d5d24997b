package org.jieshi.conflicts;

import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.Bilingual;
import org.locationtech.jts.geom.Geometry;

/**
 * An overlap of two sides, measured and judged. Areas m², widths m, shares 0-1, all unrounded.
 *
 * @param overlap plane coordinates in the system of the left side
 */
record Finding(Side left, Side right, Judgement judgement, double area, double meanWidth, double maxWidth,
    double leftShare, double rightShare, Geometry overlap) {

  OverlapClass overlapClass() {
    return judgement.overlapClass();
  }

  Track track() {
    return judgement.track();
  }

  double allowedWidth() {
    return judgement.allowedWidth();
  }

  Bilingual reason() {
    return judgement.reason();
  }
}
