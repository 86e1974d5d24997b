package org.jieshi.disputes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictFilter;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.conflicts.NetArea;
import org.jieshi.conflicts.PlaneSets;
import org.jieshi.disputes.encroachment.EncroachmentLedger;
import org.jieshi.disputes.encroachment.OccupiedLand;
import org.jieshi.disputes.line.BoundaryChanges;
import org.jieshi.disputes.line.BoundaryCuts;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Carries an outcome over to the boundaries, in the caller's transaction: all of it, or nothing. Afterwards every
 * conflict of the case is gone or settled; an overlap beyond survey error that would be left refuses the whole
 * settlement.
 */
@Component
class Settlements {

  /**
   * What is to be carried out.
   *
   * @param parcel which of two parcels gives way
   * @param document number of the agreement, decision or record of handing over
   */
  record Order(Dispute dispute, Outcome outcome, LocalDate on, String document, @Nullable String parcel,
      boolean dropSlivers, ChangeReason why) {
  }

  private final Conflicts conflicts;
  private final SpatialUnits units;
  private final EncroachmentLedger encroachments;
  private final BoundaryCuts cuts;
  private final ParkedFaces parked;
  private final BoundaryChanges boundaries;
  private final ChosenDivision.Source divisions;

  Settlements(Conflicts conflicts, SpatialUnits units, EncroachmentLedger encroachments, BoundaryCuts cuts,
      ParkedFaces parked, BoundaryChanges boundaries, ChosenDivision.Source divisions) {
    this.conflicts = conflicts;
    this.units = units;
    this.encroachments = encroachments;
    this.cuts = cuts;
    this.parked = parked;
    this.boundaries = boundaries;
    this.divisions = divisions;
  }

  /** Returns what was changed. */
  List<Settlement.Change> carryOut(Order order, Collection<Long> conflictIds) {
    List<Conflict> live = conflicts.getAll(conflictIds).stream()
        .filter(conflict -> conflict.status() != ConflictStatus.GONE).toList();
    List<Settlement.Change> changes = new ArrayList<>();
    if (order.outcome().asProposed()) {
      requireSomething(order, live);
      changes.addAll(asProposed(order, live));
    } else if (order.outcome() != Outcome.CLAIM_REFUSED && order.outcome() != Outcome.UPHELD) {
      requireSomething(order, live);
      Map<Long, List<Conflict>> byGivingUnit = byGivingUnit(order, live);
      endOccupation(order, live);
      byGivingUnit.forEach((unit, its) -> changes.add(change(order, units.get(unit), its)));
    }
    settle(order, conflictIds);
    return List.copyOf(changes);
  }

  /**
   * Ends a trespass: the claim goes, or what it covers of the case's parcels if it is in conflict elsewhere too.
   *
   * @return what was changed
   */
  List<Settlement.Change> recover(Order order, Collection<Long> conflictIds) {
    List<Conflict> live = conflicts.getAll(conflictIds).stream()
        .filter(conflict -> conflict.status() != ConflictStatus.GONE).toList();
    requireSomething(order, live);
    endOccupation(order, live);
    List<Settlement.Change> changes = new ArrayList<>();
    byGivingUnit(order, live).forEach((unit, its) -> {
      UnitVersion claim = units.get(unit);
      changes.add(elsewhere(claim, its).isEmpty() ? withdraw(order, claim) : cut(order, claim, its));
    });
    settle(order, conflictIds);
    return List.copyOf(changes);
  }

  /** Both sides of the chosen proposal change in this transaction, or neither. */
  private List<Settlement.Change> asProposed(Order order, List<Conflict> live) {
    ChosenDivision chosen = divisions.of(order.dispute().id());
    if (chosen.outcome() != order.outcome()) {
      throw refused(order, "The chosen proposal %s is carried out as %s.", "选定的方案 %s 应按“%s”办理。", chosen.number(),
          chosen.outcome());
    }
    List<BoundaryChanges.Change> planned = boundaries.of(chosen.transfers(), chosen.dropSlivers());
    live.forEach(conflict -> encroachments.landOf(conflict)
        .ifPresent(land -> endAlongLine(order, conflict, land, chosen)));
    List<Settlement.Change> changes = new ArrayList<>();
    for (BoundaryChanges.Change change : planned) {
      if (change.after().isEmpty()) {
        changes.add(withdraw(order, change.before()));
      } else if (!change.none()) {
        UnitRef amended = units.amend(change.before().ref(), change.after().get(), order.why());
        changes.add(new Settlement.Change(amended.kind(), amended.code(), change.before().ref().version(),
            amended.version(), change.before().planeArea(), units.get(amended.id()).planeArea()));
      }
    }
    return changes;
  }

  /** The number of the proposal that an outcome carries out; null where it carries out none. */
  @Nullable Integer proposalOf(Dispute dispute, Outcome outcome) {
    return outcome.asProposed() ? divisions.of(dispute.id()).number() : null;
  }

  /** What falls to the parcel was recovered, what falls to the occupier is ceded. */
  private void endAlongLine(Order order, Conflict conflict, OccupiedLand land, ChosenDivision chosen) {
    for (OccupiedLand.End how : OccupiedLand.End.values()) {
      UnitRef giving = how == OccupiedLand.End.RECOVERED ? conflict.right() : conflict.left();
      List<Geometry> pieces = chosen.transfers().stream().filter(transfer -> transfer.conflict() != null
          && transfer.conflict() == conflict.id() && transfer.from().id() == giving.id()).map(Transfer::land).toList();
      if (!pieces.isEmpty()) {
        encroachments.end(order.dispute().id(), land.of(PlaneSets.union(pieces)), order.on(), how, order.document());
      }
    }
  }

  /** m², plane, each square metre once: what is occupied of the parcels of a case. */
  BigDecimal occupiedArea(Collection<Long> conflictIds) {
    return AreaUnits.squareMetres(NetArea.of(conflicts.getAll(conflictIds).stream()
        .flatMap(conflict -> encroachments.landOf(conflict).stream()).map(OccupiedLand::land).toList()));
  }

  private Settlement.Change change(Order order, UnitVersion giving, List<Conflict> its) {
    if (order.outcome() != Outcome.CLAIM_WITHDRAWN) {
      return cut(order, giving, its);
    }
    elsewhere(giving, its).stream().findFirst().ifPresent(other -> {
      throw refused(order, "%s also overlaps %s (conflict %d), which is not part of this case: choose CLAIM_AMENDED, "
              + "which gives up only the land in dispute here.",
          "%s 还与 %s 重叠（冲突 %d），不属于本案：请选择调整主张界线，仅让出本案争议部分。",
          giving.ref().code(), other.left().id() == giving.ref().id() ? other.right().code() : other.left().code(),
          other.id());
    });
    return withdraw(order, giving);
  }

  private Settlement.Change withdraw(Order order, UnitVersion giving) {
    units.withdraw(giving.ref(), order.why());
    return new Settlement.Change(giving.ref().kind(), giving.ref().code(), giving.ref().version(), null,
        giving.planeArea(), BigDecimal.ZERO.setScale(2));
  }

  private Settlement.Change cut(Order order, UnitVersion giving, List<Conflict> its) {
    if (giving.status() == UnitStatus.CERTIFIED) {
      throw refused(order, "Parcel %s has a live certificate: its boundary changes by a registration of change, not by "
          + "this settlement.", "宗地 %s 持有有效证书，其界线须经变更登记调整，不能以本次处理直接变更。", giving.ref().code());
    }
    List<Geometry> taken = its.stream().map(conflict -> other(conflict, giving.ref())).distinct()
        .map(other -> units.get(other.id()).boundary()).toList();
    if (parked.isFace(order.dispute().id(), giving.ref().id())
        && cuts.without(giving, taken, order.dropSlivers()).isEmpty()) {
      return withdraw(order, giving);
    }
    Geometry rest = cuts.rest(giving, taken, order.dropSlivers());
    UnitRef amended = units.amend(giving.ref(), rest, order.why());
    return new Settlement.Change(giving.ref().kind(), giving.ref().code(), giving.ref().version(), amended.version(),
        giving.planeArea(), units.get(amended.id()).planeArea());
  }

  /** Conflicts of the case by the id of the unit that gives way. */
  private static Map<Long, List<Conflict>> byGivingUnit(Order order, List<Conflict> live) {
    return live.stream().collect(Collectors.groupingBy(conflict -> giving(order, conflict).id(), LinkedHashMap::new,
        Collectors.toList()));
  }

  private static UnitRef giving(Order order, Conflict conflict) {
    boolean betweenParcels = conflict.right().kind() == UnitKind.PARCEL;
    if (order.outcome() != Outcome.PARCEL_AMENDED) {
      if (betweenParcels) {
        throw refused(order, "%s and %s are both parcels, there is no claim to give up: choose PARCEL_AMENDED and name "
            + "the parcel.", "%s 与 %s 均为宗地，没有可放弃的主张：请选择调整宗地界线并指明宗地。",
            conflict.left().code(), conflict.right().code());
      }
      return conflict.right();
    }
    if (!betweenParcels) {
      return conflict.left();
    }
    if (conflict.left().code().equals(order.parcel())) {
      return conflict.left();
    }
    if (conflict.right().code().equals(order.parcel())) {
      return conflict.right();
    }
    throw refused(order, "Say in \"parcel\" which of %s and %s gives way.", "请在 parcel 中指明由 %s 或 %s 中的哪一宗调整界线。",
        conflict.left().code(), conflict.right().code());
  }

  private static UnitRef other(Conflict conflict, UnitRef giving) {
    return conflict.left().id() == giving.id() ? conflict.right() : conflict.left();
  }

  /** What stands between a unit and others besides these conflicts. */
  private List<Conflict> elsewhere(UnitVersion unit, List<Conflict> its) {
    Set<Long> here = its.stream().map(Conflict::id).collect(Collectors.toCollection(TreeSet::new));
    ConflictFilter around = new ConflictFilter(null, null, null, null, null, null,
        unit.degrees().getEnvelopeInternal());
    List<Conflict> found = new ArrayList<>();
    Page<Conflict> page;
    int number = 0;
    do {
      page = conflicts.find(around, number++, Page.LARGEST);
      page.items().stream().filter(Conflict::blocks).filter(conflict -> !here.contains(conflict.id()))
          .filter(conflict -> conflict.left().id() == unit.ref().id() || conflict.right().id() == unit.ref().id())
          .forEach(found::add);
    } while ((long) number * Page.LARGEST < page.total());
    return found;
  }

  private void endOccupation(Order order, List<Conflict> live) {
    OccupiedLand.End how = order.outcome() == Outcome.PARCEL_AMENDED ? OccupiedLand.End.CEDED
        : OccupiedLand.End.RECOVERED;
    live.forEach(conflict -> encroachments.landOf(conflict).ifPresent(land ->
        encroachments.end(order.dispute().id(), land, order.on(), how, order.document())));
  }

  private void settle(Order order, Collection<Long> conflictIds) {
    boolean boundariesDecide = order.outcome() != Outcome.CLAIM_REFUSED && order.outcome() != Outcome.UPHELD;
    for (Conflict left : conflicts.getAll(conflictIds)) {
      if (boundariesDecide && left.status() != ConflictStatus.GONE && left.overlapClass() != OverlapClass.NOISE) {
        throw refused(order, "%s and %s would still overlap by %s m² (%s): nothing was changed.",
            "%s 与 %s 仍重叠 %s 平方米（%s），未作任何更改。", left.left().code(), left.right().code(),
            AreaUnits.squareMetres(left.area()), left.overlapClass());
      }
    }
    conflicts.settle(conflictIds, order.dispute().number());
  }

  private static void requireSomething(Order order, List<Conflict> live) {
    if (live.isEmpty()) {
      throw refused(order, "The overlaps of case %s are gone already, there is nothing left to settle: withdraw the "
          + "case.", "案件 %s 的重叠已消除，无需处理，请撤回案件。", order.dispute().id());
    }
  }

  private static RuntimeException refused(Order order, String en, String zh, Object... arguments) {
    return Problem.of(ProblemCode.CONFLICTING_STATE, en.formatted(arguments), zh.formatted(arguments))
        .about(order.dispute().id()).asException();
  }
}
