package org.jieshi.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditTrail;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Districts;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.Applications;
import org.jieshi.registration.RegisteredRight;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues certificates, ends them, answers for them. */
@Service
public class Certificates {

  private final Register register;
  private final CertificateStore store;
  private final Applications applications;
  private final SpatialUnits units;
  private final Papers papers;
  private final CurrentUser current;
  private final Districts districts;
  private final OfficeClock clock;
  private final AuditTrail trail;
  private final AuditLog audit;
  private final Tokens tokens;

  Certificates(Register register, CertificateStore store, Applications applications, SpatialUnits units, Papers papers,
      CurrentUser current, Districts districts, OfficeClock clock, AuditTrail trail, AuditLog audit, Tokens tokens) {
    this.register = register;
    this.store = store;
    this.applications = applications;
    this.units = units;
    this.papers = papers;
    this.current = current;
    this.districts = districts;
    this.clock = clock;
    this.trail = trail;
    this.audit = audit;
    this.tokens = tokens;
  }

  /**
   * Issues the certificate of an application that is entered in the register. One at a time in the county: under the
   * register's lock every gate is judged once more, W7 against all that was issued before.
   *
   * @throws ProblemException {@code FORBIDDEN}, {@code CONFLICTING_STATE}, {@code GATE_UNMET} with every gate
   */
  @Transactional
  public Certificate issue(String applicationId) {
    User approver = current.require(Role.APPROVER);
    register.lock();
    Series series = register.seriesOn(clock.today());
    String number = register.nextNumber(series, clock.today().getYear());
    RegisteredRight right = applications.markCertified(applicationId, number);
    UnitVersion unit = units.get(right.unitId());
    Certificate certificate = papers.write(draft(number, series, right, unit, approver), unit, right.stated());
    units.setParcelStatus(certificate.parcel(), UnitStatus.CERTIFIED, new ChangeReason("CERTIFICATE", number));
    audit.record("CERTIFICATE_ISSUED", "certificate", number, Map.of("parcel", certificate.parcel(),
        "application", applicationId, "area", certificate.area(), "boundary", certificate.boundaryHash(),
        "certificates", String.join("、", certificate.numbers())));
    return certificate;
  }

  /**
   * Ends a live certificate by decision. Its land is free for another application; the certificate is remembered.
   *
   * @param revision the one the person has seen
   * @param document number of the decision
   */
  @Transactional
  public Certificate cancel(String typed, int revision, String reason, String document) {
    User approver = current.require(Role.APPROVER);
    register.lock();
    Certificate certificate = get(typed);
    String number = certificate.number();
    if (certificate.status() != CertificateStatus.LIVE) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Certificate %s is no longer live.".formatted(number),
          "证书 %s 已失效。".formatted(number)).about(number).asException();
    }
    Instant now = clock.now();
    if (certificate.revision() != revision
        || !store.end(certificate, CertificateStatus.CANCELLED, now, approver.username(), reason, document)) {
      throw ProblemException.stale(number);
    }
    units.setParcelStatus(certificate.parcel(), UnitStatus.SURVEYED, new ChangeReason("CERTIFICATE_CANCELLED", number));
    audit.record("CERTIFICATE_CANCELLED", "certificate", number,
        Map.of("parcel", certificate.parcel(), "reason", reason, "document", document));
    return store.get(number);
  }

  /** @param number of any of its papers, in either width of brackets */
  public Certificate get(String number) {
    return store.get(CertificateNumber.canonicalOrSame(number));
  }

  /** @param number of the paper, in either width of brackets */
  IssuedPaper paper(String number) {
    return store.findPaperByNumber(CertificateNumber.canonicalOrSame(number))
        .orElseThrow(() -> ProblemException.notFound("certificate", "证书", number));
  }

  /** The live certificate of a parcel. */
  public Optional<Certificate> findLive(String parcel) {
    return store.findLive(parcel);
  }

  /** @param asOf the day at whose end they are shown, Beijing time; null: now */
  public Page<Certificate> page(@Nullable String parcel, @Nullable CertificateStatus status, @Nullable LocalDate asOf,
      int page, int size) {
    return store.page(parcel, status, asOf == null ? null : PastDay.endOf(asOf, clock), districts.limit(), page, size);
  }

  /** The paper of that number as printed, byte for byte. */
  public byte[] pdf(String number) {
    return store.pdf(CertificateNumber.canonicalOrSame(number));
  }

  /** All numbers of certificates that were ever issued for a parcel, in order of issue. */
  public List<Certificate> history(String parcel) {
    return store.page(parcel, null, null, null, 0, Page.LARGEST).items();
  }

  private Certificate draft(String number, Series series, RegisteredRight right, UnitVersion unit, User approver) {
    TitleFacts title = right.title();
    if (series == Series.REAL_ESTATE) {
      ParcelCode.of(unit.ref().code()); // the unified form names the unit number, which follows from the code
    }
    AuditHead head = trail.head();
    return new Certificate(0, number, series, unit.ref().id(), unit.ref().version(), unit.ref().code(), right.id(), null,
        CertificateStatus.LIVE, required(title.holder(), "holder", "权利人", unit),
        papers.numbered(right.holding(), series, clock.today().getYear(), number),
        required(title.rightKind(), "kind of right", "权利类型", unit).name(),
        title.rightNature() == null ? null : title.rightNature().name(),
        title.actualUse() == null ? null : title.actualUse().scheme(),
        title.actualUse() == null ? null : title.actualUse().code(), title.location(), title.termUntil(),
        unit.planeArea(), unit.ellipsoidArea(), unit.boundary(), unit.srid(), unit.degrees(), unit.boundaryHash(),
        required(unit.accuracy(), "survey accuracy", "测量精度", unit), head, tokens.next(), clock.today(), clock.now(),
        approver.username(), null, null, null, null, null, 1);
  }

  private static <T> T required(@Nullable T fact, String en, String zh, UnitVersion unit) {
    if (fact == null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s has no %s; a certificate cannot leave it open.".formatted(unit.ref().code(), en),
          "宗地 %s 缺少%s，不能发证。".formatted(unit.ref().code(), zh)).about(unit.ref().code()).asException();
    }
    return fact;
  }
}
