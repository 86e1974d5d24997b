package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jieshi.conflicts.PlaneSets;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnit;
import org.locationtech.jts.geom.Geometry;

/** The administrative units of one moment, as land is divided among them. Thread-safe. */
final class Districts {

  private final Map<AdministrativeKind, List<AdministrativeUnit>> units;
  private final Map<Grouping, Partition> partitions = new ConcurrentHashMap<>();
  private final Map<Grouping, Map<String, BigDecimal>> due = new ConcurrentHashMap<>();
  private final Map<Integer, Geometry> farms = new ConcurrentHashMap<>();

  Districts(Map<AdministrativeKind, List<AdministrativeUnit>> units) {
    this.units = units;
  }

  Map<AdministrativeKind, List<AdministrativeUnit>> units() {
    return units;
  }

  List<AdministrativeUnit> subFarms() {
    return units.get(AdministrativeKind.SUB_FARM);
  }

  /** The farm's sub-farms, which land inside the farm lies in. */
  Partition farm() {
    return partition(Grouping.SUB_FARM);
  }

  /** All sub-farms together, in a plane; only where there is one. */
  Geometry farmIn(int srid) {
    return farms.computeIfAbsent(srid, plane -> PlaneSets.union(subFarms().stream()
        .map(unit -> CoordinateSystems.inPlane(unit.boundary(), plane)).toList()));
  }

  BigDecimal landDue() {
    return subFarms().stream().map(AdministrativeUnit::planeArea).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** The land due by group. */
  Map<String, BigDecimal> due(Grouping by) {
    return due.computeIfAbsent(by, grouping -> {
      Map<String, BigDecimal> parts = new TreeMap<>();
      for (AdministrativeUnit subFarm : subFarms()) {
        Map<String, BigDecimal> split = switch (grouping) {
          case SUB_FARM -> Map.of(subFarm.code(), subFarm.planeArea());
          case LAND_USE -> Map.of(Partition.NOWHERE, subFarm.planeArea());
          default -> partition(grouping).split(subFarm.boundary(), subFarm.planeArea(), 0);
        };
        split.forEach((key, area) -> parts.merge(key, area, BigDecimal::add));
      }
      return parts;
    });
  }

  /** A plot's piece divided among the groups; the parts add up to its figure. */
  Map<String, BigDecimal> split(Grouping by, Plot plot, Band band, Piece piece) {
    if (band == Band.CERTIFIED_OUTSIDE) {
      return Map.of(Partition.NOWHERE, piece.area());
    }
    return by == Grouping.LAND_USE
        ? Map.of(plot.landUse() == null ? Partition.NOWHERE : plot.landUse(), piece.area())
        : partition(by).split(piece.land(), piece.area(), by == Grouping.SUB_FARM ? Double.MAX_VALUE : 0);
  }

  private Partition partition(Grouping by) {
    return partitions.computeIfAbsent(by, grouping ->
        new Partition(units.get(AdministrativeKind.valueOf(grouping.name()))));
  }
}
