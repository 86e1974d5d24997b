package org.jieshi.certificates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.audit.AuditTrail;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.LiveCertificates;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.UnmetGate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries rights over to changed land: certificates that are superseded, and those that follow them. The right goes on as it
 * was; only its land has other numbers and boundaries. All of it inside the transaction of the change, with the county
 * register locked first.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Successions {

  private final Register register;
  private final CertificateStore store;
  private final LiveCertificates live;
  private final SpatialUnits units;
  private final Papers papers;
  private final Tokens tokens;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditTrail trail;
  private final AuditLog audit;

  Successions(Register register, CertificateStore store, LiveCertificates live, SpatialUnits units, Papers papers,
      Tokens tokens, CurrentUser current, OfficeClock clock, AuditTrail trail, AuditLog audit) {
    this.register = register;
    this.store = store;
    this.live = live;
    this.units = units;
    this.papers = papers;
    this.tokens = tokens;
    this.current = current;
    this.clock = clock;
    this.trail = trail;
    this.audit = audit;
  }

  /** Nobody else issues or ends certificates in the county until the transaction ends. */
  public void lockRegister() {
    register.lock();
  }

  /**
   * Ends the live certificates of parcels that a change takes off the map; their parcels are free to be retired.
   *
   * @param mutation id of the change
   * @return those that were live, in the order of the parcels
   */
  public List<Certificate> supersede(List<String> parcels, String mutation, String why, String document) {
    User approver = current.require(Role.APPROVER);
    Instant now = clock.now();
    List<Certificate> superseded = new ArrayList<>();
    for (String parcel : parcels) {
      store.findLive(parcel).ifPresent(certificate -> {
        if (!store.supersede(certificate, mutation, now, approver.username(), why, document)) {
          throw ProblemException.stale(certificate.number());
        }
        units.setParcelStatus(parcel, UnitStatus.SURVEYED, new ChangeReason("CERTIFICATE_SUPERSEDED", mutation));
        audit.record("CERTIFICATE_SUPERSEDED", "certificate", certificate.number(),
            Map.of("parcel", parcel, "mutation", mutation));
        superseded.add(certificate);
      });
    }
    return superseded;
  }

  /**
   * Issues the certificate that follows {@code before} for a parcel that a change brought.
   *
   * @throws ProblemException {@code GATE_UNMET} with W7 if a live certificate of anybody lies over the land
   */
  public Certificate succeed(Certificate before, UnitVersion parcel, String mutation) {
    User approver = current.require(Role.APPROVER);
    String code = parcel.ref().code();
    List<UnmetGate> inTheWay = live.overlapping(parcel.ref().id()).stream().map(overlap -> UnmetGate.of("W7",
        "Certificate %s lies over new parcel %s.".formatted(overlap.number(), code),
        "证书 %s 与新宗地 %s 重叠。".formatted(overlap.number(), code))).toList();
    if (!inTheWay.isEmpty()) {
      throw Problem.unmet(new Bilingual("Parcel %s cannot be certified.".formatted(code),
          "宗地 %s 不能发证。".formatted(code)), inTheWay).asException();
    }
    Series series = register.seriesOn(clock.today());
    if (series == Series.REAL_ESTATE) {
      ParcelCode.of(code);
    }
    String number = register.nextNumber(series, clock.today().getYear());
    Certificate certificate = papers.write(new Certificate(0, number, series, parcel.ref().id(), parcel.ref().version(),
        code, null, mutation, CertificateStatus.LIVE, before.holder(),
        papers.numbered(before, series, clock.today().getYear(), number), before.rightKind(), before.rightNature(),
        before.landUseScheme(), before.landUseCode(), before.location(), before.termUntil(), parcel.planeArea(),
        parcel.ellipsoidArea(), parcel.boundary(), parcel.srid(), parcel.degrees(), parcel.boundaryHash(),
        before.accuracy(), trail.head(), tokens.next(), clock.today(), clock.now(), approver.username(), null, null, null,
        null, null, 1), parcel, Map.of());
    ChangeReason why = new ChangeReason("CERTIFICATE", number);
    units.setParcelStatus(code, UnitStatus.PENDING, why);
    units.setParcelStatus(code, UnitStatus.CERTIFIED, why);
    audit.record("CERTIFICATE_ISSUED", "certificate", number, Map.of("parcel", code, "mutation", mutation,
        "area", certificate.area(), "boundary", certificate.boundaryHash(),
        "certificates", String.join("、", certificate.numbers())));
    return certificate;
  }
}
