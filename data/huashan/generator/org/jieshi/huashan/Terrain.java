package org.jieshi.huashan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;

/**
 * Low hills that fall to the south-west and the water that drains them. Heights in metres on a raster of 20 m; local
 * coordinates, see {@link HuashanFarm#EAST} and {@link HuashanFarm#NORTH}.
 */
final class Terrain {

  static final Grid GRID = new Grid(0, 0, 20, 620, 530);

  private final Noise noise = new Noise(19870601);
  private final double[] height = new double[GRID.size()];
  private final int[] downstream = new int[GRID.size()];
  private final int[] catchment = new int[GRID.size()];

  Terrain() {
    for (int i = 0; i < height.length; i++) {
      Coordinate p = GRID.centre(i);
      height[i] = relief(p.x, p.y);
    }
    drain();
  }

  /** Height above sea level at any point, metres. */
  double height(double x, double y) {
    return relief(x, y);
  }

  double height(int cell) {
    return height[cell];
  }

  private double relief(double x, double y) {
    double hills = noise.hills(x, y, 1900, 4) + 0.45;
    double valley = Math.max(0, hills);
    return 38 + 130 * valley * StrictMath.sqrt(valley) + 8 * Math.min(0, hills) + 0.0022 * x + 0.0030 * y;
  }

  /** Priority flood from the rim (Barnes 2014): every cell drains to the cell from which the flood reached it. */
  private void drain() {
    double[] level = new double[GRID.size()];
    Arrays.fill(downstream, -2);
    PriorityQueue<Integer> queue = new PriorityQueue<>(
        Comparator.<Integer>comparingDouble(cell -> level[cell]).thenComparingInt(cell -> cell));
    for (int i = 0; i < level.length; i++) {
      int column = GRID.column(i);
      int row = GRID.row(i);
      if (column == 0 || row == 0 || column == GRID.columns() - 1 || row == GRID.rows() - 1) {
        level[i] = height[i];
        downstream[i] = -1;
        queue.add(i);
      }
    }
    ArrayDeque<Integer> order = new ArrayDeque<>();
    while (!queue.isEmpty()) {
      int cell = queue.remove();
      order.push(cell);
      for (int dr = -1; dr <= 1; dr++) {
        for (int dc = -1; dc <= 1; dc++) {
          int column = GRID.column(cell) + dc;
          int row = GRID.row(cell) + dr;
          if (GRID.has(column, row) && downstream[GRID.index(column, row)] == -2) {
            int next = GRID.index(column, row);
            downstream[next] = cell;
            level[next] = Math.max(height[next], level[cell] + 1e-3);
            queue.add(next);
          }
        }
      }
    }
    for (int cell : order) {
      catchment[cell]++;
      if (downstream[cell] >= 0) {
        catchment[downstream[cell]] += catchment[cell];
      }
    }
  }

  /** A course of water as the ground bends it; a function of the place, so that waters that meet still meet. */
  private Coordinate meander(int cell) {
    Coordinate p = GRID.centre(cell);
    double x = p.x + 130 * noise.at(p.x, p.y + 5000, 640) + 70 * noise.at(p.x + 9000, p.y, 260);
    double y = p.y + 130 * noise.at(p.x - 7000, p.y, 640) + 70 * noise.at(p.x, p.y - 8000, 260);
    return new Coordinate(x, y);
  }

  /** A stream from its spring, or from where the larger one swallows it, with its width in metres. */
  record Stream(List<Coordinate> course, double width) {}

  /** Streams that drain at least {@code catchment} square metres; a stream that widens is cut where it does. */
  List<Stream> streams(double area) {
    int least = (int) (area / (GRID.cell() * GRID.cell()));
    List<Stream> streams = new ArrayList<>();
    boolean[] wet = new boolean[GRID.size()];
    Integer[] cells = springs(least);
    for (int spring : cells) {
      List<Coordinate> course = new ArrayList<>();
      int cell = spring;
      double width = width(cell);
      while (cell >= 0) {
        course.add(meander(cell));
        if (wet[cell] || width(cell) != width) {
          addTo(streams, course, width);
          course = new ArrayList<>(List.of(meander(cell)));
          width = width(cell);
        }
        if (wet[cell]) {
          break;
        }
        wet[cell] = true;
        cell = downstream[cell];
      }
      addTo(streams, course, width);
    }
    return streams;
  }

  private static void addTo(List<Stream> streams, List<Coordinate> course, double width) {
    if (course.size() > 2) {
      streams.add(new Stream(course, width));
    }
  }

  /** Cells where a stream begins, the longest water first. */
  private Integer[] springs(int least) {
    boolean[] fed = new boolean[GRID.size()];
    for (int i = 0; i < catchment.length; i++) {
      if (catchment[i] >= least && downstream[i] >= 0) {
        fed[downstream[i]] = true;
      }
    }
    List<Integer> springs = new ArrayList<>();
    for (int i = 0; i < catchment.length; i++) {
      if (catchment[i] >= least && !fed[i]) {
        springs.add(i);
      }
    }
    return springs.toArray(Integer[]::new);
  }

  private double width(int cell) {
    double squareKilometres = catchment[cell] * GRID.cell() * GRID.cell() / 1e6;
    return squareKilometres < 4 ? 7 : squareKilometres < 14 ? 12 : 22;
  }
}
