package org.jieshi.disputes.proposal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.conflicts.PlaneSets;
import org.jieshi.disputes.CaseBook;
import org.jieshi.disputes.line.BoundaryChanges;
import org.jieshi.disputes.line.LandDivision;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitRef;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.springframework.stereotype.Component;

/** Works out who would give which land to whom, and what boundaries that would leave. */
@Component
class ProposalComputation {

  private final Conflicts conflicts;
  private final SpatialUnits units;
  private final BoundaryChanges boundaries;

  ProposalComputation(Conflicts conflicts, SpatialUnits units, BoundaryChanges boundaries) {
    this.conflicts = conflicts;
    this.units = units;
    this.boundaries = boundaries;
  }

  /** @param line null for an exchange; @param srid the plane system of the disputed land */
  record Computed(@Nullable LineString line, int srid, List<Transfer> transfers, List<Proposal.Effect> effects) {
  }

  Computed compute(CaseBook.Entry entry, NewProposal wanted) {
    List<Conflict> live = conflicts.getAll(entry.conflicts()).stream()
        .filter(conflict -> conflict.status() == ConflictStatus.IN_CASE).toList();
    if (live.isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "The overlaps of case %s are gone or settled: there is nothing left to divide.".formatted(entry.id()),
          "案件 %s 的重叠已消除或了结，无可划分的土地。".formatted(entry.number())).about(entry.id()).asException();
    }
    int srid = live.get(0).overlap().getSRID();
    LineString line = wanted.line() == null ? null : DrawnGeometry.line(wanted.line(), wanted.crs(), srid);
    List<Transfer> transfers = line != null ? divided(live, line, wanted) : exchanged(entry, live, srid, wanted);
    List<Proposal.Effect> effects = new ArrayList<>();
    for (BoundaryChanges.Change change : boundaries.of(transfers, Boolean.TRUE.equals(wanted.dropSlivers()))) {
      effects.add(new Proposal.Effect(change.before().ref(), entry.partyOf(change.before().ref().code()),
          change.before().planeArea(), change.after().map(Areas::planeArea).orElse(new BigDecimal("0.00"))));
    }
    return new Computed(line, srid, transfers, effects);
  }

  private List<Transfer> divided(List<Conflict> live, LineString line, NewProposal wanted) {
    List<Transfer> transfers = new ArrayList<>();
    boolean crosses = false;
    for (Conflict conflict : live) {
      UnitVersion left = units.get(conflict.left().id());
      UnitVersion right = units.get(conflict.right().id());
      Geometry there = CoordinateSystems.inPlane(right.boundary(), left.srid());
      Geometry disputed = PlaneSets.intersection(left.boundary(), there);
      LineString here = (LineString) (left.srid() == line.getSRID() ? line
          : CoordinateSystems.transformAcceptingBallpark(line, line.getSRID(), left.srid()));
      List<LandDivision.Piece> pieces = LandDivision.divide(disputed, here, left.boundary(), there);
      crosses |= pieces.size() > disputed.getNumGeometries();
      for (LandDivision.Piece piece : pieces) {
        transfers.add(transfer(conflict, left.ref(), right.ref(), piece, transfers.size(), wanted.to()));
      }
    }
    if (!crosses) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The line does not divide the disputed land: draw it from one edge of the overlap to another.",
          "所绘界线未分割争议土地：请自重叠范围的一边绘至另一边。").inField("line").asException();
    }
    if (wanted.to() != null && wanted.to().size() != transfers.size()) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The line makes %d pieces, but %d receivers are named.".formatted(transfers.size(), wanted.to().size()),
          "界线将争议土地分为 %d 块，而指定的归属为 %d 个。".formatted(transfers.size(), wanted.to().size()))
          .inField("to").asException();
    }
    return transfers;
  }

  private static Transfer transfer(Conflict conflict, UnitRef left, UnitRef right, LandDivision.Piece piece, int index,
      @Nullable List<@Nullable String> to) {
    @Nullable String named = to == null || index >= to.size() ? null : to.get(index);
    if (named == null && piece.natural() == null) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Piece %d borders the land of both sides alike: say in \"to\" whether it falls to %s or %s."
              .formatted(index + 1, left.code(), right.code()),
          "第 %d 块与双方土地相邻程度相同：请在 to 中指明归 %s 还是 %s。".formatted(index + 1, left.code(), right.code()))
          .inField("to").asException();
    }
    if (named != null && !named.equals(left.code()) && !named.equals(right.code())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "Piece %d is between %s and %s; it cannot fall to %s.".formatted(index + 1, left.code(), right.code(), named),
          "第 %d 块为 %s 与 %s 之间的争议，不能归 %s。".formatted(index + 1, left.code(), right.code(), named))
          .inField("to").asException();
    }
    boolean toLeft = named != null ? named.equals(left.code()) : piece.natural() == LandDivision.Side.FIRST;
    return new Transfer(toLeft ? right : left, toLeft ? left : right, piece.land(), conflict.id());
  }

  private List<Transfer> exchanged(CaseBook.Entry entry, List<Conflict> live, int srid, NewProposal wanted) {
    if (wanted.swaps() == null || wanted.swaps().isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "Give a line, or the pieces of land that are exchanged.",
          "请提供界线，或互换的地块。").inField("line").asException();
    }
    List<Transfer> transfers = new ArrayList<>();
    for (NewProposal.Swap swap : wanted.swaps()) {
      UnitVersion from = unit(entry, swap.from());
      UnitVersion to = unit(entry, swap.to());
      if (entry.partyOf(from.ref().code()).equals(entry.partyOf(to.ref().code()))) {
        throw Problem.of(ProblemCode.INVALID_FIELD,
            "%s and %s belong to the same party.".formatted(swap.from(), swap.to()),
            "%s 与 %s 属同一当事人。".formatted(swap.from(), swap.to())).inField("swaps").asException();
      }
      transfers.addAll(swap.land() == null ? overlap(live, from, to)
          : List.of(piece(DrawnGeometry.land(swap.land(), wanted.crs(), srid), from, to)));
    }
    return transfers;
  }

  /** All that both sides cover goes to one of them. */
  private static List<Transfer> overlap(List<Conflict> live, UnitVersion from, UnitVersion to) {
    List<Transfer> all = live.stream().filter(conflict -> touches(conflict, from) && touches(conflict, to))
        .map(conflict -> new Transfer(from.ref(), to.ref(), conflict.overlap(), conflict.id())).toList();
    if (all.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "%s and %s have no overlap in this case: draw the piece that is exchanged."
              .formatted(from.ref().code(), to.ref().code()),
          "%s 与 %s 在本案中无重叠，请绘出互换地块。".formatted(from.ref().code(), to.ref().code()))
          .inField("swaps").asException();
    }
    return all;
  }

  private static boolean touches(Conflict conflict, UnitVersion unit) {
    return conflict.left().id() == unit.ref().id() || conflict.right().id() == unit.ref().id();
  }

  private static Transfer piece(Geometry drawn, UnitVersion from, UnitVersion to) {
    Geometry land = PlaneSets.intersection(drawn, from.boundary());
    double outside = drawn.getArea() - land.getArea();
    if (land.isEmpty() || outside > Math.max(1, drawn.getArea() * 0.01)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The piece lies outside %s by %.2f m²: only own land is exchanged.".formatted(from.ref().code(), outside),
          "所绘地块超出 %s 范围 %.2f 平方米：只能互换自己的土地。".formatted(from.ref().code(), outside))
          .inField("swaps").asException();
    }
    land.setSRID(drawn.getSRID());
    return new Transfer(from.ref(), to.ref(), land, null);
  }

  private UnitVersion unit(CaseBook.Entry entry, String code) {
    return entry.units().stream().filter(ref -> ref.code().equals(code)).findFirst().map(ref -> units.get(ref.id()))
        .orElseThrow(() -> Problem.of(ProblemCode.INVALID_FIELD,
            "%s is not part of case %s.".formatted(code, entry.id()), "%s 不属于案件 %s。".formatted(code, entry.number()))
            .inField("swaps").asException());
  }
}
