package org.jieshi.ingest;

import java.util.List;

/**
 * Edges of parcels that no other parcel has, to the last digit. Counted by a 64-bit hash of both ends: two edges that
 * share one by chance would have to be among some hundred thousand, one in 10⁸ strips.
 */
final class LooseEdges {

  private final List<SweptRow> rows;
  private final long[] keys;
  private final byte[] counts;
  private final int mask;

  LooseEdges(List<SweptRow> rows) {
    this.rows = rows;
    int edges = rows.parallelStream().mapToInt(row -> row.land().vertices()).sum();
    int size = Integer.highestOneBit(Math.max(16, 2 * edges)) << 1;
    this.keys = new long[size];
    this.counts = new byte[size];
    this.mask = size - 1;
    rows.forEach(row -> row.land().anyEdge((fromX, fromY, toX, toY) -> {
      long key = key(fromX, fromY, toX, toY);
      int at = slot(key);
      keys[at] = key;
      counts[at] = (byte) Math.min(2, counts[at] + 1);
      return false;
    }));
  }

  /** The rows that have such edges. */
  List<SweptRow> rows() {
    return rows.parallelStream().filter(row -> row.land().anyEdge(
        (fromX, fromY, toX, toY) -> counts[slot(key(fromX, fromY, toX, toY))] < 2)).toList();
  }

  private int slot(long key) {
    int at = (int) (key >>> 32) & mask;
    while (counts[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  /** The same for both directions. */
  private static long key(double fromX, double fromY, double toX, double toY) {
    long from = point(fromX, fromY);
    long to = point(toX, toY);
    return mix(from + to) ^ mix(from ^ to);
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
