package org.jieshi.disputes;

import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;

/**
 * A parcel, claim or piece of evidence in a case.
 *
 * @param ref its version when the case was opened
 * @param statusBefore what a parcel goes back to when the dispute is over
 */
record DisputedUnit(UnitRef ref, UnitStatus statusBefore) {
}
