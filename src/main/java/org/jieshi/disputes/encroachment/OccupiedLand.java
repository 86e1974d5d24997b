package org.jieshi.disputes.encroachment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Land of a parcel that somebody occupies, or occupied until {@code endedOn}.
 *
 * @param land plane coordinates in the parcel's system, carrying its SRID
 * @param since first day of the occupation; the day it was recorded where nobody knows
 * @param endedOn first day it was no longer occupied
 * @param document the record of the handing over, agreement or decision that ended it
 */
public record OccupiedLand(long claimUnit, String claim, @Nullable String occupier, String parcel, Geometry land,
    LocalDate since, @Nullable String caseNumber, @Nullable LocalDate endedOn, @Nullable End how,
    @Nullable String document) {

  /** How an occupation ends. */
  public enum End { RECOVERED, CEDED }

  /** Only a part of it. */
  public OccupiedLand of(Geometry part) {
    return new OccupiedLand(claimUnit, claim, occupier, parcel, part, since, caseNumber, endedOn, how, document);
  }

  boolean occupiedOn(LocalDate day) {
    return !since.isAfter(day) && (endedOn == null || endedOn.isAfter(day));
  }
}
