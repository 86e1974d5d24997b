package org.jieshi.conflicts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jieshi.conflicts.ConflictEvent.Cause;
import org.jieshi.conflicts.ConflictEvent.Changed;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.ChangeReason;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of conflicts: each keeps what the conflict was after it, and by which version of which side it came. */
@Component
class ConflictHistory {

  private final JdbcClient jdbc;

  ConflictHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * To be called after the change itself. The side that changed is the one whose version in force is not the one of the
   * event before; of a pair that is new, the one that came later.
   */
  void enter(List<Long> conflictIds, String what, String why, OffsetDateTime now) {
    if (conflictIds.isEmpty()) {
      return;
    }
    jdbc.sql("""
        insert into conflict_event (conflict_id, at, what, why, left_version, right_version, status, overlap_class,
          track, area, mean_width, allowed_width, rule_version, class_before, left_now, right_now, caused_by)
        select c.id, :now, :what, :why, c.left_version, c.right_version, c.status, c.overlap_class, c.track, c.area,
               c.mean_width, c.allowed_width, c.rule_version, p.overlap_class, l.version, r.version,
               case when p.id is null and l.valid_from > r.valid_from then 'LEFT'
                    when p.id is null and l.valid_from < r.valid_from then 'RIGHT'
                    when p.id is null then 'BOTH'
                    when l.version is distinct from coalesce(p.left_now, p.left_version)
                     and r.version is distinct from coalesce(p.right_now, p.right_version) then 'BOTH'
                    when l.version is distinct from coalesce(p.left_now, p.left_version) then 'LEFT'
                    when r.version is distinct from coalesce(p.right_now, p.right_version) then 'RIGHT' end
          from conflict c
          left join spatial_unit_version l on l.unit_id = c.left_unit and l.current
          left join spatial_unit_version r on r.unit_id = c.right_unit and r.current
          left join lateral (select e.id, e.overlap_class, e.left_now, e.right_now, e.left_version, e.right_version
                               from conflict_event e where e.conflict_id = c.id order by e.id desc limit 1) p on true
         where c.id = any(:ids) order by c.id
        """).param("now", now).param("what", what).param("why", why)
        .param("ids", conflictIds.toArray(Long[]::new)).update();
  }

  /** Oldest first. */
  List<ConflictEvent> of(long conflictId) {
    return jdbc.sql("""
        select e.*, l.reason as left_reason, l.reason_subject as left_subject, r.reason as right_reason,
               r.reason_subject as right_subject, le.ended_reason as left_ended, le.ended_subject as left_ended_subject,
               re.ended_reason as right_ended, re.ended_subject as right_ended_subject
          from conflict_event e join conflict c on c.id = e.conflict_id
          left join spatial_unit_version l on l.unit_id = c.left_unit and l.version = e.left_now
          left join spatial_unit_version r on r.unit_id = c.right_unit and r.version = e.right_now
          left join lateral (select * from spatial_unit_version ended where ended.unit_id = c.left_unit
            and e.left_now is null and ended.valid_to <= e.at order by ended.valid_to desc limit 1) le on true
          left join lateral (select * from spatial_unit_version ended where ended.unit_id = c.right_unit
            and e.right_now is null and ended.valid_to <= e.at order by ended.valid_to desc limit 1) re on true
         where e.conflict_id = :id order by e.id
        """).param("id", conflictId)
        .query((row, number) -> new ConflictEvent(row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("what"), row.getString("why"), row.getInt("left_version"), row.getInt("right_version"),
            cause(row), ConflictStatus.valueOf(row.getString("status")),
            OverlapClass.valueOf(row.getString("overlap_class")),
            row.getString("class_before") == null ? null : OverlapClass.valueOf(row.getString("class_before")),
            Track.valueOf(row.getString("track")), row.getDouble("area"), row.getObject("mean_width", Double.class),
            row.getObject("allowed_width", Double.class), row.getString("rule_version"))).list();
  }

  private static @Nullable Cause cause(ResultSet row) throws SQLException {
    String side = row.getString("caused_by");
    if (side == null) {
      return null;
    }
    Changed changed = Changed.valueOf(side);
    return new Cause(changed, row.getObject("left_now", Integer.class), row.getObject("right_now", Integer.class),
        changed == Changed.RIGHT ? null : reason(row, "left"), changed == Changed.LEFT ? null : reason(row, "right"));
  }

  private static @Nullable ChangeReason reason(ResultSet row, String side) throws SQLException {
    String why = row.getString(side + "_reason");
    return why != null ? new ChangeReason(why, row.getString(side + "_subject"))
        : row.getString(side + "_ended") == null ? null
            : new ChangeReason(row.getString(side + "_ended"), row.getString(side + "_ended_subject"));
  }
}
