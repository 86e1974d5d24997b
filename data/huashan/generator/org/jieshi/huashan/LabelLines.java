package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * The lines between the labels of a raster. A line runs from node to node, a node being a corner where three labels
 * meet, so both sides of a line get the same vertices and a partition stays a partition after smoothing.
 */
final class LabelLines {

  private static final int[][] STEPS = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};

  private final Grid grid;
  private final int[] labels;
  private final boolean frame;
  private final boolean[][] walked;

  private LabelLines(Grid grid, int[] labels, boolean frame) {
    this.grid = grid;
    this.labels = labels;
    this.frame = frame;
    this.walked = new boolean[4][(grid.columns() + 1) * (grid.rows() + 1)];
  }

  /** @param frame whether the rim of the raster is a line too */
  static List<LineString> of(Grid grid, int[] labels, boolean frame, double sigma, double tolerance) {
    return new LabelLines(grid, labels, frame).trace(sigma, tolerance);
  }

  private List<LineString> trace(double sigma, double tolerance) {
    List<LineString> lines = new ArrayList<>();
    for (boolean loops : new boolean[] {false, true}) {
      for (int row = 0; row <= grid.rows(); row++) {
        for (int column = 0; column <= grid.columns(); column++) {
          boolean node = degree(column, row) != 2;
          for (int step = 0; step < 4 && node != loops; step++) {
            if (edge(column, row, step) && !walked[step][corner(column, row)]) {
              lines.add(Curves.survey(walk(column, row, step), sigma, tolerance));
            }
          }
        }
      }
    }
    return lines;
  }

  private List<Coordinate> walk(int column, int row, int step) {
    List<Coordinate> points = new ArrayList<>();
    int firstColumn = column;
    int firstRow = row;
    boolean loop = degree(column, row) == 2;
    if (!loop) {
      points.add(point(column, row));
    }
    do {
      walked[step][corner(column, row)] = true;
      points.add(point(column + STEPS[step][0] / 2.0, row + STEPS[step][1] / 2.0));
      column += STEPS[step][0];
      row += STEPS[step][1];
      int back = (step + 2) % 4;
      walked[back][corner(column, row)] = true;
      if (degree(column, row) != 2) {
        points.add(point(column, row));
        return points;
      }
      step = onward(column, row, back);
    } while (column != firstColumn || row != firstRow);
    points.add(points.get(0).copy());
    return points;
  }

  private int onward(int column, int row, int back) {
    for (int step = 0; step < 4; step++) {
      if (step != back && edge(column, row, step)) {
        return step;
      }
    }
    throw new IllegalStateException("line ends at " + column + ", " + row);
  }

  private int degree(int column, int row) {
    int degree = 0;
    for (int step = 0; step < 4; step++) {
      degree += edge(column, row, step) ? 1 : 0;
    }
    return degree;
  }

  /** Whether the lattice edge that leaves this corner in this direction parts two labels. */
  private boolean edge(int column, int row, int step) {
    return switch (step) {
      case 0 -> parts(column, row - 1, column, row);
      case 1 -> parts(column - 1, row, column, row);
      case 2 -> parts(column - 1, row - 1, column - 1, row);
      default -> parts(column - 1, row - 1, column, row - 1);
    };
  }

  private boolean parts(int columnA, int rowA, int columnB, int rowB) {
    boolean hasA = grid.has(columnA, rowA);
    boolean hasB = grid.has(columnB, rowB);
    if (!hasA || !hasB) {
      return frame && hasA != hasB && labels[hasA ? grid.index(columnA, rowA) : grid.index(columnB, rowB)] >= 0;
    }
    return labels[grid.index(columnA, rowA)] != labels[grid.index(columnB, rowB)];
  }

  private int corner(int column, int row) {
    return row * (grid.columns() + 1) + column;
  }

  private Coordinate point(double column, double row) {
    return new Coordinate(grid.west() + column * grid.cell(), grid.south() + row * grid.cell());
  }
}
