package org.jieshi.ingest;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jieshi.geometry.kernel.BoundaryWeb;
import org.jieshi.store.Box;

/**
 * Rows of an upload that are compared with each other: those that begin in a strip from north to south, and before them
 * those from the west that still have to do with rows to come. Rows go by their places here.
 *
 * <p>What a row shares with others is known once the strip ends east of it. Whether two rows overlap is asked as soon as
 * both are here, how their boundaries fit only when it is known of both what they share with everybody.
 */
final class Strip {

  /** Degrees by which rows are looked at beyond where a strip ends: more than a vertex may lie beside its counterpart. */
  private static final double MARGIN = 1e-5;
  /** Degrees. Whoever is wider isn't waited for, nor are its neighbours: a whole farm drawn as one parcel. */
  private static final double WIDE = 0.02;

  private final List<SweptRow> rows;
  private final double begin;
  private final double end;
  private final int carried;
  private final BoundaryWeb web;
  /** The edges of each, by the vertices they begin at, that another row has too; also one that isn't here any more. */
  private final List<BitSet> shared;

  /**
   * @param rows from west to east
   * @param begin degrees, where the strip before ended
   * @param end where the first row begins that isn't here yet
   * @param known edges of the first rows that are known to be shared: of those that were in an earlier strip. Asked for
   *     late, so that both can be made at a time
   */
  Strip(List<SweptRow> rows, double begin, double end, Supplier<List<BitSet>> known) {
    this.rows = rows;
    this.begin = begin;
    this.end = end;
    this.web = BoundaryWeb.of(rows.stream().map(SweptRow::land).toList());
    List<BitSet> before = known.get();
    this.carried = before.size();
    this.shared = IntStream.range(0, rows.size()).mapToObj(web::shared).toList();
    for (int place = 0; place < carried; place++) {
      shared.get(place).or(before.get(place));
    }
  }

  List<SweptRow> rows() {
    return rows;
  }

  SweptRow row(int place) {
    return rows.get(place);
  }

  /** Whether a row is here for the first time; the others were compared with each other already. */
  boolean isNew(int place) {
    return place >= carried;
  }

  /** Whether it is here that how the boundaries of two rows fit is to be judged. */
  boolean isDue(int one, int other) {
    SweptRow first = rows.get(one);
    SweptRow second = rows.get(other);
    if (isWide(first) || isWide(second)) {
      return isNew(one) || isNew(other);
    }
    return !(reaches(first, end) || reaches(second, end)) && (reaches(first, begin) || reaches(second, begin));
  }

  /** Whether what a row shares isn't known for certain before there are rows that begin at a longitude. */
  static boolean reaches(SweptRow row, double longitude) {
    return row.bounds().east() + MARGIN >= longitude;
  }

  static boolean isNear(SweptRow row, Box there) {
    Box here = row.bounds();
    return here.east() + MARGIN >= there.west() && there.east() + MARGIN >= here.west()
        && here.north() + MARGIN >= there.south() && there.north() + MARGIN >= here.south();
  }

  static boolean isWide(SweptRow row) {
    return row.bounds().east() - row.bounds().west() > WIDE;
  }

  /** Whether two rows whose bounds meet may have land in common; if not they have none. */
  boolean mayOverlap(int one, int other) {
    return web.mayOverlap(one, other);
  }

  BitSet shared(int place) {
    return shared.get(place);
  }

  /** Whether a row has an edge that no other row has. */
  boolean hasLooseEdge(int place) {
    return shared.get(place).cardinality() < rows.get(place).land().vertices();
  }

  /** @param vertex at which the edge begins */
  boolean isLoose(int place, int vertex) {
    return !shared.get(place).get(vertex);
  }
}
