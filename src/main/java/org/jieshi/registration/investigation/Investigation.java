package org.jieshi.registration.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The investigation record in force, of one version of the parcel's boundary.
 *
 * @param basisDocument number of the document the boundary rests on
 * @param surveyor user name of the person responsible
 */
public record Investigation(int parcelVersion, String boundaryHash, BoundaryBasis boundaryBasis,
    @Nullable String basisDocument, LocalDate surveyedOn, List<Neighbour> neighbours, @Nullable String notes,
    String surveyor, Instant recordedAt) {

  public Investigation {
    neighbours = List.copyOf(neighbours);
  }
}
