package org.jieshi.conflicts;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.AreaUnits;

/** Adds conflicts up: by pairs, and every square metre once. */
final class SummaryOf {

  private SummaryOf() {
  }

  static ConflictSummary all(List<Conflict> conflicts) {
    List<Conflict> real = conflicts.stream().filter(Conflict::blocks).toList();
    BigDecimal pairs = pairArea(real);
    BigDecimal net = netArea(real);
    return new ConflictSummary(real.size(), pairs, AreaUnits.hectares(pairs), net, AreaUnits.hectares(net),
        parts(conflicts, Conflict::overlapClass, OverlapClass.class), parts(real, Conflict::track, Track.class));
  }

  private static <K extends Enum<K>> Map<K, ConflictSummary.Part> parts(List<Conflict> conflicts,
      Function<Conflict, K> by, Class<K> keys) {
    Map<K, ConflictSummary.Part> parts = new EnumMap<>(keys);
    conflicts.stream().collect(Collectors.groupingBy(by)).forEach((key, part) ->
        parts.put(key, new ConflictSummary.Part(part.size(), pairArea(part), netArea(part))));
    return parts;
  }

  /** Each pair's figure is rounded first: totals add figures that are rounded already (domain.md §3). */
  private static BigDecimal pairArea(List<Conflict> conflicts) {
    return conflicts.stream().map(conflict -> AreaUnits.squareMetres(conflict.area()))
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private static BigDecimal netArea(List<Conflict> conflicts) {
    return AreaUnits.squareMetres(NetArea.of(conflicts.stream().map(Conflict::overlap).toList()));
  }
}
