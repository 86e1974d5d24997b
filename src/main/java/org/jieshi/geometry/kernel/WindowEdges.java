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
  int count;

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
  }

  void add(FlatLand land, int toGroup) {
    double[] xy = land.xy;
    int from = 0;
    for (int end : land.ringEnds) {
      int previous = end - 1;
      double px = xy[2 * previous] - originX;
      double py = xy[2 * previous + 1] - originY;
      inShadow = false;
      for (int i = from; i < end; i++) {
        double qx = xy[2 * i] - originX;
        double qy = xy[2 * i + 1] - originY;
        if (px <= west && qx <= west) {
          shade(clamped(py), clamped(qy), toGroup);
        } else if (Math.min(px, qx) <= east && Math.min(py, qy) <= north && Math.max(py, qy) >= south) {
          append(px, py, qx, qy, toGroup, previous);
        }
        px = qx;
        py = qy;
        previous = i;
      }
      castShadow(toGroup);
      from = end;
    }
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
  }
}
