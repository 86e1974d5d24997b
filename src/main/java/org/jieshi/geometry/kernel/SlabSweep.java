package org.jieshi.geometry.kernel;

import java.util.Arrays;

/**
 * The area of every combination of groups inside the window, without topology. At the height of each vertex and crossing
 * a line is drawn from west to east; between two lines edges neither begin, end nor cross, so what lies between two edges
 * is a trapezoid: its height times its width at half height.
 */
final class SlabSweep {

  private double[] heights = new double[128];
  private int[] active = new int[64];
  private double[] at = new double[64];
  private final int[] covers = new int[Byte.SIZE];

  /**
   * @param order the edges, lowest lower end first
   * @param areas is filled, m²: {@code areas[m]} is the land covered by exactly the groups whose bits are set in {@code m};
   *     {@code areas[0]} is left out
   */
  void measure(WindowEdges edges, int[] order, Crossings crossings, double[] areas) {
    Arrays.fill(areas, 0);
    int levels = levels(edges, crossings);
    if (active.length < edges.count) {
      active = new int[Math.max(2 * active.length, edges.count)];
      at = new double[active.length];
    }
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

  private int levels(WindowEdges edges, Crossings crossings) {
    int most = 2 * edges.count + crossings.count + 2;
    if (heights.length < most) {
      heights = new double[Math.max(2 * heights.length, most)];
    }
    int n = 0;
    heights[n++] = edges.south;
    heights[n++] = edges.north;
    for (int i = 0; i < edges.count; i++) {
      double low = edges.lowY[i];
      double high = edges.highY[i];
      if (low > edges.south && low < edges.north) {
        heights[n++] = low;
      }
      if (high > edges.south && high < edges.north) {
        heights[n++] = high;
      }
    }
    for (int i = 0; i < crossings.count; i++) {
      double height = crossings.y[i];
      if (height > edges.south && height < edges.north) {
        heights[n++] = height;
      }
    }
    Arrays.sort(heights, 0, n);
    int distinct = 1;
    for (int i = 1; i < n; i++) {
      if (heights[i] != heights[distinct - 1]) {
        heights[distinct++] = heights[i];
      }
    }
    return distinct;
  }

  private void across(WindowEdges edges, int actives, double middle, double height, double[] areas) {
    for (int i = 0; i < actives; i++) {
      int edge = active[i];
      double lowX = edges.lowX[edge];
      double lowY = edges.lowY[edge];
      double x = lowX + (middle - lowY) * (edges.highX[edge] - lowX) / (edges.highY[edge] - lowY);
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
