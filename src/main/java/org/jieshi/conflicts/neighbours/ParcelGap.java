package org.jieshi.conflicts.neighbours;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A gap between parcels on the register.
 *
 * @param area m², 2 decimals, plane
 * @param meanWidth m, 3 decimals; {@code maxWidth} too
 * @param parcels codes of the parcels that enclose it
 * @param at a point inside, CGCS2000 longitude and latitude: what a name is given to
 * @param named what the gap is, if somebody said so
 * @param geometry CGCS2000 degrees
 */
record ParcelGap(BigDecimal area, BigDecimal meanWidth, BigDecimal maxWidth, List<String> parcels, double[] at,
    @Nullable GapName named, Geometry geometry) {

  ParcelGap named(@Nullable GapName name) {
    return new ParcelGap(area, meanWidth, maxWidth, parcels, at, name, geometry);
  }
}
