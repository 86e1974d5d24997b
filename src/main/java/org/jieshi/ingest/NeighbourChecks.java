package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
 * Rules C6 and C7: how the parcels of one upload fit together. Rows come from west to east and are looked at in strips;
 * whoever reaches out of a strip is looked at again with the next one, so that memory is that of two strips.
 *
 * <p>Most neighbours share their edges to the last digit. An edge that the other side has too lies on no gap and misses
 * no vertex, so only edges that nobody shares are compared; which are shared is seen when the pairs are looked at for
 * overlaps.
 */
final class NeighbourChecks {

  private static final int STRIP = 4000;
  /** Degrees, more than the widest gap is wide. */
  private static final double MARGIN = 1e-4;

  private final Rules rules;
  private final PairChecks pairs;
  private final boolean gapsToo;
  private final Consumer<Finding> report;
  private List<SweptRow> strip = new ArrayList<>();
  private int carried;
  private Set<Long> told = new HashSet<>();

  /**
   * @param pairs sees every row before this does
   * @param gapsToo whether gaps (C6) are looked for, which takes long
   */
  NeighbourChecks(Rules rules, PairChecks pairs, boolean gapsToo, Consumer<Finding> report) {
    this.gapsToo = gapsToo;
    this.rules = rules;
    this.pairs = pairs;
    this.report = report;
  }

  /** Takes the next row to the east; it has a boundary that is valid. */
  void sweep(SweptRow row) {
    if (strip.size() - carried >= STRIP) {
      look(row.bounds().west());
      carryOn(row.bounds().west());
    }
    strip.add(row);
  }

  /** Looks at what is left; there are no more rows. */
  void finish() {
    look(Double.POSITIVE_INFINITY);
    strip.clear();
  }

  private void carryOn(double west) {
    strip = new ArrayList<>(strip.stream().filter(row -> row.bounds().east() + MARGIN >= west).toList());
    carried = strip.size();
    Set<Integer> records = new HashSet<>(strip.stream().map(SweptRow::record).toList());
    told = new HashSet<>(told.stream().filter(pair -> records.contains((int) (pair >> 32))
        && records.contains((int) (long) pair)).toList());
  }

  /** @param west degrees, from where on rows may still be missing */
  private void look(double west) {
    pairs.finish();
    List<SweptRow> loose = strip.stream().filter(SweptRow::hasLooseEdge).toList();
    tellMismatches(loose, SharedBoundaries.mismatches(loose.stream().map(SweptRow::land).toList(),
        (row, vertex) -> loose.get(row).isLoose(vertex), rules.vertexTolerance()));
    if (gapsToo) {
      tellGaps(loose, Gaps.between(loose.stream().map(SweptRow::boundary).toList(), rules.gapWidth()), west);
    }
  }

  private void tellMismatches(List<SweptRow> rows, List<VertexMismatch> mismatches) {
    Map<Long, List<VertexMismatch>> byPair = new LinkedHashMap<>();
    for (VertexMismatch mismatch : mismatches) {
      int one = rows.get(mismatch.parcel()).record();
      int other = rows.get(mismatch.neighbour()).record();
      if (!pairs.overlap(one, other)) {
        byPair.computeIfAbsent(PairChecks.pairOf(one, other), none -> new ArrayList<>()).add(mismatch);
      }
    }
    byPair.forEach((pair, found) -> {
      if (told.add(pair)) {
        tell((int) (pair >> 32), (int) (long) pair, found);
      }
    });
  }

  private void tell(int one, int other, List<VertexMismatch> found) {
    double farthest = found.stream().mapToDouble(VertexMismatch::distance).max().orElse(0);
    report.accept(Finding.ofRecord("C7", Severity.WARN, one, new Bilingual(
        "On the boundary between records %s and %s %s vertices have no counterpart (up to %s m off); use one point for both.",
        "第 %s 条与第 %s 条记录的公共界线上有 %s 个界址点不对应（最大相差 %s 米），请使用同一界址点。")
        .formatted(one, other, found.size(), millimetres(farthest)))
        .at(found.get(0).at()).within(rules.vertexTolerance()));
  }

  /** A parcel without loose edges may fill what seems a gap between the others. */
  private void tellGaps(List<SweptRow> loose, List<Gap> gaps, double west) {
    if (gaps.isEmpty()) {
      return;
    }
    STRtree everybody = new STRtree();
    strip.forEach(row -> everybody.insert(row.land().bounds(), row));
    for (Gap gap : gaps) {
      List<SweptRow> around = gap.enclosedBy().stream().map(loose::get).toList();
      boolean whole = around.stream().allMatch(row -> row.bounds().east() + MARGIN < west);
      boolean known = around.stream().allMatch(row -> strip.indexOf(row) < carried);
      Point inside = gap.geometry().getInteriorPoint();
      boolean filled = ((List<?>) everybody.query(inside.getEnvelopeInternal())).stream()
          .anyMatch(row -> ((SweptRow) row).boundary().intersects(inside));
      if (!filled && whole && !known) {
        tell(gap, around, inside.getCoordinate());
      }
    }
  }

  private void tell(Gap gap, List<SweptRow> around, Coordinate place) {
    int first = around.stream().mapToInt(SweptRow::record).min().orElseThrow();
    String records = around.stream().map(row -> String.valueOf(row.record())).sorted()
        .reduce((all, next) -> all + ", " + next).orElseThrow();
    report.accept(Finding.ofRecord("C6", Severity.WARN, first, new Bilingual(
        "Between records %s lies a gap of %s m², on average %s m wide; close it, or name the road or water in it.",
        "第 %s 条记录之间存在空隙 %s 平方米，平均宽 %s 米，请消除，或注明其中的道路、水域。")
        .formatted(records, PairChecks.metres(gap.area()), PairChecks.metres(gap.meanWidth())))
        .at(place).within(rules.gapWidth()));
  }

  private static String millimetres(double metres) {
    return String.format(Locale.ROOT, "%.3f", metres);
  }
}
