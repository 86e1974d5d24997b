package org.jieshi.geometry.kernel;

import java.util.Arrays;

/**
 * The area of every combination of groups inside the window, without topology. At the height of each vertex and crossing
 * a line is drawn from west to east; between two lines edges neither begin, end nor cross, so what lies between two edges
 * is a trapezoid: its height times its width at half height.
 */
final class SlabSweep {

  /** Groups that can be told apart. */
  static final int GROUPS = 3;

  /** How many lands of each group cover the place is counted in ten bits of one number, from the middle of their range. */
  private static final int BITS = 10;
  private static final int FIELD = (1 << BITS) - 1;
  private static final int NONE = 1 << BITS - 1;
  private static final int UNCOVERED = NONE | NONE << BITS | NONE << 2 * BITS;

  private double[] heights = new double[128];
  private double[] others = new double[128];

  /** The edges across the slab, from west to east. */
  private int actives;
  private double[] at = new double[32];
  private double[] lowX = new double[32];
  private double[] lowY = new double[32];
  private double[] highY = new double[32];
  /** Metres eastwards for a metre of height. */
  private double[] slope = new double[32];
  private int[] step = new int[32];

  /**
   * @param areas is filled, m²: {@code areas[m]} is the land covered by exactly the groups whose bits are set in {@code m};
   *     {@code areas[0]} is left out
   */
  void measure(WindowEdges edges, Crossings crossings, double[] areas) {
    Arrays.fill(areas, 0);
    edges.findTops();
    int levels = levels(edges, crossings);
    int[] order = edges.order;
    actives = 0;
    int next = 0;
    for (int level = 1; level < levels; level++) {
      double bottom = heights[level - 1];
      double top = heights[level];
      int ended = nextEnded(0, bottom);
      while (next < edges.count && edges.lowY[order[next]] <= bottom) {
        int edge = order[next++];
        if (edges.turn[edge] != 0 && edges.highY[edge] > bottom) {
          set(ended, edges, edge); // an edge that goes on where another ended takes its place in the order
          ended = nextEnded(ended + 1, bottom);
        }
      }
      removeEnded(ended, bottom);
      if (actives > 1) {
        across(edges, (bottom + top) / 2, top - bottom, areas);
      }
    }
  }

  /** The first place from here whose edge has ended; behind the last edge if there is none. */
  private int nextEnded(int from, double bottom) {
    int place = from;
    while (place < actives && highY[place] > bottom) {
      place++;
    }
    return place;
  }

  private void set(int place, WindowEdges edges, int edge) {
    if (place == actives) {
      actives++;
      if (place == at.length) {
        grow();
      }
    }
    lowX[place] = edges.lowX[edge];
    lowY[place] = edges.lowY[edge];
    highY[place] = edges.highY[edge];
    slope[place] = (edges.highX[edge] - edges.lowX[edge]) / (edges.highY[edge] - edges.lowY[edge]);
    step[place] = edges.turn[edge] * (1 << BITS * edges.group[edge]);
  }

  private void grow() {
    int size = 2 * at.length;
    at = Arrays.copyOf(at, size);
    lowX = Arrays.copyOf(lowX, size);
    lowY = Arrays.copyOf(lowY, size);
    highY = Arrays.copyOf(highY, size);
    slope = Arrays.copyOf(slope, size);
    step = Arrays.copyOf(step, size);
  }

  private void removeEnded(int from, double bottom) {
    int kept = from;
    for (int i = from; i < actives; i++) {
      if (highY[i] > bottom) {
        move(i, kept++);
      }
    }
    actives = kept;
  }

  private void move(int from, int to) {
    lowX[to] = lowX[from];
    lowY[to] = lowY[from];
    highY[to] = highY[from];
    slope[to] = slope[from];
    step[to] = step[from];
  }

  /** All heights in the window, in order, each once: lower ends are in order already, the others are few. */
  private int levels(WindowEdges edges, Crossings crossings) {
    int most = edges.count + edges.topCount + crossings.count + 2;
    if (heights.length < most) {
      heights = new double[2 * most];
      others = new double[2 * most];
    }
    int few = 0;
    for (int i = 0; i < edges.topCount; i++) {
      others[few++] = edges.tops[i];
    }
    for (int i = 0; i < crossings.count; i++) {
      others[few++] = crossings.y[i];
    }
    others[few++] = edges.north;
    Arrays.sort(others, 0, few);
    int distinct = 1;
    heights[0] = edges.south;
    int next = 0;
    for (int i = 0; i < few; i++) {
      double height = others[i];
      while (next < edges.count && edges.lowY[edges.order[next]] <= height) {
        distinct = append(edges.lowY[edges.order[next++]], edges.north, distinct);
      }
      distinct = append(height, edges.north, distinct);
    }
    return distinct;
  }

  private int append(double height, double north, int distinct) {
    if (height > heights[distinct - 1] && height <= north) {
      heights[distinct] = height;
      return distinct + 1;
    }
    return distinct;
  }

  private void across(WindowEdges edges, double middle, double height, double[] areas) {
    boolean inOrder = true;
    for (int i = 0; i < actives; i++) {
      at[i] = lowX[i] + (middle - lowY[i]) * slope[i];
      inOrder &= i == 0 || at[i - 1] <= at[i];
    }
    if (!inOrder) {
      sort();
    }
    int covers = UNCOVERED;
    int covered = 0;
    double from = edges.west;
    for (int i = 0; i < actives; i++) {
      double x = Math.min(at[i], edges.east);
      if (x > from) {
        areas[covered] += (x - from) * height;
        from = x;
      }
      covers += step[i];
      covered = ((covers & FIELD) > NONE ? 1 : 0) | ((covers >> BITS & FIELD) > NONE ? 2 : 0)
          | ((covers >> 2 * BITS & FIELD) > NONE ? 4 : 0);
    }
    if (edges.east > from) {
      areas[covered] += (edges.east - from) * height;
    }
    areas[0] = 0;
  }

  private void sort() {
    for (int i = 1; i < actives; i++) {
      double x = at[i];
      if (at[i - 1] <= x) {
        continue;
      }
      double itsLowX = lowX[i];
      double itsLowY = lowY[i];
      double itsHighY = highY[i];
      double itsSlope = slope[i];
      int itsStep = step[i];
      int place = i;
      while (place > 0 && at[place - 1] > x) {
        at[place] = at[place - 1];
        move(place - 1, place);
        place--;
      }
      at[place] = x;
      lowX[place] = itsLowX;
      lowY[place] = itsLowY;
      highY[place] = itsHighY;
      slope[place] = itsSlope;
      step[place] = itsStep;
    }
  }
}
