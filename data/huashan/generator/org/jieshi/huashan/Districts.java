package org.jieshi.huashan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Who has which cell of the terrain: the village whose people reach it with the least climb, and inside the village
 * the farm, which was given the hills.
 */
final class Districts {

  private static final Grid GRID = Terrain.GRID;
  private static final int LEAST_BLOCK = 130;
  private static final int LEAST_ENCLAVE = 60;

  private final Terrain terrain;
  private final Noise noise = new Noise(450721);
  private final List<Coordinate> centres;
  private final int[] village;
  private final boolean[] farm = new boolean[GRID.size()];

  Districts(Terrain terrain) {
    this.terrain = terrain;
    this.centres = Village.ALL.stream().map(each -> each.centre(terrain)).toList();
    this.village = spread();
    chooseFarm();
    tidy();
  }

  List<Coordinate> centres() {
    return centres;
  }

  /** The village at a point, -1 outside the four towns. */
  int village(double x, double y) {
    return village[GRID.indexAt(x, y)];
  }

  boolean farm(double x, double y) {
    return farm[GRID.indexAt(x, y)];
  }

  /** One label per village and side: so the lines of villages and of the farm come out of one tracing and fit. */
  int[] labels() {
    return IntStream.range(0, GRID.size())
        .map(cell -> village[cell] < 0 ? -1 : 2 * village[cell] + (farm[cell] ? 1 : 0))
        .toArray();
  }

  private int[] spread() {
    double[] cost = new double[GRID.size()];
    int[] owner = new int[GRID.size()];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    Arrays.fill(owner, -1);
    record Reached(int cell, double cost) {}
    PriorityQueue<Reached> queue = new PriorityQueue<>(
        Comparator.comparingDouble(Reached::cost).thenComparingInt(Reached::cell));
    for (int v = 0; v < centres.size(); v++) {
      int cell = GRID.indexAt(centres.get(v).x, centres.get(v).y);
      owner[cell] = v;
      cost[cell] = 0;
      queue.add(new Reached(cell, 0));
    }
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      int cell = reached.cell();
      if (reached.cost() > cost[cell]) {
        continue;
      }
      for (int dr = -1; dr <= 1; dr++) {
        for (int dc = -1; dc <= 1; dc++) {
          int column = GRID.column(cell) + dc;
          int row = GRID.row(cell) + dr;
          if (!GRID.has(column, row) || !inside(GRID.index(column, row))) {
            continue;
          }
          int next = GRID.index(column, row);
          double distance = GRID.cell() * StrictMath.sqrt(dc * dc + dr * dr);
          double climb = Math.abs(terrain.height(next) - terrain.height(cell));
          double thicket = 1.3 + noise.hills(column * 20.0, row * 20.0, 500, 3);
          double total = reached.cost() + distance * thicket + 7 * climb;
          if (total < cost[next]) {
            cost[next] = total;
            owner[next] = owner[cell];
            queue.add(new Reached(next, total));
          }
        }
      }
    }
    return owner;
  }

  /** The outer border of the four towns: a wavy oval. */
  private boolean inside(int cell) {
    Coordinate p = GRID.centre(cell);
    return oval(p, 1);
  }

  /** Whether a cell lies so near the outer border that the farm was not given it. */
  private boolean rim(int cell) {
    return !oval(GRID.centre(cell), 0.82);
  }

  private boolean oval(Coordinate p, double limit) {
    double u = (p.x - 6200 + 700 * noise.hills(p.x, p.y, 2600, 3)) / 5900;
    double v = (p.y - 5300 + 600 * noise.hills(p.y, p.x, 2600, 3)) / 4800;
    return u * u * u * u + v * v * v * v < limit;
  }

  private void chooseFarm() {
    double[] worth = new double[GRID.size()];
    for (int cell = 0; cell < worth.length; cell++) {
      Coordinate p = GRID.centre(cell);
      double settled = centres.stream().mapToDouble(p::distance).min().orElseThrow();
      worth[cell] = terrain.height(cell) / 100 + 0.9 * noise.hills(p.x, p.y, 900, 5) + 0.25 * noise.hills(p.y, p.x, 280, 2)
          - 2 * Math.max(0, 1 - settled / 450) - (rim(cell) ? 3 : 0);
    }
    for (int v = 0; v < Village.ALL.size(); v++) {
      int wanted = v;
      double share = Village.ALL.get(v).farmShare();
      int[] cells = IntStream.range(0, GRID.size()).filter(cell -> village[cell] == wanted).boxed()
          .sorted(Comparator.<Integer>comparingDouble(cell -> -worth[cell]).thenComparingInt(cell -> cell))
          .mapToInt(Integer::intValue).toArray();
      for (int i = 0; i < share * cells.length; i++) {
        farm[cells[i]] = true;
      }
    }
  }

  /** Rounds the outline and drops scraps: blocks under 5 hm², enclaves of others under 2.4 hm². */
  private void tidy() {
    for (int pass = 0; pass < 1; pass++) {
      boolean[] before = farm.clone();
      for (int cell = 0; cell < farm.length; cell++) {
        int votes = votes(before, cell);
        farm[cell] = village[cell] >= 0 && (votes > 12 || (votes == 12 && before[cell]));
      }
    }
    dropScraps(true, LEAST_BLOCK);
    dropScraps(false, LEAST_ENCLAVE);
  }

  private static int votes(boolean[] farm, int cell) {
    int votes = 0;
    for (int dr = -2; dr <= 2; dr++) {
      for (int dc = -2; dc <= 2; dc++) {
        int column = GRID.column(cell) + dc;
        int row = GRID.row(cell) + dr;
        votes += GRID.has(column, row) && farm[GRID.index(column, row)] ? 1 : 0;
      }
    }
    return votes;
  }

  private void dropScraps(boolean kind, int least) {
    boolean[] seen = new boolean[GRID.size()];
    for (int start = 0; start < seen.length; start++) {
      if (seen[start] || farm[start] != kind || village[start] < 0) {
        continue;
      }
      ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
      ArrayDeque<Integer> found = new ArrayDeque<>();
      seen[start] = true;
      while (!open.isEmpty()) {
        int cell = open.remove();
        found.add(cell);
        for (int[] step : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
          int column = GRID.column(cell) + step[0];
          int row = GRID.row(cell) + step[1];
          if (GRID.has(column, row)) {
            int next = GRID.index(column, row);
            if (!seen[next] && farm[next] == kind && village[next] == village[start]) {
              seen[next] = true;
              open.add(next);
            }
          }
        }
      }
      if (found.size() < least) {
        found.forEach(cell -> farm[cell] = !kind);
      }
    }
  }
}
