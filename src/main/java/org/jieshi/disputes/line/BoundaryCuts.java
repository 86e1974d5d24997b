package org.jieshi.disputes.line;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jieshi.conflicts.PlaneSets;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.springframework.stereotype.Component;

/** What is left of a unit's boundary when land is cut from it, in the plane system of the unit; or why it can't be. */
@Component
public class BoundaryCuts {

  /**
   * @param taken boundaries of those the land goes to, in their own plane systems
   * @param dropSlivers give up leftover pieces below rule G6, instead of refusing them
   * @throws org.jieshi.shared.ProblemException {@code GEOMETRY_INVALID} if nothing valid would be left
   */
  public Geometry rest(UnitVersion unit, List<Geometry> taken, boolean dropSlivers) {
    List<Geometry> here = taken.stream().map(land -> CoordinateSystems.inPlane(land, unit.srid())).toList();
    BoundaryCut cut = BoundaryCut.of(unit.boundary(), PlaneSets.union(here))
        .orElseThrow(() -> refused(unit, "The new boundary of %s cannot be computed without moving surveyed points: "
            + "have the boundary measured and import it.", "%s 的新界线无法在不移动实测界址点的情况下算出，请实测后导入。",
            unit.ref().code()));
    if (cut.kept().isEmpty()) {
      throw refused(unit, "Nothing of %s would be left: it has to be withdrawn as a whole.",
          "%s 将不剩任何土地，应整体撤回。", unit.ref().code());
    }
    requireNoSlivers(unit, cut, dropSlivers);
    return cut.boundary(false);
  }

  /**
   * What is left of a unit when it gives up land that has edges in common with it; empty if nothing is.
   *
   * @param given land in any plane system
   */
  public Optional<Geometry> without(UnitVersion unit, List<Geometry> given, boolean dropSlivers) {
    return remaining(unit, unit.boundary(), given, dropSlivers);
  }

  /** All of a unit that is not in {@code remainder}, slivers included: together they are the unit again. */
  public Geometry complement(UnitVersion unit, Geometry remainder) {
    return BoundaryCut.along(unit.boundary(), remainder).orElseThrow(() -> refused(unit,
        "%s cannot be split without moving surveyed points: have the boundary measured and import it.",
        "%s 无法在不移动实测界址点的情况下拆分，请实测后导入。", unit.ref().code())).boundary(true);
  }

  /**
   * The boundary of a unit after an exchange; empty if nothing is left.
   *
   * @param given what it gives up, {@code received} what it gets, in any plane system
   */
  public Optional<Geometry> exchanged(UnitVersion unit, List<Geometry> given, List<Geometry> received,
      boolean dropSlivers) {
    Optional<Geometry> rest = given.isEmpty() ? Optional.of(unit.boundary())
        : remaining(unit, unit.boundary(), given, dropSlivers);
    if (received.isEmpty()) {
      return rest;
    }
    Geometry more = PlaneSets.union(received.stream().map(land -> CoordinateSystems.inPlane(land, unit.srid()))
        .toList());
    return Optional.of(rest.isEmpty() ? more : BoundaryCut.joined(rest.get(), more).orElseThrow(() -> refused(unit,
        "The new boundary of %s cannot be computed without moving surveyed points: have it measured and import it.",
        "%s 的新界线无法在不移动实测界址点的情况下算出，请实测后导入。", unit.ref().code())));
  }

  private static Optional<Geometry> remaining(UnitVersion unit, Geometry boundary, List<Geometry> given,
      boolean dropSlivers) {
    Geometry land = PlaneSets.union(given.stream().map(each -> CoordinateSystems.inPlane(each, unit.srid())).toList());
    BoundaryCut cut = BoundaryCut.along(boundary, land)
        .orElseThrow(() -> refused(unit, "The new boundary of %s cannot be computed without moving surveyed points: "
            + "have the boundary measured and import it.", "%s 的新界线无法在不移动实测界址点的情况下算出，请实测后导入。",
            unit.ref().code()));
    if (cut.kept().isEmpty()) {
      return Optional.empty();
    }
    requireNoSlivers(unit, cut, dropSlivers);
    return Optional.of(cut.boundary(false));
  }

  private static void requireNoSlivers(UnitVersion unit, BoundaryCut cut, boolean dropSlivers) {
    if (!cut.slivers().isEmpty() && !dropSlivers) {
      throw refused(unit, "The cut leaves slivers of %s (rule G6): %s. Repeat with dropSlivers to give them up too.",
          "切割后 %s 留下碎片（规则 G6）：%s。如一并放弃，请以 dropSlivers 重新提交。", unit.ref().code(),
          cut.slivers().stream().map(BoundaryCuts::described).collect(Collectors.joining(", ")));
    }
  }

  private static String described(Polygon sliver) {
    Coordinate place = sliver.getCoordinate();
    return "%s m² @ %.3f %.3f".formatted(AreaUnits.squareMetres(sliver.getArea()), place.x, place.y);
  }

  private static RuntimeException refused(UnitVersion unit, String en, String zh, Object... arguments) {
    return Problem.of(ProblemCode.GEOMETRY_INVALID, en.formatted(arguments), zh.formatted(arguments))
        .about(unit.ref().code()).asException();
  }
}
