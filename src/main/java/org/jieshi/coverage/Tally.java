package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Counts the land of one moment anew, every square metre once. Plots are taken in order, certified ones first; what each
 * is counted as says {@link PlotCutter}, and each piece goes to its group.
 */
final class Tally {

  private Tally() {
  }

  static Figures of(RegisterAt register, Grouping by) {
    Districts districts = new Districts(register.units());
    Map<String, Map<Band, BigDecimal>> counted = new TreeMap<>();
    count(register, districts, by, entry ->
        Figures.add(counted, entry.place().key(), entry.place().band(), entry.area()));
    return new Figures(districts.landDue(), districts.due(by), counted);
  }

  /** As {@link CoverageLedger#plots}, of a moment. */
  static Map<Long, BigDecimal> plots(RegisterAt register, Grouping by, @Nullable String key, Collection<Band> bands) {
    Map<Long, BigDecimal> counted = new HashMap<>();
    count(register, new Districts(register.units()), by, entry -> {
      if (entry.area().signum() != 0 && bands.contains(entry.place().band())
          && (key == null || key.equals(entry.place().key()))) {
        counted.merge(entry.place().unitId(), entry.area(), BigDecimal::add);
      }
    });
    return counted;
  }

  private static void count(RegisterAt register, Districts districts, Grouping by, Consumer<LedgerEntry> entries) {
    PlotCutter cutter = new PlotCutter(districts);
    Map<Long, List<Contest>> contests = byPlot(register.contests());
    Map<Long, Geometry> earlier = new HashMap<>();
    for (Plot plot : register.plots()) {
      cutter.cut(plot, contests.getOrDefault(plot.unitId(), List.of()), earlier::get).forEach((band, piece) ->
          districts.split(by, plot, band, piece).forEach((key, area) ->
              entries.accept(new LedgerEntry(new LedgerEntry.Place(plot.unitId(), by, key, band), area))));
      earlier.put(plot.unitId(), plot.boundary());
    }
  }

  static Map<Long, List<Contest>> byPlot(List<Contest> contests) {
    Map<Long, List<Contest>> byPlot = new HashMap<>();
    for (Contest contest : contests) {
      byPlot.computeIfAbsent(contest.left(), id -> new ArrayList<>()).add(contest);
      if (contest.parcels()) {
        byPlot.computeIfAbsent(contest.right(), id -> new ArrayList<>()).add(contest);
      }
    }
    return byPlot;
  }
}
