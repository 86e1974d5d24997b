package org.jieshi.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

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
   * @param land polygonal geometries of one plane system
   * @param margin metres within which an edge is found
   */
  EdgeGrid(List<? extends Geometry> land, double margin) {
    this.margin = margin;
    int points = land.stream().mapToInt(Geometry::getNumPoints).sum();
    ends = new double[4 * points];
    parcels = new int[points];
    for (int i = 0; i < land.size(); i++) {
      for (Polygon polygon : Polygons.of(land.get(i))) {
        for (LinearRing ring : Polygons.rings(polygon)) {
          add(i, ring.getCoordinateSequence());
        }
      }
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

  /** Where the edge starts; every vertex is the start of one edge. */
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

  /** The numbers of all edges within the margin of a vertex, and of some that are further away. */
  void forEachNear(double x, double y, IntConsumer action) {
    int square = row(y) * columns + column(x);
    for (int i = starts[square]; i < starts[square + 1]; i++) {
      action.accept(edges[i]);
    }
  }

  private void add(int parcel, CoordinateSequence ring) {
    for (int i = 1; i < ring.size(); i++) {
      int at = 4 * count;
      ends[at] = ring.getX(i - 1);
      ends[at + 1] = ring.getY(i - 1);
      ends[at + 2] = ring.getX(i);
      ends[at + 3] = ring.getY(i);
      if (ends[at] != ends[at + 2] || ends[at + 1] != ends[at + 3]) {
        parcels[count++] = parcel;
      }
    }
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
