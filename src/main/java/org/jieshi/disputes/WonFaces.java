package org.jieshi.disputes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.ParcelNumbers;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives what is left of a parked face a number of the remainder's feature once the case has a result (domain.md §2:
 * only the feature changed: new feature and next number; the old number is retired and never used again). A face that
 * others still contest, or whose remainder has no code of GB/T 37346, keeps its number.
 */
@Component
class WonFaces {

  static final String REASON = "RENUMBERED";

  private final JdbcClient jdbc;
  private final SpatialUnits units;
  private final Conflicts conflicts;
  private final ParcelNumbers numbers;

  WonFaces(JdbcClient jdbc, SpatialUnits units, Conflicts conflicts, ParcelNumbers numbers) {
    this.jdbc = jdbc;
    this.units = units;
    this.conflicts = conflicts;
    this.numbers = numbers;
  }

  private record Face(long unit, long remainder) {
  }

  /** What the timeline keeps of each: face, its new code, the remainder. */
  List<Map<String, Object>> renumber(Dispute dispute) {
    List<Map<String, Object>> renumbered = new ArrayList<>();
    jdbc.sql("""
        select p.face_unit as unit, p.remainder_unit as remainder from parked_face p
        where p.renumbered_unit is null
          and exists (select 1 from dispute_unit u where u.dispute_id = :id and u.unit_id = p.face_unit)
        order by p.face_unit
        """).param("id", dispute.id()).query(Face.class).list().forEach(face -> units.find(face.unit())
        .filter(UnitVersion::current).ifPresent(present -> ParcelCode.find(units.get(face.remainder()).ref().code())
            .filter(remainder -> conflicts.openAgainst(present.ref().code()).isEmpty())
            .ifPresent(remainder -> renumbered.add(renumber(dispute, present, remainder)))));
    return renumbered;
  }

  private Map<String, Object> renumber(Dispute dispute, UnitVersion face, ParcelCode remainder) {
    ChangeReason why = new ChangeReason(REASON, dispute.id());
    Set<Long> refused = conflicts.ofParcel(face.ref().code()).stream()
        .filter(conflict -> conflict.status() == ConflictStatus.SETTLED)
        .map(conflict -> other(conflict, face.ref().id())).collect(Collectors.toSet());
    units.withdraw(face.ref(), why);
    UnitRef won = units.add(UnitKind.PARCEL, List.of(new UnitDraft(numbers.next(remainder, 1).get(0).toString(),
        face.boundary(), face.srid(), null, face.accuracy(), face.facts(), null, null)), why).get(0);
    settleAgain(dispute, won, refused);
    link(dispute, face.ref(), won);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("face", face.ref().code());
    detail.put("code", won.code());
    detail.put("remainder", remainder.toString());
    return detail;
  }

  /**
   * A claim that was refused stays on record and overlaps the land under its new number too: that is settled already.
   */
  private void settleAgain(Dispute dispute, UnitRef won, Set<Long> refused) {
    List<Long> again = conflicts.ofParcel(won.code()).stream()
        .filter(conflict -> conflict.status() == ConflictStatus.OPEN && refused.contains(other(conflict, won.id())))
        .map(Conflict::id).toList();
    again.forEach(conflict -> jdbc.sql("""
        insert into dispute_conflict (dispute_id, conflict_id, open) values (:id, :conflict, false)
        """).param("id", dispute.id()).param("conflict", conflict).update());
    conflicts.attachToCase(again, dispute.number());
    conflicts.settle(again, dispute.number());
  }

  private void link(Dispute dispute, UnitRef face, UnitRef won) {
    jdbc.sql("""
        insert into dispute_unit (dispute_id, unit_id, version, kind, code, status_before)
        values (:id, :unit, :version, 'PARCEL', :code, 'SURVEYED')
        """).param("id", dispute.id()).param("unit", won.id()).param("version", won.version())
        .param("code", won.code()).update();
    jdbc.sql("update dispute_unit set renumbered_as = :code where unit_id = :face")
        .param("code", won.code()).param("face", face.id()).update();
    jdbc.sql("update parked_face set renumbered_unit = :won where face_unit = :face")
        .param("won", won.id()).param("face", face.id()).update();
    dispute.parties(dispute.parties().stream().map(party -> party.withBeside(face.code(), won.code())).toList());
  }

  private static long other(Conflict conflict, long unit) {
    return conflict.left().id() == unit ? conflict.right().id() : conflict.left().id();
  }
}
