package org.jieshi.coverage;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.OfficeClock;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Certifies parcels without the procedure, for tests of figures alone. */
@TestComponent
public class CertificateOffice {

  private final JdbcClient jdbc;
  private final SpatialUnits units;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final TransactionTemplate transaction;
  private int issued;

  CertificateOffice(JdbcClient jdbc, SpatialUnits units, AuditLog audit, OfficeClock clock,
      TransactionTemplate transaction, Users users) {
    this.jdbc = jdbc;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
    users.add("office", "发证室", Role.APPROVER, null, "long enough for any rule");
    transaction.executeWithoutResult(tx -> jdbc.sql(
        "insert into county_register (county) values ('450721') on conflict do nothing").update());
  }

  public void certify(String parcel) {
    transaction.executeWithoutResult(tx -> {
      UnitVersion unit = units.get(UnitKind.PARCEL, parcel);
      int number = ++issued;
      jdbc.sql("""
          insert into application (id, number, unit_id, parcel, state, applied_on, applied_by, created_at)
          values ('A2012-' || lpad(:n::text, 4, '0'), '申2012-' || :n, :unit, :parcel, 'APPLIED', '2012-03-05', 'office', :now)
          """).param("n", number).param("unit", unit.ref().id()).param("parcel", parcel).param("now", now()).update();
      jdbc.sql("""
          insert into certificate (number, county, series, unit_id, unit_version, parcel, application_id, status, holder,
            right_kind, area, ellipsoid_area, boundary, srid, boundary_4490, bounds, boundary_hash, accuracy, audit_seq,
            audit_hash, token, issued_on, issued_at, issued_by)
          select '灵国用(2012)第' || lpad(:n::text, 4, '0') || '号', '450721', 'STATE_LAND_USE', v.unit_id, v.version,
                 :parcel, 'A2012-' || lpad(:n::text, 4, '0'), 'LIVE', '华山农场', 'ALLOCATION', v.plane_area,
                 v.ellipsoid_area, v.boundary, v.srid, v.boundary_4490, v.bounds, v.boundary_hash, 0.05, 1, 'x',
                 'token-' || :n, '2012-03-05', :now, 'office'
            from spatial_unit_version v where v.unit_id = :unit and v.current
          """).param("n", number).param("unit", unit.ref().id()).param("parcel", parcel).param("now", now()).update();
      units.setParcelStatus(parcel, UnitStatus.PENDING, new ChangeReason("APPLICATION", "test"));
      units.setParcelStatus(parcel, UnitStatus.CERTIFIED, new ChangeReason("CERTIFICATE", "test"));
      audit.record("CERTIFIED_FOR_TEST", "parcel", parcel, Map.of());
    });
  }

  public void cancel(String parcel) {
    transaction.executeWithoutResult(tx -> {
      jdbc.sql("""
          update certificate set status = 'CANCELLED', ended_at = :now, ended_by = 'office', ended_why = 'test'
           where parcel = :parcel and status = 'LIVE'
          """).param("now", now()).param("parcel", parcel).update();
      units.setParcelStatus(parcel, UnitStatus.SURVEYED, new ChangeReason("CERTIFICATE_CANCELLED", "test"));
    });
  }

  private OffsetDateTime now() {
    return clock.now().atOffset(ZoneOffset.UTC);
  }
}
