package org.jieshi.disputes;

import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jspecify.annotations.Nullable;

/**
 * A parcel, claim or piece of evidence in a case.
 *
 * @param ref its version when the case was opened
 * @param parkedAs code of the face that carries the dispute on, where this parcel goes on without it
 * @param renumberedAs code of the parcel that a parked face became when it was won
 * @param statusBefore what a parcel goes back to when the dispute is over
 */
record DisputedUnit(UnitRef ref, UnitStatus statusBefore, @Nullable String parkedAs,
    @Nullable String renumberedAs) {

  DisputedUnit(UnitRef ref, UnitStatus statusBefore) {
    this(ref, statusBefore, null, null);
  }
}
