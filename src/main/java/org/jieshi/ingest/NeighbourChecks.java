package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jieshi.geometry.Gap;
import org.jieshi.geometry.Gaps;
import org.jieshi.geometry.SharedBoundaries;
import org.jieshi.geometry.VertexMismatch;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Rules C6 and C7: how the parcels of a strip fit together.
 *
 * <p>Most neighbours share their edges to the last digit. An edge that the other side has too lies on no gap and misses
 * no vertex, so only edges that nobody shares are compared.
 */
final class NeighbourChecks {

  private final Rules rules;
  private final Strip strip;
  private final PairChecks pairs;
  private final List<Finding> findings = new ArrayList<>();

  /** @param pairs has checked the strip already */
  NeighbourChecks(Rules rules, Strip strip, PairChecks pairs) {
    this.rules = rules;
    this.strip = strip;
    this.pairs = pairs;
  }

  /** @param gapsToo whether gaps (C6) are looked for, which is right only where all parcels are in one strip */
  List<Finding> check(boolean gapsToo) {
    int[] loose = IntStream.range(0, strip.rows().size()).filter(strip::hasLooseEdge).toArray();
    tellMismatches(loose, SharedBoundaries.mismatches(IntStream.of(loose).mapToObj(place -> strip.row(place).land()).toList(),
        (land, vertex) -> strip.isLoose(loose[land], vertex), rules.vertexTolerance()));
    if (gapsToo) {
      tellGaps(loose, Gaps.between(IntStream.of(loose).mapToObj(place -> strip.row(place).boundary()).toList(),
          rules.gapWidth()));
    }
    return findings;
  }

  private void tellMismatches(int[] loose, List<VertexMismatch> mismatches) {
    Map<Long, List<VertexMismatch>> byPair = new LinkedHashMap<>();
    for (VertexMismatch mismatch : mismatches) {
      byPair.computeIfAbsent(PairChecks.pairOf(loose[mismatch.parcel()], loose[mismatch.neighbour()]),
          none -> new ArrayList<>()).add(mismatch);
    }
    byPair.forEach((pair, found) -> {
      int one = (int) (pair >> 32);
      int other = (int) (long) pair;
      if (strip.isDue(one, other) && !pairs.overlap(one, other)) {
        tell(strip.row(one).record(), strip.row(other).record(), found);
      }
    });
  }

  private void tell(int record, int otherRecord, List<VertexMismatch> found) {
    int one = Math.min(record, otherRecord);
    int other = Math.max(record, otherRecord);
    double farthest = found.stream().mapToDouble(VertexMismatch::distance).max().orElse(0);
    findings.add(Finding.ofRecord("C7", Severity.WARN, one, new Bilingual(
        "On the boundary between records %s and %s %s vertices have no counterpart (up to %s m off); use one point for both.",
        "第 %s 条与第 %s 条记录的公共界线上有 %s 个界址点不对应（最大相差 %s 米），请使用同一界址点。")
        .formatted(one, other, found.size(), millimetres(farthest)))
        .at(found.get(0).at()).within(rules.vertexTolerance()));
  }

  /** A parcel without loose edges may fill what seems a gap between the others. */
  private void tellGaps(int[] loose, List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    STRtree everybody = new STRtree();
    strip.rows().forEach(row -> everybody.insert(row.land().bounds(), row));
    for (Gap gap : gaps) {
      Point inside = gap.geometry().getInteriorPoint();
      boolean filled = ((List<?>) everybody.query(inside.getEnvelopeInternal())).stream()
          .anyMatch(row -> ((SweptRow) row).boundary().intersects(inside));
      if (!filled) {
        tell(gap, gap.enclosedBy().stream().map(place -> strip.row(loose[place])).toList(), inside.getCoordinate());
      }
    }
  }

  private void tell(Gap gap, List<SweptRow> around, Coordinate place) {
    int first = around.stream().mapToInt(SweptRow::record).min().orElseThrow();
    String records = around.stream().map(row -> String.valueOf(row.record())).sorted()
        .reduce((all, next) -> all + ", " + next).orElseThrow();
    findings.add(Finding.ofRecord("C6", Severity.WARN, first, new Bilingual(
        "Between records %s lies a gap of %s m², on average %s m wide; close it, or name the road or water in it.",
        "第 %s 条记录之间存在空隙 %s 平方米，平均宽 %s 米，请消除，或注明其中的道路、水域。")
        .formatted(records, PairChecks.metres(gap.area()), PairChecks.metres(gap.meanWidth())))
        .at(place).within(rules.gapWidth()));
  }

  private static String millimetres(double metres) {
    return PairChecks.decimal(metres, 3);
  }
}
