package org.jieshi.coordination.patrol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.disputes.encroachment.EncroachmentFact;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What a patrol found.
 *
 * @param position CGCS2000 degrees
 * @param outline the occupied land as sketched, CGCS2000 degrees
 * @param area m² of the outline, in the plane of its zone
 * @param accuracy m, RMSE of the sketched points
 * @param parcel code of the parcel it lies on
 */
record Finding(String id, String number, @Nullable String patrolId, LocalDate foundOn, String foundBy,
    Geometry position, @Nullable Geometry outline, @Nullable BigDecimal area, double accuracy,
    @Nullable String parcel, String occupier, EncroachmentFact.Way way, @Nullable LocalDate since,
    @Nullable String note, Status status, @Nullable String claimCode,
    @Nullable String caseId, @Nullable String dismissedWhy, List<Photo> photos, int revision) {

  /** What became of it. */
  enum Status {
    OPEN,
    /** Entered as a claim by occupation, whose overlap is on record. */
    CLAIMED,
    IN_CASE,
    DISMISSED
  }

  record Photo(int seq, String fileName, String mediaType, int size, String sha256) {
  }
}
