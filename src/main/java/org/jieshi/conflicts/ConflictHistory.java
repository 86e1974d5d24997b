package org.jieshi.conflicts;

import java.time.OffsetDateTime;
import java.util.List;
import org.jieshi.geometry.OverlapClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The events of conflicts: each keeps what the conflict was after it. */
@Component
class ConflictHistory {

  private final JdbcClient jdbc;

  ConflictHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** To be called after the change itself. */
  void enter(List<Long> conflictIds, String what, String why, OffsetDateTime now) {
    if (conflictIds.isEmpty()) {
      return;
    }
    jdbc.sql("""
        insert into conflict_event (conflict_id, at, what, why, left_version, right_version, status, overlap_class,
          track, area)
        select id, :now, :what, :why, left_version, right_version, status, overlap_class, track, area
          from conflict where id = any(:ids) order by id
        """).param("now", now).param("what", what).param("why", why)
        .param("ids", conflictIds.toArray(Long[]::new)).update();
  }

  /** Oldest first. */
  List<ConflictEvent> of(long conflictId) {
    return jdbc.sql("select * from conflict_event where conflict_id = :id order by id").param("id", conflictId)
        .query((row, number) -> new ConflictEvent(row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getString("what"), row.getString("why"), row.getInt("left_version"), row.getInt("right_version"),
            ConflictStatus.valueOf(row.getString("status")), OverlapClass.valueOf(row.getString("overlap_class")),
            Track.valueOf(row.getString("track")), row.getDouble("area"))).list();
  }
}
