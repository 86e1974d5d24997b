package org.jieshi.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jieshi.coverage.LedgerEntry.Place;
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
    Surroundings around = Surroundings.of(unitIds, reader);
    PlotCutter cutter = new PlotCutter(districts);
    for (long unitId : unitIds) {
      Plot plot = around.plots().get(unitId);
      if (plot != null) {
        entries.addAll(entries(plot, districts, cutter.cut(plot, around.contestsOf(unitId), around.before(plot))));
      }
    }
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
