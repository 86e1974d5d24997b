package org.jieshi.disputes.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.disputes.CaseChanged;
import org.jieshi.disputes.DisputeTrack;
import org.jieshi.shared.OfficeClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of holds. */
@Component
public class Holds {

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final HoldLetters letters;

  Holds(JdbcClient jdbc, AuditLog audit, OfficeClock clock, HoldLetters letters) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.letters = letters;
  }

  /** The holds of a case are those of the parcels it holds: what is missing is placed, what is too many released. */
  @EventListener
  void follow(CaseChanged change) {
    if (change.turn() == CaseChanged.Turn.SETTLED) {
      return;
    }
    List<String> wanted = change.turn() == CaseChanged.Turn.RELEASED ? List.of() : change.parcels();
    String why = change.turn() == CaseChanged.Turn.PARKED ? "SPLIT" : "CASE_OVER";
    List<Hold> standing = find(null, change.id(), true);
    standing.stream().filter(hold -> !wanted.contains(hold.parcel())).forEach(hold -> {
      jdbc.sql("update dispute_hold set released_on = :on, released_by = :why where id = :id")
          .param("on", clock.today()).param("why", why).param("id", hold.id()).update();
      audit.record("HOLD_RELEASED", "parcel", hold.parcel(), Map.of("hold", hold.kind(), "case", change.id()));
    });
    for (String parcel : wanted) {
      for (HoldKind kind : HoldKind.values()) {
        if (standing.stream().noneMatch(hold -> hold.parcel().equals(parcel) && hold.kind() == kind)) {
          place(change.id(), parcel, kind);
        }
      }
    }
  }

  private void place(String caseId, String parcel, HoldKind kind) {
    jdbc.sql("insert into dispute_hold (dispute_id, parcel_code, kind, placed_on) values (:id, :parcel, :kind, :on)")
        .param("id", caseId).param("parcel", parcel).param("kind", kind.name()).param("on", clock.today()).update();
    audit.record("HOLD_PLACED", "parcel", parcel, Map.of("hold", kind, "case", caseId));
  }

  /** What stands on a parcel now. */
  public List<Hold> on(String parcel) {
    return find(parcel, null, true);
  }

  /** @param standing true: only those in force, false: only those released, null: all */
  public List<Hold> find(@Nullable String parcel, @Nullable String caseId, @Nullable Boolean standing) {
    return jdbc.sql("""
        select h.*, d.number, d.track from dispute_hold h join dispute d on d.id = h.dispute_id
        where (cast(:parcel as text) is null or h.parcel_code = :parcel)
          and (cast(:case as text) is null or h.dispute_id = :case or d.number = :case)
          and (cast(:standing as boolean) is null or (h.released_on is null) = :standing)
        order by h.placed_on, h.id
        """).param("parcel", parcel).param("case", caseId).param("standing", standing, Types.BOOLEAN)
        .query((row, number) -> hold(row)).list();
  }

  private Hold hold(ResultSet row) throws SQLException {
    HoldKind kind = HoldKind.valueOf(row.getString("kind"));
    DisputeTrack track = DisputeTrack.valueOf(row.getString("track"));
    String number = row.getString("number");
    String parcel = row.getString("parcel_code");
    @Nullable LocalDate released = row.getObject("released_on", LocalDate.class);
    return new Hold(row.getLong("id"), row.getString("dispute_id"), number, track, parcel, kind, kind.title(),
        kind.basis(track), row.getObject("placed_on", LocalDate.class), released, row.getString("released_by"),
        released == null, released == null ? letters.held(kind, track, number, List.of(parcel))
            : letters.released(kind, number, List.of(parcel), released));
  }
}
