package org.jieshi.certificates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jieshi.audit.AuditHead;
import org.jieshi.parcels.ParcelCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A certificate as it was issued, and what became of it.
 *
 * @param applicationId what it was issued on; null where a change of parcels carried the right over
 * @param mutation the change that brought its land; null where an application did
 * @param area plane area in the system of {@code srid}, m²: the figure on the paper
 * @param ellipsoidArea m²; never added to plane areas
 * @param boundary legal plane coordinates, carrying {@code srid}
 * @param accuracy RMSE of the boundary points, m
 * @param auditHead head of the audit chain at the issue, printed on the paper
 * @param token names the public verification page; cannot be guessed from the number
 */
public record Certificate(long id, String number, Series series, long unitId, int unitVersion, String parcel,
    @Nullable String applicationId, @Nullable String mutation, CertificateStatus status, String holder, String rightKind, @Nullable String rightNature,
    @Nullable String landUseScheme, @Nullable String landUseCode, @Nullable String location,
    @Nullable LocalDate termUntil, BigDecimal area, BigDecimal ellipsoidArea, Geometry boundary, int srid,
    Geometry degrees, String boundaryHash, double accuracy, AuditHead auditHead, String token, LocalDate issuedOn,
    Instant issuedAt, String issuedBy, @Nullable Instant endedAt, @Nullable String endedBy, @Nullable String endedWhy,
    @Nullable String endedDocument, @Nullable String endedMutation, int revision) {

  /** As it stood at a moment: what ended later was live. */
  Certificate at(Instant moment) {
    if (endedAt == null || !endedAt.isAfter(moment)) {
      return this;
    }
    return new Certificate(id, number, series, unitId, unitVersion, parcel, applicationId, mutation,
        CertificateStatus.LIVE, holder, rightKind, rightNature, landUseScheme, landUseCode, location, termUntil, area,
        ellipsoidArea, boundary, srid, degrees, boundaryHash, accuracy, auditHead, token, issuedOn, issuedAt, issuedBy,
        null, null, null, null, null, revision);
  }

  /** The real-estate unit number 不动产单元号 of the bare land; null where the parcel code is of an older form. */
  public @Nullable String unitNumber() {
    return ParcelCode.find(parcel).map(ParcelCode::unitNumber).orElse(null);
  }
}
