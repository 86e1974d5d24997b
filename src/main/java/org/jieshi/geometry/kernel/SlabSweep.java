package org.jieshi.geometry.kernel;

import java.util.Arrays;

/**
 * The area of every combination of groups inside the window, without topology. At the height of each vertex and crossing
 * a line is drawn from west to east; between two lines edges neither begin, end nor cross, so what lies between two edges
 * is a trapezoid: its height times its width at half height.
 */
final class SlabSweep {

  private double[] heights = new double[128];
  private double[] others = new double[128];
  private int[] active = new int[64];
  private double[] at = new double[64];
  private final int[] covers = new int[Byte.SIZE];

  /**
   * @param areas is filled, m²: {@code areas[m]} is the land covered by exactly the groups whose bits are set in {@code m};
   *     {@code areas[0]} is left out
   */
  void measure(WindowEdges edges, Crossings crossings, double[] areas) {
    Arrays.fill(areas, 0);
    int levels = levels(edges, crossings);
    if (active.length < edges.count) {
      active = new int[Math.max(2 * active.length, edges.count)];
      at = new double[active.length];
    }
    int[] order = edges.order;
    int actives = 0;
    int next = 0;
    for (int level = 1; level < levels; level++) {
      double bottom = heights[level - 1];
      double top = heights[level];
      int kept = 0;
      for (int i = 0; i < actives; i++) {
        if (edges.highY[active[i]] > bottom) {
          active[kept++] = active[i];
        }
      }
      actives = kept;
      while (next < edges.count && edges.lowY[order[next]] <= bottom) {
        int edge = order[next++];
        if (edges.turn[edge] != 0 && edges.highY[edge] > bottom) {
          active[actives++] = edge;
        }
      }
      if (actives > 1) {
        across(edges, actives, (bottom + top) / 2, top - bottom, areas);
      }
    }
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

  private void across(WindowEdges edges, int actives, double middle, double height, double[] areas) {
    for (int i = 0; i < actives; i++) {
      int edge = active[i];
      double x = edges.lowX[edge] + (middle - edges.lowY[edge]) * edges.slope[edge];
      int place = i;
      while (place > 0 && at[place - 1] > x) {
        at[place] = at[place - 1];
        active[place] = active[place - 1];
        place--;
      }
      at[place] = x;
      active[place] = edge;
    }
    Arrays.fill(covers, 0);
    int covered = 0;
    double from = edges.west;
    for (int i = 0; i < actives; i++) {
      double x = Math.min(at[i], edges.east);
      if (covered != 0 && x > from) {
        areas[covered] += (x - from) * height;
      }
      from = Math.max(from, x);
      int group = edges.group[active[i]];
      covers[group] += edges.turn[active[i]];
      covered = covers[group] > 0 ? covered | 1 << group : covered & ~(1 << group);
    }
    if (covered != 0 && edges.east > from) {
      areas[covered] += (edges.east - from) * height;
    }
  }
}
