package org.jieshi.conflicts;

import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.Bilingual;
import org.locationtech.jts.geom.Geometry;

/**
 * An overlap of two sides, measured and judged. Areas m², widths m, shares 0-1, all unrounded.
 *
 * @param overlap plane coordinates in the system of the left side
 * @param allowedWidth the mismatch that the accuracy of both sides explains, as applied
 */
record Finding(Side left, Side right, OverlapClass overlapClass, Track track, double area, double meanWidth,
    double maxWidth, double allowedWidth, double leftShare, double rightShare, Geometry overlap, Bilingual reason) {
}
