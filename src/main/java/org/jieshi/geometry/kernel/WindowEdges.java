package org.jieshi.geometry.kernel;

import java.util.Arrays;

/**
 * The edges that matter inside a window, relative to an origin on whole metres. Each runs from its lower end to its upper
 * one (of a level edge, from west to east), so that two lands that share an edge have the same numbers.
 *
 * <p>Edges east, north and south of the window are left out. An edge west of it still decides what is inside at the west
 * side: it is replaced by its shadow on that side, and shadows that follow each other are joined.
 */
final class WindowEdges {

  /** For {@link #vertex}: not an edge of the land but a shadow on the window's west side. */
  static final int SHADOW = -1;
  /** For {@link #twin}. */
  static final int ALONE = -1;

  double[] lowX = new double[64];
  double[] lowY = new double[64];
  double[] highX = new double[64];
  double[] highY = new double[64];
  /** What crossing the edge from west to east changes in the count of covers: 1 into the land, -1 out of it, 0 level. */
  byte[] turn = new byte[64];
  /** Whether the ring runs from the lower end to the upper one. */
  boolean[] upward = new boolean[64];
  /** The group of lands that the edge belongs to, 0 or more. */
  byte[] group = new byte[64];
  /** The vertex of the land that the edge begins at. */
  int[] vertex = new int[64];
  /** The same edge of another group, or {@link #ALONE}. */
  int[] twin = new int[64];
  /** How many pairs of twins. */
  int twins;
  int count;

  /** Edges, lowest lower end first; see {@link #sort}. */
  int[] order = new int[64];
  private long[] keys = new long[64];

  /** Heights at which edges end and none begins; see {@link #findTops}. */
  double[] tops = new double[32];
  int topCount;
  /** Where the edges of each ring begin. */
  private int[] ringBegins = new int[8];
  private int rings;

  double originX;
  double originY;
  double west;
  double south;
  double east;
  double north;

  private double shadowFrom;
  private double shadowTo;
  private boolean inShadow;

  /** Empties the list and sets the window, in the coordinates of the lands. */
  void open(double minX, double minY, double maxX, double maxY) {
    originX = Math.rint(minX);
    originY = Math.rint(minY);
    west = minX - originX;
    south = minY - originY;
    east = maxX - originX;
    north = maxY - originY;
    count = 0;
    rings = 0;
    topCount = 0;
    twins = 0;
  }

  void add(FlatLand land, int toGroup) {
    double[] xy = land.xy;
    double absoluteWest = west + originX;
    double absoluteSouth = south + originY;
    double absoluteEast = east + originX;
    double absoluteNorth = north + originY;
    int from = 0;
    for (int end : land.ringEnds) {
      int previous = end - 1;
      double px = xy[2 * previous];
      double py = xy[2 * previous + 1];
      inShadow = false;
      beginRing();
      for (int i = from; i < end; i++) {
        double qx = xy[2 * i];
        double qy = xy[2 * i + 1];
        if (px < absoluteWest && qx < absoluteWest) {
          shade(clamped(py - originY), clamped(qy - originY), toGroup);
        } else if ((px <= absoluteEast || qx <= absoluteEast) && (py <= absoluteNorth || qy <= absoluteNorth)
            && (py >= absoluteSouth || qy >= absoluteSouth)) {
          append(px - originX, py - originY, qx - originX, qy - originY, toGroup, previous);
        }
        px = qx;
        py = qy;
        previous = i;
      }
      castShadow(toGroup);
      from = end;
    }
  }

  private void beginRing() {
    if (rings == ringBegins.length) {
      ringBegins = Arrays.copyOf(ringBegins, 2 * rings);
    }
    ringBegins[rings++] = count;
  }

  /** Fills {@link #tops}, which only land that is measured by slabs needs. */
  void findTops() {
    topCount = 0;
    for (int ring = 0; ring < rings; ring++) {
      findTops(ringBegins[ring], ring + 1 < rings ? ringBegins[ring + 1] : count);
    }
  }

  /** An upper end is a height of its own unless the next edge of the ring begins there and goes on upwards. */
  private void findTops(int begin, int end) {
    for (int i = begin; i < end; i++) {
      int next = i + 1 < end ? i + 1 : begin;
      int neighbour = upward[i] ? next : i > begin ? i - 1 : end - 1;
      boolean goesOn = neighbour != i && lowY[neighbour] == highY[i] && lowX[neighbour] == highX[i];
      if (!goesOn && highY[i] > south && highY[i] < north) {
        if (topCount == tops.length) {
          tops = Arrays.copyOf(tops, 2 * topCount);
        }
        tops[topCount++] = highY[i];
      }
    }
  }

  /** Fills {@link #order} and finds the {@link #twin}s. */
  void sort() {
    double perMetre = 0x1p40 / (north - south);
    for (int i = 0; i < count; i++) {
      double height = Math.max(0, lowY[i] - south) * perMetre;
      keys[i] = (long) height << 20 | i;
    }
    Arrays.sort(keys, 0, count);
    for (int i = 0; i < count; i++) {
      int edge = (int) keys[i] & 0xF_FFFF;
      double low = lowY[edge];
      int at = i;
      while (at > 0 && lowY[order[at - 1]] > low) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = edge;
    }
    pairTwins();
  }

  private void pairTwins() {
    for (int i = 0; i < count; i++) {
      int edge = order[i];
      for (int k = i + 1; k < count && lowY[order[k]] == lowY[edge]; k++) {
        int other = order[k];
        if (lowX[other] == lowX[edge] && highX[other] == highX[edge] && highY[other] == highY[edge]
            && group[other] != group[edge] && vertex[edge] != SHADOW && vertex[other] != SHADOW) {
          twin[edge] = other;
          twin[other] = edge;
          twins++;
        }
      }
    }
  }

  /** Whether any edge reaches into the window itself. */
  boolean anyVisible() {
    for (int i = 0; i < count; i++) {
      if (vertex[i] != SHADOW) {
        return true;
      }
    }
    return false;
  }

  private double clamped(double y) {
    return Math.max(south, Math.min(north, y));
  }

  private void shade(double from, double to, int toGroup) {
    if (inShadow && shadowTo == from) {
      shadowTo = to;
      return;
    }
    castShadow(toGroup);
    inShadow = true;
    shadowFrom = from;
    shadowTo = to;
  }

  private void castShadow(int toGroup) {
    if (inShadow && shadowFrom != shadowTo) {
      append(west, shadowFrom, west, shadowTo, toGroup, SHADOW);
    }
    inShadow = false;
  }

  private void append(double px, double py, double qx, double qy, int toGroup, int beginsAt) {
    if (count == vertex.length) {
      grow();
    }
    boolean up = py < qy || py == qy && px < qx;
    lowX[count] = up ? px : qx;
    lowY[count] = up ? py : qy;
    highX[count] = up ? qx : px;
    highY[count] = up ? qy : py;
    upward[count] = up;
    turn[count] = (byte) (py == qy ? 0 : up ? -1 : 1);
    group[count] = (byte) toGroup;
    vertex[count] = beginsAt;
    twin[count] = ALONE;
    count++;
  }

  private void grow() {
    int size = 2 * count;
    lowX = Arrays.copyOf(lowX, size);
    lowY = Arrays.copyOf(lowY, size);
    highX = Arrays.copyOf(highX, size);
    highY = Arrays.copyOf(highY, size);
    upward = Arrays.copyOf(upward, size);
    turn = Arrays.copyOf(turn, size);
    group = Arrays.copyOf(group, size);
    vertex = Arrays.copyOf(vertex, size);
    twin = Arrays.copyOf(twin, size);
    order = new int[size];
    keys = new long[size];
  }
}
