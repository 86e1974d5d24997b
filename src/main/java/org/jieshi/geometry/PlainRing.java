package org.jieshi.geometry;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
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
    Coordinate[] points = ring.getCoordinates();
    for (int i = 0; i < n; i++) {
      if (turnsBack(points[i == 0 ? n - 1 : i - 1], points[i], points[i + 1])) {
        return false;
      }
      int last = i == 0 ? n - 1 : n;
      for (int k = i + 2; k < last; k++) {
        if (boundsMeet(points[i], points[i + 1], points[k], points[k + 1])
            && !apart(points[i], points[i + 1], points[k], points[k + 1])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a vertex is repeated, or the ring runs back on the line it came by. */
  private static boolean turnsBack(Coordinate before, Coordinate at, Coordinate after) {
    double ax = before.x - at.x;
    double ay = before.y - at.y;
    double bx = after.x - at.x;
    double by = after.y - at.y;
    return bx == 0 && by == 0 || ax == 0 && ay == 0
        || ax * bx + ay * by > 0 && Orientation.index(before, at, after) == Orientation.COLLINEAR;
  }

  private static boolean boundsMeet(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    return Math.max(a.x, b.x) >= Math.min(c.x, d.x) && Math.max(c.x, d.x) >= Math.min(a.x, b.x)
        && Math.max(a.y, b.y) >= Math.min(c.y, d.y) && Math.max(c.y, d.y) >= Math.min(a.y, b.y);
  }

  /** Whether one of two edges lies wholly on one side of the other's line. */
  private static boolean apart(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    return Orientation.index(a, b, c) * Orientation.index(a, b, d) > 0
        || Orientation.index(c, d, a) * Orientation.index(c, d, b) > 0;
  }
}
