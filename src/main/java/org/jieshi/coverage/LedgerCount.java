package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieshi.coverage.LedgerEntry.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Counts chosen plots of the register as it stands, and nothing but them. */
@Component
class LedgerCount {

  /** Plots counted at a time: bounds the memory, not the result. */
  private static final int AT_A_TIME = 1_000;

  private final RegisterReader reader;

  LedgerCount(RegisterReader reader) {
    this.reader = reader;
  }

  /** The entries of these units that are plots; a unit that is none has no entry. */
  List<LedgerEntry> of(Collection<Long> unitIds, Districts districts) {
    List<LedgerEntry> entries = new ArrayList<>();
    List<Long> sorted = List.copyOf(new TreeSet<>(unitIds));
    for (int from = 0; from < sorted.size(); from += AT_A_TIME) {
      count(sorted.subList(from, Math.min(sorted.size(), from + AT_A_TIME)), districts, entries);
    }
    return entries;
  }

  private void count(List<Long> unitIds, Districts districts, List<LedgerEntry> entries) {
    List<Contest> contests = reader.contestsNow(unitIds);
    Map<Long, List<Contest>> byPlot = Tally.byPlot(contests);
    Set<Long> around = new TreeSet<>(unitIds);
    contests.stream().filter(Contest::parcels).forEach(contest -> {
      around.add(contest.left());
      around.add(contest.right());
    });
    Map<Long, Plot> plots = new HashMap<>();
    reader.plotsNow(around).forEach(plot -> plots.put(plot.unitId(), plot));
    PlotCutter cutter = new PlotCutter(districts);
    for (long unitId : unitIds) {
      Plot plot = plots.get(unitId);
      if (plot != null) {
        entries.addAll(entries(plot, districts, cutter.cut(plot, byPlot.getOrDefault(unitId, List.of()),
            other -> earlier(plots.get(other), plot))));
      }
    }
  }

  /** Certified plots are taken first, each group in order of id. */
  static @Nullable Geometry earlier(@Nullable Plot other, Plot plot) {
    if (other == null) {
      return null;
    }
    boolean before = other.certified() == plot.certified() ? other.unitId() < plot.unitId() : other.certified();
    return before ? other.boundary() : null;
  }

  private static List<LedgerEntry> entries(Plot plot, Districts districts, Map<Band, Piece> pieces) {
    Map<Place, BigDecimal> areas = new LinkedHashMap<>();
    for (Grouping by : Grouping.values()) {
      pieces.forEach((band, piece) -> districts.split(by, plot, band, piece).forEach((key, area) ->
          areas.merge(new Place(plot.unitId(), by, key, band), area, BigDecimal::add)));
    }
    return areas.entrySet().stream().map(each -> new LedgerEntry(each.getKey(), each.getValue())).toList();
  }
}
