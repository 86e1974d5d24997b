package org.jieshi.conflicts.neighbours;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.Box;
import org.locationtech.jts.geom.Envelope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Roads and watercourses that lie between parcels. */
@Component
class GapNames {

  private final JdbcClient jdbc;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;

  GapNames(JdbcClient jdbc, CurrentUser current, AuditLog audit, OfficeClock clock) {
    this.jdbc = jdbc;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /** Names whose place lies in a window of degrees. */
  List<GapName> within(Envelope degrees) {
    return jdbc.sql("""
        select * from gap_name
         where withdrawn_at is null and box(point(longitude, latitude), point(longitude, latitude)) && cast(:w as box)
         order by id
        """).param("w", Box.of(degrees).literal())
        .query((row, number) -> new GapName(row.getLong("id"), GapName.Kind.valueOf(row.getString("kind")),
            row.getString("name"), row.getDouble("longitude"), row.getDouble("latitude"),
            row.getString("entered_by"), row.getObject("entered_at", OffsetDateTime.class).toInstant())).list();
  }

  @Transactional
  GapName enter(GapName.Kind kind, String name, double longitude, double latitude) {
    String user = current.require(Role.SURVEYOR, Role.REVIEWER).username();
    OffsetDateTime now = clock.now().atOffset(ZoneOffset.UTC);
    long id = jdbc.sql("""
        insert into gap_name (kind, name, longitude, latitude, entered_by, entered_at)
        values (:kind, :name, :longitude, :latitude, :user, :now) returning id
        """).param("kind", kind.name()).param("name", name).param("longitude", longitude)
        .param("latitude", latitude).param("user", user).param("now", now).query(Long.class).single();
    audit.record("GAP_NAMED", "gap", id, Map.of("kind", kind, "name", name));
    return new GapName(id, kind, name, longitude, latitude, user, now.toInstant());
  }

  @Transactional
  void withdraw(long id) {
    current.require(Role.SURVEYOR, Role.REVIEWER);
    int found = jdbc.sql("update gap_name set withdrawn_at = :now where id = :id and withdrawn_at is null")
        .param("now", clock.now().atOffset(ZoneOffset.UTC)).param("id", id).update();
    if (found == 0) {
      throw ProblemException.notFound("name of a gap", "缝隙名称", id);
    }
    audit.record("GAP_NAME_WITHDRAWN", "gap", id);
  }
}
