package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;

/** Roads as people make them: the least climb between two places, joining a road that is there already. */
final class Roads {

  private static final Grid GRID = new Grid(0, 0, 40, 310, 265);
  private static final int[][] STEPS = {
      {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}, {0, -1}, {1, -1},
      {2, 1}, {1, 2}, {-1, 2}, {-2, 1}, {-2, -1}, {-1, -2}, {1, -2}, {2, -1}};

  private final Noise noise = new Noise(19560101);
  private final double[] height = new double[GRID.size()];
  private final boolean[] paved = new boolean[GRID.size()];

  Roads(Terrain terrain) {
    for (int i = 0; i < height.length; i++) {
      Coordinate p = GRID.centre(i);
      height[i] = terrain.height(p.x, p.y);
    }
  }

  /**
   * New stretches of road between two places; what runs on an older road is left out.
   *
   * @param climb how much a grade of 1 (squared) lengthens the way: carts avoid what walkers do not
   * @param habit how much shorter a way seems where there is a road already
   */
  List<List<Coordinate>> build(Coordinate from, Coordinate to, double climb, double habit) {
    List<List<Coordinate>> stretches = new ArrayList<>();
    List<Coordinate> stretch = new ArrayList<>();
    boolean before = true;
    for (int cell : path(GRID.indexAt(from.x, from.y), GRID.indexAt(to.x, to.y), climb, habit)) {
      boolean old = paved[cell];
      if (!old || !before) {
        stretch.add(bend(cell));
      } else {
        stretch = new ArrayList<>(List.of(bend(cell)));
      }
      if (old && stretch.size() > 2) {
        stretches.add(stretch);
        stretch = new ArrayList<>(List.of(bend(cell)));
      }
      before = old;
      paved[cell] = true;
    }
    if (stretch.size() > 2) {
      stretches.add(stretch);
    }
    return stretches;
  }

  /** Roads bend round trees, graves and fields; a function of the place, so that roads that meet still meet. */
  private Coordinate bend(int cell) {
    Coordinate p = GRID.centre(cell);
    return new Coordinate(p.x + 240 * noise.hills(p.x, p.y, 480, 2), p.y + 240 * noise.hills(p.y, p.x, 480, 2));
  }

  private List<Integer> path(int from, int to, double climb, double habit) {
    double[] cost = new double[GRID.size()];
    int[] before = new int[GRID.size()];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(before, -1);
    cost[from] = 0;
    record Reached(int cell, double cost) {}
    PriorityQueue<Reached> queue = new PriorityQueue<>(
        Comparator.comparingDouble(Reached::cost).thenComparingInt(Reached::cell));
    queue.add(new Reached(from, 0));
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (reached.cell() == to) {
        break;
      }
      if (reached.cost() > cost[reached.cell()]) {
        continue;
      }
      for (int[] step : STEPS) {
        int column = GRID.column(reached.cell()) + step[0];
        int row = GRID.row(reached.cell()) + step[1];
        if (!GRID.has(column, row)) {
          continue;
        }
        int next = GRID.index(column, row);
        double total = reached.cost() + effort(reached.cell(), next, climb, habit);
        if (total < cost[next]) {
          cost[next] = total;
          before[next] = reached.cell();
          queue.add(new Reached(next, total));
        }
      }
    }
    List<Integer> path = new ArrayList<>();
    for (int cell = to; cell >= 0; cell = before[cell]) {
      path.add(cell);
    }
    Collections.reverse(path);
    return path;
  }

  private double effort(int a, int b, double climb, double habit) {
    double distance = GRID.centre(a).distance(GRID.centre(b));
    double grade = (height[b] - height[a]) / distance;
    return distance * (1 + climb * grade * grade) * (paved[a] && paved[b] ? habit : 1);
  }
}
