package org.jieshi.registration.investigation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The parcel as it stands at the moment of a decision.
 *
 * @param planeArea m², 2 decimals
 * @param accuracy RMSE of the boundary points, m; null: not known
 * @param inForce false once it was retired
 */
public record ParcelNow(long unitId, String code, int version, String boundaryHash, BigDecimal planeArea,
    @Nullable Double accuracy, boolean inForce) {
}
