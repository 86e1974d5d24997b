package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jieshi.conflicts.PlaneSets;
import org.jieshi.geometry.Areas;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnit;
import org.jieshi.shared.AreaUnits;
import org.locationtech.jts.geom.Geometry;

/**
 * Counts land, every square metre once. Plots are taken in order, certified ones first; of a plot that overlaps earlier
 * ones only the rest counts. What of it lies outside of the farm is set apart, what is contested is separated from what
 * is not, and each piece goes to its group.
 */
final class Tally {

  /** Rule C7: vertices on a shared boundary that are nearer than this are the same, m. */
  private static final double SAME_BOUNDARY = 0.05;

  private final RegisterAt register;
  private final Grouping by;
  private final Partition farm;
  private final Partition groups;
  private final Map<Long, Plot> plotOf = new HashMap<>();
  private final Map<Long, List<Contest>> contestsOf = new HashMap<>();
  private final Map<String, BigDecimal> due = new TreeMap<>();
  private final Map<String, Map<Band, BigDecimal>> counted = new TreeMap<>();

  private Tally(RegisterAt register, Grouping by) {
    this.register = register;
    this.by = by;
    this.farm = new Partition(register.units().get(AdministrativeKind.SUB_FARM));
    this.groups = by == Grouping.LAND_USE ? farm
        : new Partition(register.units().get(AdministrativeKind.valueOf(by.name())));
    register.plots().forEach(plot -> plotOf.put(plot.unitId(), plot));
    for (Contest contest : register.contests()) {
      contestsOf.computeIfAbsent(contest.left(), id -> new ArrayList<>()).add(contest);
      if (contest.parcels()) {
        contestsOf.computeIfAbsent(contest.right(), id -> new ArrayList<>()).add(contest);
      }
    }
  }

  static Figures of(RegisterAt register, Grouping by) {
    Tally tally = new Tally(register, by);
    tally.countLandDue();
    Set<Long> before = new HashSet<>();
    for (Plot plot : register.plots()) {
      tally.count(plot, before);
      before.add(plot.unitId());
    }
    return new Figures(tally.landDue(), tally.due, tally.counted);
  }

  private BigDecimal landDue() {
    return register.units().get(AdministrativeKind.SUB_FARM).stream().map(AdministrativeUnit::planeArea)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private void countLandDue() {
    for (AdministrativeUnit subFarm : register.units().get(AdministrativeKind.SUB_FARM)) {
      Map<String, BigDecimal> parts = switch (by) {
        case SUB_FARM -> Map.of(subFarm.code(), subFarm.planeArea());
        case LAND_USE -> Map.of(Partition.NOWHERE, subFarm.planeArea());
        default -> groups.split(subFarm.boundary(), subFarm.planeArea(), 0);
      };
      parts.forEach((key, area) -> due.merge(key, area, BigDecimal::add));
    }
  }

  private void count(Plot plot, Set<Long> before) {
    List<Contest> contests = contestsOf.getOrDefault(plot.unitId(), List.of());
    Piece own = own(plot, contests, before);
    if (own.area().signum() <= 0) {
      return;
    }
    Piece inside = inside(plot, own);
    List<Geometry> open = contests.stream().filter(Contest::open).map(Contest::overlap).toList();
    if (plot.certified()) {
      add(plot, Band.CERTIFIED, inside);
      add(plot, Band.DISPUTED_ON_CERTIFIED, inside.under(open));
      add(plot, Band.ENCROACHED, own.under(contests.stream().filter(Contest::trespass).map(Contest::overlap).toList()));
      return;
    }
    Piece disputed = inside.under(open);
    add(plot, Band.DISPUTED, disputed);
    add(plot, Band.PENDING, inside.without(disputed));
  }

  /** The plot without what earlier plots have covered already; overlaps of survey noise keep both figures. */
  private Piece own(Plot plot, List<Contest> contests, Set<Long> before) {
    Piece own = new Piece(plot.boundary(), plot.area());
    List<Geometry> taken = contests.stream().filter(Contest::parcels)
        .map(contest -> contest.left() == plot.unitId() ? contest.right() : contest.left())
        .filter(before::contains).map(id -> plotOf.get(id).boundary()).toList();
    return taken.isEmpty() ? own : own.without(own.under(taken));
  }

  private Piece inside(Plot plot, Piece own) {
    double ignored = Math.max(SAME_BOUNDARY, plot.accuracy() == null ? 0 : 2 * plot.accuracy());
    BigDecimal outside = farm.split(own.land(), own.area(), ignored).getOrDefault(Partition.NOWHERE, BigDecimal.ZERO);
    if (outside.signum() <= 0) {
      return own;
    }
    if (plot.certified()) {
      count(Partition.NOWHERE, Band.CERTIFIED_OUTSIDE, outside);
    }
    List<Geometry> subFarms = register.units().get(AdministrativeKind.SUB_FARM).stream()
        .map(unit -> CoordinateSystems.inPlane(unit.boundary(), own.land().getSRID())).toList();
    if (subFarms.isEmpty()) {
      return new Piece(own.land().getFactory().createPolygon(), BigDecimal.ZERO);
    }
    Geometry all = PlaneSets.union(subFarms);
    return new Piece(PlaneSets.intersection(own.land(), all), own.area().subtract(outside));
  }

  private void add(Plot plot, Band band, Piece piece) {
    if (piece.area().signum() <= 0 || piece.land().isEmpty()) {
      return;
    }
    Map<String, BigDecimal> parts = by == Grouping.LAND_USE
        ? Map.of(plot.landUse() == null ? Partition.NOWHERE : plot.landUse(), piece.area())
        : groups.split(piece.land(), piece.area(), by == Grouping.SUB_FARM ? Double.MAX_VALUE : 0);
    parts.forEach((key, area) -> count(key, band, area));
  }

  private void count(String key, Band band, BigDecimal area) {
    counted.computeIfAbsent(key, any -> new EnumMap<>(Band.class)).merge(band, area, BigDecimal::add);
  }

  /**
   * What was counted.
   *
   * @param landDue m²
   * @param due the land due by group
   * @param counted by group and band
   */
  record Figures(BigDecimal landDue, Map<String, BigDecimal> due, Map<String, Map<Band, BigDecimal>> counted) {

    BigDecimal of(String key, Band band) {
      return counted.getOrDefault(key, Collections.emptyMap()).getOrDefault(band, BigDecimal.ZERO.setScale(2));
    }

    /** The land of a group that lies under a parcel. */
    BigDecimal covered(String key) {
      return of(key, Band.CERTIFIED).add(of(key, Band.DISPUTED)).add(of(key, Band.PENDING));
    }

    BigDecimal of(Band band) {
      return counted.keySet().stream().map(key -> of(key, band)).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
  }

  /** Land and the figure that stands for it, m². */
  private record Piece(Geometry land, BigDecimal area) {

    /** The part under at least one of the polygons, every square metre once. */
    Piece under(List<Geometry> polygons) {
      if (polygons.isEmpty() || land.isEmpty()) {
        return new Piece(land.getFactory().createPolygon(), BigDecimal.ZERO);
      }
      List<Geometry> here = polygons.stream().map(polygon -> CoordinateSystems.inPlane(polygon, land.getSRID())).toList();
      Geometry part = PlaneSets.intersection(land, PlaneSets.union(here));
      return new Piece(part, part.isEmpty() ? BigDecimal.ZERO
          : AreaUnits.squareMetres(Areas.planeAreaExact(part)).min(area));
    }

    Piece without(Piece part) {
      return part.area().signum() == 0 ? this
          : new Piece(PlaneSets.difference(land, part.land()), area.subtract(part.area()));
    }
  }
}
