package org.jieshi.certificates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.audit.AuditHead;
import org.jieshi.parcels.Land;
import org.jieshi.registration.investigation.LandUse;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Certificates as they were issued, for tests. */
final class PapersInHand {

  static final String FIRST = "灵国用(2012)第0001号";
  static final String SECOND = "灵国用(2012)第0002号";
  static final String PARCEL = Land.code(12);
  static final LocalDate ISSUED = LocalDate.of(2012, 9, 28);
  static final Instant ENDED = Instant.parse("2014-05-01T02:00:00Z");

  private PapersInHand() {
  }

  static Certificate alone(String holder) {
    return certificate(Series.STATE_LAND_USE, PARCEL, holder, "华山一分场 8 队", null, List.of());
  }

  static Certificate shared(Series series, CoHolder... holders) {
    return certificate(series, PARCEL, "甲、乙", "华山一分场 8 队", null, List.of(holders));
  }

  static Certificate ended(CertificateStatus status) {
    return certificate(Series.STATE_LAND_USE, PARCEL, "华山农场", "华山一分场 8 队", status, List.of());
  }

  /** @param ended null while it is live */
  static Certificate certificate(Series series, String parcel, String holder, @Nullable String location,
      @Nullable CertificateStatus ended, List<CoHolder> holders) {
    return certificate(series, parcel, holder, location, ended, holders, "ALLOCATION",
        new LandUse("GB/T 21010-2007", "021"), null);
  }

  /** Of a right that ends. */
  static Certificate granted(Series series, LocalDate until) {
    return certificate(series, PARCEL, "华山农场", "华山一分场 8 队", null, List.of(), "GRANT",
        new LandUse("GB/T 21010-2017", "0201"), until);
  }

  /** Of which hardly anything is known, on a parcel with a code of an older form. */
  static Certificate scant(Series series) {
    return certificate(series, "450721-12", "华山农场", null, null, List.of(), null, null, null);
  }

  private static Certificate certificate(Series series, String parcel, String holder, @Nullable String location,
      @Nullable CertificateStatus ended, List<CoHolder> holders, @Nullable String nature, @Nullable LandUse use,
      @Nullable LocalDate until) {
    Geometry boundary = Land.rectangle(0, 0, 100, 100);
    return new Certificate(7, FIRST, series, 3, 2, parcel, "A2012-0001", null,
        ended == null ? CertificateStatus.LIVE : ended, holder, holders, "FARMLAND_USE", nature,
        use == null ? null : use.scheme(), use == null ? null : use.code(), location, until,
        new BigDecimal("10000.00"), new BigDecimal("9996.12"), boundary, Land.ZONE_36, boundary, "b00", 0.05,
        new AuditHead(152, "8380"), "AbCdEfGhIjKlMnOpQrStUv", ISSUED, Instant.parse("2012-09-28T01:00:00Z"), "leader",
        ended == null ? null : ENDED, ended == null ? null : "leader", ended == null ? null : "改错",
        ended == null ? null : "灵国土函[2014]1号", null, 4);
  }

  static IssuedPaper paper(Certificate certificate, String number) {
    return new IssuedPaper(certificate, 0, number, "AbCdEfGhIjKlMnOpQrStUv", "5a5a");
  }
}
