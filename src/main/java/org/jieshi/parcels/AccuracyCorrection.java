package org.jieshi.parcels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How exactly the boundary of a unit is known, corrected.
 *
 * @param before RMSE, m; null: was not known
 * @param after RMSE, m
 */
record AccuracyCorrection(long id, UnitKind kind, String code, int version, @Nullable Double before, double after,
    String reason, @Nullable String document, String enteredBy, Instant enteredAt) {
}
