package org.jieshi.ingest;

import java.util.List;

/**
 * Edges of parcels that no other parcel has, to the last digit. Counted by a 62-bit hash of both ends: among the
 * hundred thousand edges of a strip two share one by chance once in 10⁸ strips.
 */
final class LooseEdges {

  private static final long COUNT = 3;
  private static final long TWICE = 2;

  private final List<SweptRow> rows;
  /** Hashes whose last two bits say how often, up to twice; 0 where there is none. */
  private final long[] slots;
  private final int mask;

  LooseEdges(List<SweptRow> rows) {
    this.rows = rows;
    int edges = rows.parallelStream().mapToInt(row -> row.land().vertices()).sum();
    int size = Integer.highestOneBit(Math.max(16, 2 * edges)) << 1;
    this.slots = new long[size];
    this.mask = size - 1;
    rows.forEach(row -> row.land().anyEdge((fromX, fromY, toX, toY) -> {
      long key = key(fromX, fromY, toX, toY);
      int at = slot(key);
      slots[at] = key | Math.min(TWICE, (slots[at] & COUNT) + 1);
      return false;
    }));
  }

  /** The rows that have such edges. */
  List<SweptRow> rows() {
    return rows.parallelStream().filter(row -> row.land().anyEdge(
        (fromX, fromY, toX, toY) -> (slots[slot(key(fromX, fromY, toX, toY))] & COUNT) < TWICE)).toList();
  }

  private int slot(long key) {
    int at = (int) (key >>> 32) & mask;
    while (slots[at] != 0 && (slots[at] & ~COUNT) != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  /** The same for both directions. */
  private static long key(double fromX, double fromY, double toX, double toY) {
    long from = point(fromX, fromY);
    long to = point(toX, toY);
    return (mix(from + to) ^ mix(from ^ to)) & ~COUNT;
  }

  private static long point(double x, double y) {
    return mix(mix(Double.doubleToLongBits(x)) + Double.doubleToLongBits(y));
  }

  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
