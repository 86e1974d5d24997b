package org.jieshi.coverage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Some units of the register as it stands with all that decides what they count as: their contests, and the plots on the
 * other side of these.
 */
record Surroundings(Map<Long, Plot> plots, Map<Long, List<Contest>> contests) {

  static Surroundings of(Collection<Long> unitIds, RegisterReader reader) {
    List<Contest> contests = reader.contestsNow(unitIds);
    Map<Long, Plot> plots = new HashMap<>();
    reader.plotsNow(withOthers(unitIds, contests)).forEach(plot -> plots.put(plot.unitId(), plot));
    return new Surroundings(plots, Tally.byPlot(contests));
  }

  /** The units, and the parcels that they contest. */
  static Set<Long> withOthers(Collection<Long> unitIds, List<Contest> contests) {
    Set<Long> units = new TreeSet<>(unitIds);
    contests.stream().filter(Contest::parcels).forEach(contest -> {
      units.add(contest.left());
      units.add(contest.right());
    });
    return units;
  }

  List<Contest> contestsOf(long unitId) {
    return contests.getOrDefault(unitId, List.of());
  }

  /** Boundaries of the plots that are taken before this one: certified ones first, each group in order of id. */
  LongFunction<@Nullable Geometry> before(Plot plot) {
    return other -> boundaryBefore(plots.get(other), plot);
  }

  private static @Nullable Geometry boundaryBefore(@Nullable Plot other, Plot plot) {
    if (other == null) {
      return null;
    }
    boolean before = other.certified() == plot.certified() ? other.unitId() < plot.unitId() : other.certified();
    return before ? other.boundary() : null;
  }
}
