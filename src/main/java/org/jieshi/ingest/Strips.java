package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jieshi.store.Box;

/** Cuts the rows of an upload, which come from west to east, into strips, so that memory is that of a few of them. */
final class Strips {

  private final int size;
  private final long vertices;
  private final Consumer<Supplier<Strip>> next;
  private List<SweptRow> rows = new ArrayList<>();
  private Supplier<List<BitSet>> known = List::of;
  private int carried;
  private long begun;
  private double begin = Double.NEGATIVE_INFINITY;

  /**
   * @param size rows that begin in a strip at most
   * @param vertices of these, from which it is full: looking at it takes a hundred bytes for each
   * @param next takes what makes the next strip, much of the work of looking at it. It may be called on any thread, but
   *     none before that of the strip before is under way
   */
  Strips(int size, long vertices, Consumer<Supplier<Strip>> next) {
    this.size = size;
    this.vertices = vertices;
    this.next = next;
  }

  /** Takes the next row to the east; it has a boundary that is valid. */
  void add(SweptRow row) {
    if (rows.size() - carried >= size || begun >= vertices) {
      carryOn(row.bounds().west());
      begun = 0;
    }
    rows.add(row);
    begun += row.land().vertices();
  }

  /** There are no more rows. */
  void finish() {
    pass(Double.POSITIVE_INFINITY);
    rows = new ArrayList<>();
    carried = 0;
  }

  private void carryOn(double west) {
    CompletableFuture<Strip> before = pass(west);
    List<SweptRow> all = rows;
    int[] places = wanted(west);
    rows = new ArrayList<>(IntStream.of(places).mapToObj(all::get).toList());
    carried = places.length;
    begin = west;
    known = () -> IntStream.of(places).mapToObj(before.join()::shared).toList();
  }

  /** Who reaches further, and who has to do with one of those and waits until it is known what that one shares. */
  private int[] wanted(double west) {
    List<Box> awaited = rows.stream().filter(row -> Strip.reaches(row, west) && !Strip.isWide(row))
        .map(SweptRow::bounds).toList();
    double from = awaited.stream().mapToDouble(Box::west).min().orElse(Double.POSITIVE_INFINITY);
    return IntStream.range(0, rows.size()).filter(place -> {
      SweptRow row = rows.get(place);
      return Strip.reaches(row, west) || !Strip.isWide(row) && Strip.reaches(row, from)
          && awaited.stream().anyMatch(box -> Strip.isNear(row, box));
    }).toArray();
  }

  private CompletableFuture<Strip> pass(double end) {
    List<SweptRow> all = rows;
    double start = begin;
    Supplier<List<BitSet>> before = known;
    CompletableFuture<Strip> made = new CompletableFuture<>();
    next.accept(() -> {
      try {
        made.complete(new Strip(all, start, end, before));
      } catch (RuntimeException | Error failed) {
        made.completeExceptionally(failed); // who waits for it is let go
        throw failed;
      }
      return made.join();
    });
    return made;
  }
}
