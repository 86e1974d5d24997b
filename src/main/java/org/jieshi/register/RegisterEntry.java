package org.jieshi.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.certificates.CertificateStatus;
import org.jieshi.certificates.CoHolder;
import org.jieshi.mutation.Lineage;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.registration.investigation.Holding;
import org.jspecify.annotations.Nullable;

/**
 * All that the office has on record of a parcel's title.
 *
 * @param unitNumber real-estate unit number; null where the code is of an older form
 * @param holder of the live right; before there is one, as the survey says
 * @param rights in order of issue; at most one is live
 * @param applications in order
 * @param overrides confirmed ones, of gates W1 to W6
 * @param cases disputes that the parcel is or was part of
 * @param versions of its boundary, the oldest first
 * @param auditSeq head of the audit chain at the moment of reading
 */
public record RegisterEntry(String code, @Nullable String unitNumber, UnitStatus status, @Nullable String holder,
    @Nullable String location, @Nullable String landUse, BigDecimal planeArea, BigDecimal ellipsoidArea, String crs,
    @Nullable Double accuracy, List<Right> rights, List<Lineage.Step> changes, List<Request> applications,
    List<Override> overrides, List<Quarrel> cases, List<Boundary> versions, LocalDate readOn, long auditSeq,
    String auditHash) {

  /**
   * A certificate and what became of it.
   *
   * @param holders co-owners with share and certificate; empty where one holds alone
   * @param basis application or change it was issued on
   */
  public record Right(String number, CertificateStatus status, String holder, Holding.Kind holding,
      List<CoHolder> holders, String rightKind, @Nullable String rightNature, @Nullable String landUse, BigDecimal area, LocalDate issuedOn,
      @Nullable LocalDate termUntil, String basis, @Nullable Instant endedAt, @Nullable String endedWhy,
      @Nullable String endedDocument) {
  }

  public record Request(String id, String number, String state, LocalDate appliedOn, @Nullable LocalDate registeredOn,
      @Nullable Instant closedAt) {
  }

  public record Override(String application, String gate, String reason, String document, LocalDate expiresOn,
      String proposedBy, String confirmedBy, Instant confirmedAt) {
  }

  public record Quarrel(String id, String number, String title, String track, String stage, LocalDate openedOn) {
  }

  public record Boundary(int version, Instant from, @Nullable Instant to, BigDecimal area, String reason,
      @Nullable String subject, String hash) {
  }
}
