package org.jieshi.geometry.kernel;

import java.util.Arrays;

/**
 * The boundary of what two lands share, when all their crossings are proper: from a crossing where the first side enters
 * the second, along the first side to where it leaves, then along the second side, until the ring is closed (Weiler and
 * Atherton 1977, with the land always to the left). Rings without a crossing belong to it when they lie inside the other
 * side.
 */
final class RingTrace {

  private final FlatRings rings = new FlatRings();
  private Side one = new Side();
  private Side two = new Side();
  private boolean[] taken = new boolean[32];

  /** @return null if the crossings do not make rings: then something is not as it should be and nothing is claimed */
  FlatRings trace(FlatLand first, FlatLand second, WindowEdges edges, Crossings crossings) {
    rings.clear();
    if (taken.length < crossings.count) {
      taken = new boolean[Math.max(2 * taken.length, crossings.count)];
    }
    Arrays.fill(taken, 0, crossings.count, false);
    if (!one.walk(first, edges, crossings, crossings.first, true)
        || !two.walk(second, edges, crossings, crossings.second, false)) {
      return null;
    }
    for (int crossing = 0; crossing < crossings.count; crossing++) {
      if (crossings.enters[crossing] && !taken[crossing] && !follow(crossing, edges, crossings)) {
        return null;
      }
    }
    uncrossed(one, second, edges);
    uncrossed(two, first, edges);
    return rings;
  }

  /** All rings of a land. */
  FlatRings copy(FlatLand land, WindowEdges edges) {
    rings.clear();
    rings.add(land, edges.originX, edges.originY);
    return rings;
  }

  private boolean follow(int start, WindowEdges edges, Crossings crossings) {
    int at = start;
    do {
      if (taken[at]) {
        return false;
      }
      taken[at] = true;
      int leaves = step(one, at, edges, crossings);
      at = step(two, leaves, edges, crossings);
    } while (at != start);
    rings.endRing();
    return true;
  }

  /** Puts down the crossing and the vertices behind it, up to the next crossing on this side, which is returned. */
  private int step(Side side, int from, WindowEdges edges, Crossings crossings) {
    rings.vertex(crossings.x[from], crossings.y[from]);
    int to = side.next[from];
    int vertex = side.vertexOf[from];
    int last = side.vertexOf[to];
    if (vertex != last || side.along[to] <= side.along[from]) {
      int ring = side.land.ringOf(vertex);
      do {
        vertex = side.land.next(vertex, ring);
        rings.vertex(side.land.xy[2 * vertex] - edges.originX, side.land.xy[2 * vertex + 1] - edges.originY);
      } while (vertex != last);
    }
    return to;
  }

  private void uncrossed(Side side, FlatLand other, WindowEdges edges) {
    FlatLand land = side.land;
    for (int ring = 0; ring < land.ringEnds.length; ring++) {
      int from = land.ringStart(ring);
      if (!side.crossed[ring] && other.contains(land.xy[2 * from], land.xy[2 * from + 1])) {
        rings.add(land, ring, edges.originX, edges.originY);
      }
    }
  }

  /** The crossings in the order in which one land's rings pass them. */
  private static final class Side {

    private FlatLand land;
    private int[] order = new int[32];
    private int[] next = new int[32];
    private int[] vertexOf = new int[32];
    /** How far along its edge a crossing lies, m² (distance times the edge's length). */
    private double[] along = new double[32];
    private boolean[] crossed = new boolean[8];

    /** @return false if two crossings are too near to be told apart, or do not alternate between in and out */
    boolean walk(FlatLand walked, WindowEdges edges, Crossings crossings, int[] edgeOf, boolean entersMeansIn) {
      land = walked;
      int n = crossings.count;
      if (order.length < n) {
        order = new int[2 * n];
        next = new int[2 * n];
        vertexOf = new int[2 * n];
        along = new double[2 * n];
      }
      if (crossed.length < land.ringEnds.length) {
        crossed = new boolean[2 * land.ringEnds.length];
      }
      Arrays.fill(crossed, 0, land.ringEnds.length, false);
      for (int i = 0; i < n; i++) {
        place(i, edges, crossings, edgeOf[i]);
        insert(i);
      }
      int ringBegins = 0;
      for (int i = 0; i < n; i++) {
        int ring = land.ringOf(vertexOf[order[i]]);
        crossed[ring] = true;
        boolean last = i + 1 == n || vertexOf[order[i + 1]] >= land.ringEnds[ring];
        int following = last ? order[ringBegins] : order[i + 1];
        next[order[i]] = following;
        if (following == order[i] || crossings.enters[following] == crossings.enters[order[i]]
            || tooNear(order[i], following, edges, edgeOf)) {
          return false;
        }
        if (last) {
          ringBegins = i + 1;
        }
      }
      return true;
    }

    private void place(int crossing, WindowEdges edges, Crossings crossings, int edge) {
      double dx = edges.highX[edge] - edges.lowX[edge];
      double dy = edges.highY[edge] - edges.lowY[edge];
      vertexOf[crossing] = edges.vertex[edge];
      along[crossing] = edges.upward[edge]
          ? (crossings.x[crossing] - edges.lowX[edge]) * dx + (crossings.y[crossing] - edges.lowY[edge]) * dy
          : (edges.highX[edge] - crossings.x[crossing]) * dx + (edges.highY[edge] - crossings.y[crossing]) * dy;
    }

    private void insert(int crossing) {
      int place = crossing;
      while (place > 0 && isBehind(order[place - 1], crossing)) {
        order[place] = order[place - 1];
        place--;
      }
      order[place] = crossing;
    }

    private boolean isBehind(int one, int other) {
      return vertexOf[one] != vertexOf[other] ? vertexOf[one] > vertexOf[other] : along[one] > along[other];
    }

    private boolean tooNear(int one, int other, WindowEdges edges, int[] edgeOf) {
      if (vertexOf[one] != vertexOf[other]) {
        return false;
      }
      int edge = edgeOf[one];
      double dx = edges.highX[edge] - edges.lowX[edge];
      double dy = edges.highY[edge] - edges.lowY[edge];
      return Math.abs(along[one] - along[other]) <= Crossings.NEAR * Math.sqrt(dx * dx + dy * dy);
    }
  }
}
