package org.jieshi.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jieshi.geometry.kernel.FlatLand;

/**
 * The edges of parcels in the squares of a grid, found again from a point near them. Edges between parcels are all about
 * as long, for which a grid over plain arrays takes a fifth of the time of a tree.
 */
final class EdgeGrid {

  private final double margin;
  private double[] ends;
  private int[] parcels;
  private int count;
  private double west = Double.POSITIVE_INFINITY;
  private double south = Double.POSITIVE_INFINITY;
  private double side;
  private int columns;
  private int rows;
  private int[] starts = {};
  private int[] edges = {};

  /**
   * @param land of one plane system
   * @param chosen which edges are wanted
   * @param margin metres within which an edge is found
   */
  EdgeGrid(List<FlatLand> land, EdgeChoice chosen, double margin) {
    this.margin = margin;
    int vertices = land.stream().mapToInt(FlatLand::vertices).sum();
    ends = new double[4 * vertices];
    parcels = new int[vertices];
    for (int i = 0; i < land.size(); i++) {
      int parcel = i;
      land.get(i).forEachEdge((vertex, fromX, fromY, toX, toY) -> {
        if (chosen.wants(parcel, vertex)) {
          add(parcel, fromX, fromY, toX, toY);
        }
      });
    }
    ends = Arrays.copyOf(ends, 4 * count);
    parcels = Arrays.copyOf(parcels, count);
    sort();
  }

  int size() {
    return count;
  }

  /** The place of its land in the list. */
  int parcel(int edge) {
    return parcels[edge];
  }

  /** Where the edge starts. */
  double fromX(int edge) {
    return ends[4 * edge];
  }

  double fromY(int edge) {
    return ends[4 * edge + 1];
  }

  double toX(int edge) {
    return ends[4 * edge + 2];
  }

  double toY(int edge) {
    return ends[4 * edge + 3];
  }

  boolean endsAt(int edge, double x, double y) {
    return fromX(edge) == x && fromY(edge) == y || toX(edge) == x && toY(edge) == y;
  }

  /** Whether the edge comes within some metres of a place. */
  boolean isNear(int edge, double x, double y, double reach) {
    double fromX = ends[4 * edge] - x;
    double fromY = ends[4 * edge + 1] - y;
    double toX = ends[4 * edge + 2] - x;
    double toY = ends[4 * edge + 3] - y;
    if (Math.min(fromX, toX) > reach || Math.max(fromX, toX) < -reach || Math.min(fromY, toY) > reach
        || Math.max(fromY, toY) < -reach) {
      return false;
    }
    double dx = toX - fromX;
    double dy = toY - fromY;
    double along = Math.max(0, Math.min(1, -(fromX * dx + fromY * dy) / (dx * dx + dy * dy)));
    double offX = fromX + along * dx;
    double offY = fromY + along * dy;
    return offX * offX + offY * offY <= reach * reach;
  }

  /** The numbers of all edges within the margin of a vertex, and of some that are further away. */
  void forEachNear(double x, double y, IntConsumer action) {
    int square = row(y) * columns + column(x);
    for (int i = starts[square]; i < starts[square + 1]; i++) {
      action.accept(edges[i]);
    }
  }

  /** Whether no edge of the same land that is here starts where this one ends. */
  boolean endsAlone(int edge) {
    if (edge + 1 < count && parcels[edge + 1] == parcels[edge] && startsAt(edge + 1, toX(edge), toY(edge))) {
      return false;
    }
    for (int other = edge; other >= 0 && parcels[other] == parcels[edge]; other--) { // the ring closes
      if (startsAt(other, toX(edge), toY(edge))) {
        return false;
      }
    }
    return true;
  }

  private boolean startsAt(int edge, double x, double y) {
    return fromX(edge) == x && fromY(edge) == y;
  }

  private void add(int parcel, double fromX, double fromY, double toX, double toY) {
    ends[4 * count] = fromX;
    ends[4 * count + 1] = fromY;
    ends[4 * count + 2] = toX;
    ends[4 * count + 3] = toY;
    parcels[count++] = parcel;
  }

  private void sort() {
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    double length = 0;
    for (int i = 0; i < ends.length; i += 4) {
      west = Math.min(west, ends[i]);
      east = Math.max(east, ends[i]);
      south = Math.min(south, ends[i + 1]);
      north = Math.max(north, ends[i + 1]);
      length += Math.max(Math.abs(ends[i] - ends[i + 2]), Math.abs(ends[i + 1] - ends[i + 3]));
    }
    // no more squares than edges, however far apart the parcels are
    double area = (east - west + 2 * margin) * (north - south + 2 * margin);
    side = Math.max(2 * margin, Math.max(2 * length / Math.max(1, count), Math.sqrt(area / Math.max(1, count))));
    columns = count == 0 ? 1 : (int) ((east + margin - west) / side) + 1;
    rows = count == 0 ? 1 : (int) ((north + margin - south) / side) + 1;
    starts = new int[columns * rows + 1];
    for (int i = 0; i < count; i++) {
      forEachSquare(i, square -> starts[square + 1]++);
    }
    for (int square = 0; square < columns * rows; square++) {
      starts[square + 1] += starts[square];
    }
    edges = new int[starts[columns * rows]];
    int[] filled = starts.clone();
    for (int i = 0; i < count; i++) {
      int edge = i;
      forEachSquare(i, square -> edges[filled[square]++] = edge);
    }
  }

  private void forEachSquare(int edge, IntConsumer action) {
    int lastColumn = column(Math.max(fromX(edge), toX(edge)) + margin);
    int lastRow = row(Math.max(fromY(edge), toY(edge)) + margin);
    for (int row = row(Math.min(fromY(edge), toY(edge)) - margin); row <= lastRow; row++) {
      for (int column = column(Math.min(fromX(edge), toX(edge)) - margin); column <= lastColumn; column++) {
        action.accept(row * columns + column);
      }
    }
  }

  private int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) ((x - west) / side)));
  }

  private int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) ((y - south) / side)));
  }
}
