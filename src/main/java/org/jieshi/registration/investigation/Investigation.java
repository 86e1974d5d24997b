package org.jieshi.registration.investigation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The investigation record in force, of one version of the parcel's boundary.
 *
 * @param basisDocument number of the document the boundary rests on
 * @param form what else the form says; null where nothing was stated
 * @param boundaryTable null until the surveyor stated it; the boundary alone gives points and distances
 * @param surveyor user name of the person responsible
 */
public record Investigation(int parcelVersion, String boundaryHash, BoundaryBasis boundaryBasis,
    @Nullable String basisDocument, LocalDate surveyedOn, List<Neighbour> neighbours, @Nullable String notes,
    String surveyor, Instant recordedAt, @Nullable InvestigationForm form, @Nullable List<BoundaryRow> boundaryTable) {

  public Investigation {
    neighbours = List.copyOf(neighbours);
  }

  /** As it is shown: without whole identity numbers of persons. */
  public Investigation masked() {
    return form == null ? this : new Investigation(parcelVersion, boundaryHash, boundaryBasis,
        basisDocument, surveyedOn, neighbours, notes, surveyor, recordedAt, form.masked(), boundaryTable);
  }

  /** A record of which only the boundary and its neighbours were stated. */
  public Investigation(int parcelVersion, String boundaryHash, BoundaryBasis boundaryBasis,
      @Nullable String basisDocument, LocalDate surveyedOn, List<Neighbour> neighbours, @Nullable String notes,
      String surveyor, Instant recordedAt) {
    this(parcelVersion, boundaryHash, boundaryBasis, basisDocument, surveyedOn, neighbours, notes, surveyor, recordedAt,
        null, null);
  }
}
