package org.jieshi.geometry;

import org.jieshi.geometry.kernel.FlatLand;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells most land valid at a tenth of the time that JTS' general test takes: one ring of moderate length of which no two
 * edges come together but where one ends and the next begins. Whatever else is left to JTS.
 */
final class PlainRing {

  /** Edges up to which comparing each with each is the fastest. */
  private static final int SHORT = 100;

  private PlainRing() {}

  /** Whether the geometry is one ring that does not touch itself; false if that is not quickly seen. */
  static boolean isPlain(Geometry geometry) {
    if (!(geometry instanceof Polygon polygon) || polygon.getNumInteriorRing() > 0) {
      return false;
    }
    LinearRing ring = polygon.getExteriorRing();
    int n = ring.getNumPoints() - 1;
    if (n < 3 || n > SHORT) {
      return false;
    }
    double[] xy = FlatLand.xy(ring);
    for (int i = 0; i < n; i++) {
      if (turnsBack(xy, i == 0 ? n - 1 : i - 1, i, i + 1)) {
        return false;
      }
    }
    return meetNowhere(xy, n);
  }

  /** Edge by edge from the west, each is compared with those that begin before it ends. */
  private static boolean meetNowhere(double[] xy, int n) {
    int[] order = new int[n];
    double[] west = new double[n];
    for (int i = 0; i < n; i++) {
      double from = Math.min(xy[2 * i], xy[2 * i + 2]);
      int at = i;
      while (at > 0 && west[at - 1] > from) { // most rings come in long runs, forwards or backwards
        west[at] = west[at - 1];
        order[at] = order[at - 1];
        at--;
      }
      west[at] = from;
      order[at] = i;
    }
    for (int i = 0; i < n; i++) {
      int edge = order[i];
      double east = Math.max(xy[2 * edge], xy[2 * edge + 2]);
      for (int k = i + 1; k < n && west[k] <= east; k++) {
        if (!areNext(edge, order[k], n) && boundsMeet(xy, 2 * edge, 2 * order[k]) && !apart(xy, 2 * edge, 2 * order[k])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean areNext(int edge, int other, int n) {
    int apart = Math.abs(edge - other);
    return apart == 1 || apart == n - 1;
  }

  /** Of edges whose bounds meet from west to east. */
  private static boolean boundsMeet(double[] xy, int a, int b) {
    return Math.max(xy[a + 1], xy[a + 3]) >= Math.min(xy[b + 1], xy[b + 3])
        && Math.max(xy[b + 1], xy[b + 3]) >= Math.min(xy[a + 1], xy[a + 3]);
  }

  /** Whether a vertex is repeated, or the ring runs back on the line it came by. */
  private static boolean turnsBack(double[] xy, int before, int at, int after) {
    double x = xy[2 * at];
    double y = xy[2 * at + 1];
    double ax = xy[2 * before] - x;
    double ay = xy[2 * before + 1] - y;
    double bx = xy[2 * after] - x;
    double by = xy[2 * after + 1] - y;
    return bx == 0 && by == 0 || ax == 0 && ay == 0
        || ax * bx + ay * by > 0
            && side(xy[2 * before], xy[2 * before + 1], x, y, xy[2 * after], xy[2 * after + 1]) == Orientation.COLLINEAR;
  }

  /** Whether one of two edges lies wholly on one side of the other's line. */
  private static boolean apart(double[] xy, int a, int b) {
    return side(xy, a, b) * side(xy, a, b + 2) > 0 || side(xy, b, a) * side(xy, b, a + 2) > 0;
  }

  private static int side(double[] xy, int edge, int point) {
    return side(xy[edge], xy[edge + 1], xy[edge + 2], xy[edge + 3], xy[point], xy[point + 1]);
  }

  /** Of the line from a to b on which p lies; exact. */
  private static int side(double ax, double ay, double bx, double by, double px, double py) {
    return CGAlgorithmsDD.orientationIndex(ax, ay, bx, by, px, py);
  }
}
