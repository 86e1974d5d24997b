package org.jieshi.conflicts;

import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at in a side besides where it lies.
 *
 * @param srid EPSG code of the plane system it was surveyed in
 * @param accuracy RMSE, m; null: not known
 * @param certified under a live certificate
 */
record Standing(UnitKind kind, String code, int srid, @Nullable Double accuracy, UnitFacts facts, boolean certified) {
}
