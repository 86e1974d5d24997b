package org.jieshi.conflicts;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.conflicts.Neighbourhood.Outcome;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.JobHandler;
import org.jieshi.store.JobQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Full scans, in the background: the proof that the conflicts on record are those of the land. Parcels are taken in order of
 * id, each thousand in its own transaction; a scan that was killed goes on where it was.
 */
@Component
public class Scans implements JobHandler {

  private static final int AT_A_TIME = 1_000;

  private final JdbcClient jdbc;
  private final JobQueue jobs;
  private final SpatialUnits units;
  private final Neighbourhood neighbourhood;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final TransactionTemplate transaction;

  Scans(JdbcClient jdbc, JobQueue jobs, SpatialUnits units, Neighbourhood neighbourhood, CurrentUser current,
      AuditLog audit, OfficeClock clock, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.jobs = jobs;
    this.units = units;
    this.neighbourhood = neighbourhood;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Queues a scan; whoever works on the land may ask for it. */
  @Transactional
  public Scan request() {
    String user = requireWhoWorksOnTheLand();
    long id = jdbc.sql("""
        insert into conflict_scan (status, requested_by, requested_at, total)
        values ('QUEUED', :user, :now, (select count(*) from spatial_unit u join spatial_unit_version v
          on v.unit_id = u.id and v.current where u.kind = 'PARCEL'))
        returning id
        """).param("user", user).param("now", clock.now().atOffset(ZoneOffset.UTC)).query(Long.class).single();
    jobs.enqueue(kind(), String.valueOf(id));
    audit.record("SCAN_REQUESTED", "conflict-scan", id);
    return get(id);
  }

  /**
   * Compares one parcel with everything, in the caller's transaction: the answer at the desk, where {@link #request} is the
   * one for the whole register.
   */
  @Transactional
  public ParcelScan scan(String parcelCode) {
    requireWhoWorksOnTheLand();
    UnitRef parcel = units.get(UnitKind.PARCEL, parcelCode).ref();
    Outcome outcome = neighbourhood.recompute(List.of(parcel.id()), "SCAN");
    audit.record("PARCEL_SCANNED", "parcel", parcel.code(), Map.of("version", parcel.version(), "appeared",
        outcome.appeared(), "changed", outcome.changed(), "gone", outcome.gone()));
    return new ParcelScan(parcel.code(), parcel.version(), outcome.appeared(), outcome.changed(), outcome.gone());
  }

  private String requireWhoWorksOnTheLand() {
    return current.require(Role.SURVEYOR, Role.REVIEWER, Role.MEDIATOR, Role.APPROVER, Role.ADMINISTRATOR).username();
  }

  public Scan get(long id) {
    return jdbc.sql("select * from conflict_scan where id = :id").param("id", id)
        .query((row, number) -> {
          OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
          return new Scan(row.getLong("id"), row.getString("status"),
              new Scan.Progress(row.getLong("done"), row.getLong("total")), row.getInt("appeared"),
              row.getInt("changed"), row.getInt("gone"), row.getString("requested_by"),
              row.getObject("requested_at", OffsetDateTime.class).toInstant(),
              finished == null ? null : finished.toInstant(), row.getString("problem"));
        }).optional().orElseThrow(() -> ProblemException.notFound("scan", "扫描任务", id));
  }

  @Override
  public String kind() {
    return "conflicts.scan";
  }

  @Override
  public void run(String subject) {
    long id = Long.parseLong(subject);
    current.actingAs(get(id).requestedBy(), () -> {
      while (Boolean.TRUE.equals(transaction.execute(status -> step(id)))) {
        continue;
      }
      return id;
    });
  }

  @Override
  public void gaveUp(String subject, String reason) {
    jdbc.sql("update conflict_scan set status = 'FAILED', problem = :reason, finished_at = :now where id = :id")
        .param("reason", reason).param("now", clock.now().atOffset(ZoneOffset.UTC))
        .param("id", Long.parseLong(subject)).update();
  }

  /** @return whether there is more to do */
  private boolean step(long id) {
    List<Long> parcels = jdbc.sql("""
        select u.id from spatial_unit u join spatial_unit_version v on v.unit_id = u.id and v.current
         where u.kind = 'PARCEL' and u.id > (select last_unit from conflict_scan where id = :id)
         order by u.id limit :size
        """).param("id", id).param("size", AT_A_TIME).query(Long.class).list();
    boolean last = parcels.isEmpty();
    Outcome outcome = neighbourhood.recompute(last ? leftWithoutLand() : parcels, "SCAN");
    jdbc.sql("""
        update conflict_scan set status = :status, done = done + :done, last_unit = greatest(last_unit, :lastUnit),
               appeared = appeared + :appeared, changed = changed + :changed, gone = gone + :gone,
               finished_at = :finished
         where id = :id
        """).param("status", last ? "DONE" : "RUNNING").param("done", parcels.size())
        .param("lastUnit", last ? 0 : parcels.get(parcels.size() - 1))
        .param("appeared", outcome.appeared()).param("changed", outcome.changed()).param("gone", outcome.gone())
        .param("finished", last ? clock.now().atOffset(ZoneOffset.UTC) : null).param("id", id).update();
    if (last) {
      Scan scan = get(id);
      audit.record("SCAN_DONE", "conflict-scan", id,
          Map.of("appeared", scan.appeared(), "changed", scan.changed(), "gone", scan.gone()));
    } else if (!outcome.nothing()) {
      audit.record("CONFLICTS_UPDATED", "conflict-scan", id, Map.of("why", "SCAN", "appeared", outcome.appeared(),
          "changed", outcome.changed(), "gone", outcome.gone()));
    }
    return !last;
  }

  /** Units that a conflict still names although no version of them is in force. */
  private List<Long> leftWithoutLand() {
    return jdbc.sql("""
        select distinct c.left_unit from conflict c
         where c.status <> 'GONE' and not exists (
           select 1 from spatial_unit_version v where v.unit_id = c.left_unit and v.current)
        """).query(Long.class).list();
  }
}
