package org.jieshi.certificates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as HTTP answers it.
 *
 * @param number of the paper; where every co-owner has one, that of the first
 * @param holders co-owners with share and certificate; empty where one holds alone
 * @param area plane area, m²
 * @param verification path of the public verification page
 */
record CertificateView(String number, Series series, String parcel, @Nullable String unitNumber, @Nullable String application, @Nullable String mutation,
    CertificateStatus status, String holder, Holding.Kind holding, List<CoHolder> holders,
    String rightKind, @Nullable String rightNature, @Nullable LandUse landUse, @Nullable String location,
    @Nullable LocalDate termUntil, BigDecimal area, BigDecimal areaHm2, BigDecimal ellipsoidArea, String crs,
    double accuracy, LocalDate issuedOn, String issuedBy, @Nullable Instant endedAt, @Nullable String endedBy,
    @Nullable String endedWhy, @Nullable String endedDocument, @Nullable String endedMutation, String token, String verification, long auditSeq,
    String auditHash, int revision, List<String> printedSerials) {

  /** @param serials of the blanks it was written on, the newest first */
  static CertificateView of(IssuedPaper paper, List<String> serials) {
    return of(paper.certificate(), paper.number(), paper.token(), serials);
  }

  private static CertificateView of(Certificate certificate, String number, String token, List<String> serials) {
    return new CertificateView(number, certificate.series(), certificate.parcel(),
        certificate.unitNumber(), certificate.applicationId(),
        certificate.mutation(),
        certificate.status(), certificate.holder(), certificate.holding(), certificate.holders(), certificate.rightKind(), certificate.rightNature(),
        LandUse.of(certificate.landUseScheme(), certificate.landUseCode()), certificate.location(),
        certificate.termUntil(), certificate.area(), AreaUnits.hectares(certificate.area()),
        certificate.ellipsoidArea(), "EPSG:" + certificate.srid(), certificate.accuracy(), certificate.issuedOn(),
        certificate.issuedBy(), certificate.endedAt(), certificate.endedBy(), certificate.endedWhy(),
        certificate.endedDocument(), certificate.endedMutation(), token, "/verify/" + token,
        certificate.auditHead().seq(), certificate.auditHead().hash(), certificate.revision(), serials);
  }

  static CertificateView of(Certificate certificate) {
    return of(certificate, certificate.number(), certificate.token(), List.of());
  }
}
