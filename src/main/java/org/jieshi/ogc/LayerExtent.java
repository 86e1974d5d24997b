package org.jieshi.ogc;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Where and since when a layer has features.
 *
 * @param degrees CGCS2000; null envelope where there is none
 * @param since the earliest feature that ever stood
 * @param srids the systems that what stands now was surveyed in
 */
record LayerExtent(Envelope degrees, @Nullable Instant since, Set<Integer> srids) {

  boolean reaches(double west, double east) {
    return !degrees.isNull() && degrees.getMinX() <= east && degrees.getMaxX() >= west;
  }
}
