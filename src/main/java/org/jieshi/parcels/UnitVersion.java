package org.jieshi.parcels;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A unit as it stood, or stands, in one version.
 *
 * @param status of the unit now, whatever the version
 * @param revision of the unit now: the optimistic lock of the HTTP interface
 * @param boundary legal plane coordinates as surveyed, carrying {@code srid}
 * @param degrees CGCS2000 degrees, for search and display only
 * @param planeArea m², 2 decimals, in the plane of {@code srid}: what a certificate carries
 * @param ellipsoidArea m², 2 decimals; never added to plane areas
 * @param accuracy RMSE of the boundary points, m; null: not known
 * @param reason why this version exists: {@code IMPORT}, {@code AGREEMENT}, {@code UNDO}, ...
 * @param reasonSubject the case, import or application behind it
 * @param validTo null while in force
 */
public record UnitVersion(UnitRef ref, UnitStatus status, int revision, Geometry boundary, int srid, Geometry degrees,
    BigDecimal planeArea, BigDecimal ellipsoidArea, @Nullable BigDecimal declaredArea, @Nullable Double accuracy,
    String boundaryHash, UnitFacts facts, @Nullable Long importId, @Nullable Integer importRecord, String reason,
    @Nullable String reasonSubject, Instant validFrom, @Nullable Instant validTo) {

  /** Whether this is the version in force. */
  public boolean current() {
    return validTo == null;
  }

  /** What this version was made of. */
  UnitDraft draft() {
    return new UnitDraft(ref.code(), boundary, srid, declaredArea, accuracy, facts, importId, importRecord);
  }

  /** The same for a version that no import brings. */
  UnitDraft draftByHand() {
    return new UnitDraft(ref.code(), boundary, srid, declaredArea, accuracy, facts, null, null);
  }
}
