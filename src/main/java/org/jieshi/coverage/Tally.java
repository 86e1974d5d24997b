package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    PlotCutter cutter = new PlotCutter(districts);
    Map<Long, List<Contest>> contests = byPlot(register.contests());
    Map<Long, Geometry> earlier = new HashMap<>();
    Map<String, Map<Band, BigDecimal>> counted = new TreeMap<>();
    for (Plot plot : register.plots()) {
      cutter.cut(plot, contests.getOrDefault(plot.unitId(), List.of()), earlier::get).forEach((band, piece) ->
          districts.split(by, plot, band, piece).forEach((key, area) -> Figures.add(counted, key, band, area)));
      earlier.put(plot.unitId(), plot.boundary());
    }
    return new Figures(districts.landDue(), districts.due(by), counted);
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
