package org.jieshi.conflicts;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.AreaUnits;
import org.jieshi.store.GeometryCodec;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.RowMapper;

/** Adds conflicts up that are open or in a case: by pairs, and every square metre once. */
final class SummaryOf {

  static final String SELECT = """
      select overlap_class, track, area, cast(overlap as bytea) as overlap from conflict where status in ('OPEN', 'IN_CASE')
      """;

  static final RowMapper<Counted> COUNTED = (row, number) -> new Counted(OverlapClass.valueOf(row.getString(1)),
      Track.valueOf(row.getString(2)), row.getDouble(3), GeometryCodec.read(row.getBytes(4)));

  private SummaryOf() {
  }

  /**
   * What of a conflict is added up.
   *
   * @param area m², unrounded
   */
  record Counted(OverlapClass overlapClass, Track track, double area, Geometry overlap) {
  }

  static ConflictSummary all(List<Counted> conflicts) {
    List<Counted> real = conflicts.stream().filter(conflict -> conflict.overlapClass() != OverlapClass.NOISE).toList();
    BigDecimal pairs = pairArea(real);
    BigDecimal net = netArea(real);
    return new ConflictSummary(real.size(), pairs, AreaUnits.hectares(pairs), net, AreaUnits.hectares(net),
        parts(conflicts, Counted::overlapClass, OverlapClass.class), parts(real, Counted::track, Track.class));
  }

  private static <K extends Enum<K>> Map<K, ConflictSummary.Part> parts(List<Counted> conflicts,
      Function<Counted, K> by, Class<K> keys) {
    Map<K, ConflictSummary.Part> parts = new EnumMap<>(keys);
    conflicts.stream().collect(Collectors.groupingBy(by)).forEach((key, part) ->
        parts.put(key, new ConflictSummary.Part(part.size(), pairArea(part), netArea(part))));
    return parts;
  }

  /** Each pair's figure is rounded first: totals add figures that are rounded already (domain.md §3). */
  private static BigDecimal pairArea(List<Counted> conflicts) {
    return conflicts.stream().map(conflict -> AreaUnits.squareMetres(conflict.area()))
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private static BigDecimal netArea(List<Counted> conflicts) {
    return AreaUnits.squareMetres(NetArea.of(conflicts.stream().map(Counted::overlap).toList()));
  }
}
