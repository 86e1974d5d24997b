package org.jieshi.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jieshi.audit.AuditHead;
import org.jieshi.audit.AuditTrail;
import org.jieshi.certificates.Certificate;
import org.jieshi.certificates.Certificates;
import org.jieshi.mutation.Lineage;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.register.RegisterEntry.Boundary;
import org.jieshi.register.RegisterEntry.Quarrel;
import org.jieshi.register.RegisterEntry.Request;
import org.jieshi.register.RegisterEntry.Right;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads register entries, each in one snapshot. */
@Service
public class RegisterEntries {

  private final SpatialUnits units;
  private final Certificates certificates;
  private final Lineage lineage;
  private final JdbcClient jdbc;
  private final AuditTrail trail;
  private final OfficeClock clock;

  RegisterEntries(SpatialUnits units, Certificates certificates, Lineage lineage, JdbcClient jdbc, AuditTrail trail,
      OfficeClock clock) {
    this.units = units;
    this.certificates = certificates;
    this.lineage = lineage;
    this.jdbc = jdbc;
    this.trail = trail;
    this.clock = clock;
  }

  /** @throws org.jieshi.shared.ProblemException {@code NOT_FOUND} for a parcel that was never on the register */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public RegisterEntry of(String code) {
    UnitVersion parcel = units.get(UnitKind.PARCEL, code);
    AuditHead head = trail.head();
    return new RegisterEntry(code, ParcelCode.find(code).map(ParcelCode::unitNumber).orElse(null), parcel.status(),
        certificates.findLive(code).map(Certificate::holder).orElse(parcel.facts().party()), parcel.facts().location(),
        use(parcel.facts().landUseScheme(), parcel.facts().landUseCode()), parcel.planeArea(), parcel.ellipsoidArea(),
        "EPSG:" + parcel.srid(), parcel.accuracy(),
        certificates.history(code).stream().map(RegisterEntries::right).toList(), lineage.of(code).steps(),
        applications(code), overrides(code), cases(code), boundaries(parcel), clock.today(), head.seq(), head.hash());
  }

  private static Right right(Certificate certificate) {
    String basis = certificate.applicationId() != null ? certificate.applicationId()
        : String.valueOf(certificate.mutation());
    return new Right(certificate.number(), certificate.status(), certificate.holder(), certificate.holding(),
        certificate.holders(), certificate.rightKind(),
        certificate.rightNature(), use(certificate.landUseScheme(), certificate.landUseCode()), certificate.area(),
        certificate.issuedOn(), certificate.termUntil(), basis, certificate.endedAt(), certificate.endedWhy(),
        certificate.endedDocument());
  }

  private List<Request> applications(String code) {
    return jdbc.sql("""
        select id, number, state, applied_on, registered_on, closed_at from application where parcel = :code
         order by created_at, id
        """).param("code", code).query((row, n) -> {
          OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
          return new Request(row.getString("id"), row.getString("number"), row.getString("state"),
              row.getObject("applied_on", LocalDate.class), row.getObject("registered_on", LocalDate.class),
              closed == null ? null : closed.toInstant());
        }).list();
  }

  private List<RegisterEntry.Override> overrides(String code) {
    return jdbc.sql("""
        select a.number, o.gate, o.reason, o.document, o.expires_on, o.proposed_by, o.confirmed_by, o.confirmed_at
          from gate_override o join application a on a.id = o.application_id
         where a.parcel = :code and o.confirmed_at is not null order by o.id
        """).param("code", code).query((row, n) -> new RegisterEntry.Override(row.getString("number"),
            row.getString("gate"), row.getString("reason"), row.getString("document"),
            row.getObject("expires_on", LocalDate.class), row.getString("proposed_by"), row.getString("confirmed_by"),
            row.getObject("confirmed_at", OffsetDateTime.class).toInstant())).list();
  }

  private List<Quarrel> cases(String code) {
    return jdbc.sql("""
        select d.id, d.number, d.title, d.track, d.stage, d.opened_on from dispute d
         where exists (select 1 from dispute_unit u where u.dispute_id = d.id and u.kind = 'PARCEL' and u.code = :code)
         order by d.opened_on, d.id
        """).param("code", code).query((row, n) -> new Quarrel(row.getString("id"), row.getString("number"),
            row.getString("title"), row.getString("track"), row.getString("stage"),
            row.getObject("opened_on", LocalDate.class))).list();
  }

  private List<Boundary> boundaries(UnitVersion parcel) {
    return units.versions(parcel.ref().id()).stream()
        .sorted(Comparator.comparingInt(version -> version.ref().version()))
        .map(version -> new Boundary(version.ref().version(), version.validFrom(), version.validTo(),
            version.planeArea(), version.reason(), version.reasonSubject(), version.boundaryHash())).toList();
  }

  private static @Nullable String use(@Nullable String scheme, @Nullable String code) {
    return scheme == null || code == null ? null : code + "（" + scheme + "）";
  }
}
