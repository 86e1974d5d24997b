package org.jieshi.coverage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A parcel that counts: under a live certificate with the certificate's boundary and figure, otherwise as surveyed.
 *
 * @param boundary plane coordinates, carrying their SRID
 * @param area m², 2 decimals
 * @param accuracy RMSE of the boundary points, m; null: not known
 * @param landUse scheme and code; null: not known
 */
record Plot(long unitId, boolean certified, Geometry boundary, BigDecimal area, @Nullable Double accuracy,
    @Nullable String landUse) {
}
