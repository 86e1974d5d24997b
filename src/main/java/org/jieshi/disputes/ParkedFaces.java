package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.disputes.line.BoundaryCuts;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.ParcelNumbers;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets the undisputed remainder of a parcel go on alone (gate W2): the disputed face becomes a parcel of its own, of
 * the feature ZW (ownership undetermined), which carries the case on. The remainder keeps the parcel's number and
 * application with a new boundary, and thereby needs a new notice (W1); face and remainder stay linked. A face that is
 * won is renumbered by {@link WonFaces}.
 */
@Component
class ParkedFaces {

  static final String REASON = "PARKED";
  private static final String UNDETERMINED = "ZW";

  private final JdbcClient jdbc;
  private final DisputeRepository disputes;
  private final SpatialUnits units;
  private final Conflicts conflicts;
  private final BoundaryCuts cuts;
  private final ParcelNumbers numbers;

  ParkedFaces(JdbcClient jdbc, DisputeRepository disputes, SpatialUnits units, Conflicts conflicts, BoundaryCuts cuts,
      ParcelNumbers numbers) {
    this.jdbc = jdbc;
    this.disputes = disputes;
    this.units = units;
    this.conflicts = conflicts;
    this.cuts = cuts;
    this.numbers = numbers;
  }

  /** Whether a unit is the parked face of a case. */
  boolean isFace(String disputeId, long unit) {
    return jdbc.sql("select exists (select 1 from parked_face where dispute_id = :id and face_unit = :unit)")
        .param("id", disputeId).param("unit", unit).query(Boolean.class).single();
  }

  /** Splits the parcel; returns what the timeline keeps of it. */
  Map<String, ?> park(Dispute dispute, DisputeCommand.Park command, LocalDate on) {
    DisputedUnit disputed = disputes.unparkedUnits(dispute.id()).stream()
        .filter(unit -> unit.ref().kind() == UnitKind.PARCEL && unit.ref().code().equals(command.parcel())).findFirst()
        .orElseThrow(() -> refused(dispute, "Parcel %s is not in dispute in case %s.", "宗地 %s 不在案件 %s 的争议范围内。",
            command.parcel(), dispute.id()));
    UnitVersion parcel = units.get(disputed.ref().id());
    if (parcel.status() == UnitStatus.CERTIFIED) {
      throw refused(dispute, "Parcel %s is certified: nothing of it waits for a title.", "宗地 %s 已发证，无需拆分。",
          command.parcel());
    }
    List<Conflict> its = conflicts.getAll(disputes.conflicts(dispute.id())).stream()
        .filter(conflict -> conflict.blocks() && (conflict.left().id() == parcel.ref().id()
            || conflict.right().id() == parcel.ref().id())).toList();
    if (its.isEmpty()) {
      throw refused(dispute, "No land of %s is in dispute in case %s any more.", "宗地 %s 在案件 %s 中已无争议土地。",
          command.parcel(), dispute.id());
    }
    List<UnitRef> others = its.stream().map(conflict -> conflict.left().id() == parcel.ref().id() ? conflict.right()
        : conflict.left()).toList();
    Geometry remainder =
        cuts.rest(parcel, others.stream().map(other -> units.get(other.id()).boundary()).toList(), true);
    Geometry face = cuts.complement(parcel, remainder);
    return split(dispute, disputed, parcel, remainder, face, on);
  }

  private Map<String, ?> split(Dispute dispute, DisputedUnit disputed, UnitVersion parcel, Geometry remainder,
      Geometry face, LocalDate on) {
    ChangeReason why = new ChangeReason(REASON, dispute.id());
    String code = nextCode(parcel.ref().code());
    units.amend(parcel.ref(), remainder, why);
    UnitRef parked = units.add(UnitKind.PARCEL, List.of(new UnitDraft(code, face, parcel.srid(), null,
        parcel.accuracy(), parcel.facts(), null, null)), why).get(0);
    link(dispute, parcel.ref(), parked, on);
    List<Long> taken = conflicts.ofParcel(code).stream()
        .filter(conflict -> conflict.blocks() && conflict.status() == ConflictStatus.OPEN)
        .filter(conflict -> isInCase(dispute, conflict)).map(Conflict::id).sorted().toList();
    if (taken.isEmpty()) {
      throw refused(dispute, "The disputed face of %s overlaps nobody beyond survey error: nothing was split.",
          "宗地 %s 的争议部分未超出测量误差，未作拆分。", parcel.ref().code());
    }
    conflicts.attachToCase(taken, dispute.number());
    taken.forEach(conflict -> jdbc.sql("""
        insert into dispute_conflict (dispute_id, conflict_id, open) values (:id, :conflict, true)
        """).param("id", dispute.id()).param("conflict", conflict).update());
    units.setParcelStatus(code, UnitStatus.DISPUTED, why);
    if (units.get(parcel.ref().id()).status() == UnitStatus.DISPUTED
        && disputes.statusBeforeOtherCases(dispute.id(), parcel.ref().code()).isEmpty()) {
      units.setParcelStatus(parcel.ref().code(), disputed.statusBefore(), why);
    }
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("remainder", parcel.ref().code());
    detail.put("face", code);
    detail.put("areaBefore", parcel.planeArea());
    detail.put("remainderArea", units.get(parcel.ref().id()).planeArea());
    detail.put("faceArea", units.get(parked.id()).planeArea());
    return detail;
  }

  private void link(Dispute dispute, UnitRef parcel, UnitRef face, LocalDate on) {
    jdbc.sql("""
        insert into dispute_unit (dispute_id, unit_id, version, kind, code, status_before)
        values (:id, :unit, :version, 'PARCEL', :code, 'SURVEYED')
        """).param("id", dispute.id()).param("unit", face.id()).param("version", face.version())
        .param("code", face.code()).update();
    jdbc.sql("update dispute_unit set parked_as = :face where dispute_id = :id and unit_id = :unit")
        .param("face", face.code()).param("id", dispute.id()).param("unit", parcel.id()).update();
    jdbc.sql("""
        insert into parked_face (face_unit, remainder_unit, dispute_id, parked_on) values (:face, :parcel, :id, :on)
        """).param("face", face.id()).param("parcel", parcel.id()).param("id", dispute.id()).param("on", on).update();
    dispute.parties(dispute.parties().stream().map(party -> party.withBeside(parcel.code(), face.code())).toList());
  }

  private boolean isInCase(Dispute dispute, Conflict conflict) {
    List<Long> inCase = disputes.unparkedUnits(dispute.id()).stream().map(unit -> unit.ref().id()).toList();
    return inCase.contains(conflict.left().id()) && inCase.contains(conflict.right().id());
  }

  /** The next number of the sub-district with the feature ZW; of a code of another form, the code and ZW. */
  private String nextCode(String parcel) {
    return ParcelCode.find(parcel)
        .map(code -> numbers.next(new ParcelCode(code.subDistrict(), UNDETERMINED, 1), 1).get(0).toString())
        .orElseGet(() -> parcel + "-" + UNDETERMINED + "%05d".formatted(1 + jdbc.sql("""
            select count(*) from spatial_unit where kind = 'PARCEL' and code like :face
            """).param("face", parcel + "-" + UNDETERMINED + "_____").query(Integer.class).single()));
  }

  private static ProblemException refused(Dispute dispute, String en, String zh, Object... arguments) {
    return Problem.of(ProblemCode.CONFLICTING_STATE, en.formatted(arguments), zh.formatted(arguments))
        .about(dispute.id()).inField("parcel").asException();
  }
}
