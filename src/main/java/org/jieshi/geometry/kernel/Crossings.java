package org.jieshi.geometry.kernel;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where edges of two groups meet inside the window. A <em>proper crossing</em> has both edges passing through, with every
 * end at least {@link #NEAR} away from the other edge. Edges with one end in common make a <em>corner</em>; anything else
 * that is nearer is a <em>contact</em>: a vertex on an edge, lines within the rounding of coordinates.
 */
final class Crossings {

  /** m. A hundred times what doubles resolve at eastings of eight digits, a thousandth of what surveyors write. */
  static final double NEAR = 1e-6;

  private static final double NEAR_SQUARED = NEAR * NEAR;
  /** Below this sine of the angle between two edges their crossing is computed in double-double arithmetic. */
  private static final double FLAT = 1e-4;

  int[] first = new int[32];
  int[] second = new int[32];
  double[] x = new double[32];
  double[] y = new double[32];
  /** Whether the first group's ring enters the second group's land there, going in its own direction. */
  boolean[] enters = new boolean[32];
  int count;
  /** How many pairs of edges meet in a vertex of both and nowhere else. */
  int corners;
  /** Whether edges come near each other in any other way. */
  boolean contact;

  private final int[][] active = new int[Byte.SIZE][64];
  private final int[] actives = new int[Byte.SIZE];

  /**
   * Two groups of one land each, or several groups of any number of lands.
   *
   * @param groups how many
   * @param withinGroups whether edges of one group are compared as well: groups of several lands
   */
  void find(WindowEdges edges, int groups, boolean withinGroups) {
    count = 0;
    contact = false;
    corners = 0;
    for (int group = 0; group < groups; group++) {
      actives[group] = 0;
      if (active[group].length < edges.count) {
        active[group] = new int[2 * edges.count];
      }
    }
    for (int n = 0; n < edges.count; n++) {
      int edge = edges.order[n];
      if (edges.vertex[edge] == WindowEdges.SHADOW || !withinGroups && edges.twin[edge] != WindowEdges.ALONE) {
        continue; // of two single lands: an edge of both crosses neither
      }
      int own = edges.group[edge];
      for (int group = 0; group < groups; group++) {
        if (group != own || withinGroups) {
          compare(edges, edge, group);
        }
      }
      active[own][actives[own]++] = edge;
    }
  }

  private void compare(WindowEdges edges, int edge, int group) {
    double low = edges.lowY[edge] - NEAR;
    double west = Math.min(edges.lowX[edge], edges.highX[edge]) - NEAR;
    double east = Math.max(edges.lowX[edge], edges.highX[edge]) + NEAR;
    int[] others = active[group];
    int n = actives[group];
    int kept = 0;
    for (int i = 0; i < n; i++) {
      int other = others[i];
      if (edges.highY[other] < low) {
        continue;
      }
      others[kept++] = other;
      double ax = edges.lowX[other];
      double bx = edges.highX[other];
      if ((ax >= west || bx >= west) && (ax <= east || bx <= east)) {
        if (edges.group[other] <= edges.group[edge]) {
          meet(edges, other, edge);
        } else {
          meet(edges, edge, other);
        }
      }
    }
    actives[group] = kept;
  }

  private void meet(WindowEdges e, int a, int b) {
    double ax = e.lowX[a];
    double ay = e.lowY[a];
    double bx = e.lowX[b];
    double by = e.lowY[b];
    double adx = e.highX[a] - ax;
    double ady = e.highY[a] - ay;
    double bdx = e.highX[b] - bx;
    double bdy = e.highY[b] - by;
    double fromX = bx - ax;
    double fromY = by - ay;
    double toX = e.highX[b] - ax;
    double toY = e.highY[b] - ay;
    double endX = e.highX[a] - bx;
    double endY = e.highY[a] - by;
    double bLow = adx * fromY - ady * fromX;
    double bHigh = adx * toY - ady * toX;
    double aLow = bdy * fromX - bdx * fromY;
    double aHigh = bdx * endY - bdy * endX;
    double aLength = adx * adx + ady * ady;
    double bLength = bdx * bdx + bdy * bdy;
    double nearA = NEAR_SQUARED * aLength;
    double nearB = NEAR_SQUARED * bLength;
    int near = 0;
    near += bLow * bLow <= nearA && isNear(fromX, fromY, adx, ady, aLength) ? 1 : 0;
    near += bHigh * bHigh <= nearA && isNear(toX, toY, adx, ady, aLength) ? 1 : 0;
    near += aLow * aLow <= nearB && isNear(-fromX, -fromY, bdx, bdy, bLength) ? 1 : 0;
    near += aHigh * aHigh <= nearB && isNear(endX, endY, bdx, bdy, bLength) ? 1 : 0;
    if (near == 2 && haveOneEndInCommon(e, a, b)) {
      corners++;
    } else if (near > 0) {
      contact = true; // and perhaps a crossing as well, which the slabs want to know
    }
    if (bLow > 0 == bHigh > 0 || aLow > 0 == aHigh > 0 || bLow == 0 || bHigh == 0 || aLow == 0 || aHigh == 0) {
      return;
    }
    append(e, a, b, bHigh > 0);
  }

  private static boolean haveOneEndInCommon(WindowEdges e, int a, int b) {
    return e.lowX[a] == e.lowX[b] && e.lowY[a] == e.lowY[b] || e.lowX[a] == e.highX[b] && e.lowY[a] == e.highY[b]
        || e.highX[a] == e.lowX[b] && e.highY[a] == e.lowY[b] || e.highX[a] == e.highX[b] && e.highY[a] == e.highY[b];
  }

  /** Whether the point, seen from the edge's lower end, is within {@link #NEAR} of the edge and not only of its line. */
  private static boolean isNear(double px, double py, double dx, double dy, double length) {
    double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    double offX = px - along * dx;
    double offY = py - along * dy;
    return offX * offX + offY * offY <= NEAR_SQUARED;
  }

  private void append(WindowEdges e, int a, int b, boolean bGoesLeft) {
    if (count == first.length) {
      int size = 2 * count;
      first = Arrays.copyOf(first, size);
      second = Arrays.copyOf(second, size);
      x = Arrays.copyOf(x, size);
      y = Arrays.copyOf(y, size);
      enters = Arrays.copyOf(enters, size);
    }
    first[count] = a;
    second[count] = b;
    boolean bPassesToTheLeft = bGoesLeft == (e.upward[a] == e.upward[b]);
    enters[count] = !bPassesToTheLeft;
    if (inOrder(e, a, b)) {
      locate(e, a, b);
    } else {
      locate(e, b, a);
    }
    count++;
  }

  /** The point does not depend on which of the two comes first. */
  private static boolean inOrder(WindowEdges e, int a, int b) {
    double by = e.lowY[a] != e.lowY[b] ? e.lowY[a] - e.lowY[b] : e.lowX[a] != e.lowX[b] ? e.lowX[a] - e.lowX[b]
        : e.highY[a] != e.highY[b] ? e.highY[a] - e.highY[b] : e.highX[a] - e.highX[b];
    return by <= 0;
  }

  private void locate(WindowEdges e, int a, int b) {
    double dx = e.highX[a] - e.lowX[a];
    double dy = e.highY[a] - e.lowY[a];
    double ex = e.highX[b] - e.lowX[b];
    double ey = e.highY[b] - e.lowY[b];
    double sine = dx * ey - dy * ex;
    if (sine * sine < FLAT * FLAT * (dx * dx + dy * dy) * (ex * ex + ey * ey)) {
      Coordinate point = CGAlgorithmsDD.intersection(new Coordinate(e.lowX[a], e.lowY[a]),
          new Coordinate(e.highX[a], e.highY[a]), new Coordinate(e.lowX[b], e.lowY[b]),
          new Coordinate(e.highX[b], e.highY[b]));
      if (point != null) {
        x[count] = point.x;
        y[count] = point.y;
        return;
      }
    }
    double along = ((e.lowX[b] - e.lowX[a]) * ey - (e.lowY[b] - e.lowY[a]) * ex) / sine;
    x[count] = e.lowX[a] + along * dx;
    y[count] = e.lowY[a] + along * dy;
  }
}
