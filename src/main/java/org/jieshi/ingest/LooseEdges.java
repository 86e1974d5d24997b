package org.jieshi.ingest;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

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
    int edges = rows.parallelStream().mapToInt(row -> row.boundary().getNumPoints()).sum();
    int size = Integer.highestOneBit(Math.max(16, 2 * edges)) << 1;
    this.keys = new long[size];
    this.counts = new byte[size];
    this.mask = size - 1;
    rows.forEach(row -> forEachEdge(row.boundary(), key -> {
      int at = slot(key);
      keys[at] = key;
      counts[at] = (byte) Math.min(2, counts[at] + 1);
      return false;
    }));
  }

  /** The rows that have such edges. */
  List<SweptRow> rows() {
    return rows.parallelStream().filter(row -> forEachEdge(row.boundary(), key -> counts[slot(key)] < 2)).toList();
  }

  private int slot(long key) {
    int at = (int) (key >>> 32) & mask;
    while (counts[at] != 0 && keys[at] != key) {
      at = at + 1 & mask;
    }
    return at;
  }

  private interface EdgeTest {
    /** @return whether that is enough */
    boolean on(long key);
  }

  private static boolean forEachEdge(Geometry boundary, EdgeTest test) {
    for (int i = 0; i < boundary.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) boundary.getGeometryN(i);
      boolean found = forEachEdge(polygon.getExteriorRing(), test);
      for (int hole = 0; hole < polygon.getNumInteriorRing() && !found; hole++) {
        found = forEachEdge(polygon.getInteriorRingN(hole), test);
      }
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean forEachEdge(LineString ring, EdgeTest test) {
    CoordinateSequence points = ring.getCoordinateSequence();
    long last = point(points, 0);
    for (int i = 1; i < points.size(); i++) {
      long next = point(points, i);
      // the same for both directions
      if (next != last && test.on(mix(last + next) ^ mix(last ^ next))) {
        return true;
      }
      last = next;
    }
    return false;
  }

  private static long point(CoordinateSequence points, int i) {
    return mix(mix(Double.doubleToLongBits(points.getX(i))) + Double.doubleToLongBits(points.getY(i)));
  }

  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
