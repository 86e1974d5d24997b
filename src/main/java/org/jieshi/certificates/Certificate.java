package org.jieshi.certificates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.audit.AuditHead;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A certificate as it was issued, and what became of it.
 *
 * @param applicationId what it was issued on; null where a change of parcels carried the right over
 * @param mutation the change that brought its land; null where an application did
 * @param number of the paper; where every co-owner has one, that of the first
 * @param holder all names
 * @param holders co-owners; empty where one holds alone
 * @param area plane area in the system of {@code srid}, m²: the figure on the paper
 * @param ellipsoidArea m²; never added to plane areas
 * @param boundary legal plane coordinates, carrying {@code srid}
 * @param accuracy RMSE of the boundary points, m
 * @param auditHead head of the audit chain at the issue, printed on the paper
 * @param token names the public verification page; cannot be guessed from the number
 */
public record Certificate(long id, String number, Series series, long unitId, int unitVersion, String parcel,
    @Nullable String applicationId, @Nullable String mutation, CertificateStatus status, String holder,
    List<CoHolder> holders, String rightKind, @Nullable String rightNature,
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
        CertificateStatus.LIVE, holder, holders, rightKind, rightNature, landUseScheme, landUseCode, location, termUntil,
        area, ellipsoidArea, boundary, srid, degrees, boundaryHash, accuracy, auditHead, token, issuedOn, issuedAt, issuedBy,
        null, null, null, null, null, revision);
  }

  public Holding.Kind holding() {
    return holders.isEmpty() ? Holding.Kind.ALONE
        : holders.get(0).share() == null ? Holding.Kind.JOINT : Holding.Kind.SHARES;
  }

  /** 共有情况 in a word. */
  public Bilingual holdingTitle() {
    return holding().title();
  }

  /** Numbers of all papers, in the order of the holders. */
  public List<String> numbers() {
    return holders.isEmpty() ? List.of(number) : holders.stream().map(CoHolder::certificate).distinct().toList();
  }

  /** Who is named as holder on the paper of that number. */
  String bearer(String paper) {
    return holders.isEmpty() ? holder : holders.stream().filter(each -> each.certificate().equals(paper))
        .map(CoHolder::name).collect(Collectors.joining("、"));
  }

  /** The real-estate unit number 不动产单元号 of the bare land; null where the parcel code is of an older form. */
  public @Nullable String unitNumber() {
    return ParcelCode.find(parcel).map(ParcelCode::unitNumber).orElse(null);
  }
}
