package org.jieshi.geometry.kernel;

import java.util.Arrays;

/**
 * Where edges of different lands come within a micrometre of each other in anything but a vertex that both have. Edges are
 * looked up in the squares of a grid; an edge that two lands have is looked at once. Rather tells a contact too many than
 * one too few. Keeps its memory from one set of lands to the next and belongs to one thread.
 */
final class EdgeContacts {

  private static final double NEAR = BoundaryWeb.NEAR;
  private static final double NEAR_SQUARED = NEAR * NEAR;
  /** m by which an edge reaches into a square beside it: more than is near, and than rounding takes. */
  private static final double MARGIN = 1e-4;
  /** Edges in a square from which they are sorted, so that many short ones in one place are no quadratic matter. */
  private static final int MANY = 24;

  private final SharedVertices vertices;
  /** The vertices that the edges begin at, and where these are and where the edges end: x, y, x, y. */
  private int[] edges = {};
  private double[] ends = {};
  private int count;
  private double west;
  private double south;
  private double side;
  private int columns;
  private int rows;
  /** Which squares edges pass, in pairs as they are found, then by square. */
  private int[] passed = new int[1024];
  private int passes;
  private int[] starts = {};
  private int[] filled = {};
  private int[] inSquares = {};

  EdgeContacts(SharedVertices vertices) {
    this.vertices = vertices;
  }

  /** Each two edges of different lands that touch, by the vertices they begin at; some of them more than once. */
  void forEach(SharedVertices.Pair action) {
    count = 0;
    passes = 0;
    for (int edge = 0; edge < vertices.count; edge++) {
      if (!isTold(edge)) {
        add(edge);
      }
    }
    if (count > 0) {
      lay();
      lookThroughSquares(action);
    }
  }

  private void lookThroughSquares(SharedVertices.Pair action) {
    for (int square = 0; square < rows * columns; square++) {
      int from = starts[square];
      int end = starts[square + 1];
      boolean many = end - from > MANY;
      if (many) {
        sortBySouth(from, end);
      }
      for (int i = from; i < end; i++) {
        int edge = inSquares[i];
        double north = many ? Math.max(ends[4 * edge + 1], ends[4 * edge + 3]) + NEAR : 0;
        for (int k = i + 1; k < end && (!many || southOf(inSquares[k]) <= north); k++) {
          if (touch(4 * edge, 4 * inSquares[k])) {
            tell(edges[edge], edges[inSquares[k]], action);
          }
        }
      }
    }
  }

  /** Whether the same edge is told under another number. */
  private boolean isTold(int edge) {
    int twin = twin(edge);
    return twin != SharedVertices.ALONE && twin < edge;
  }

  private void add(int edge) {
    if (count == edges.length) {
      edges = Arrays.copyOf(edges, Math.max(1024, Math.addExact(count, count / 2)));
      ends = Arrays.copyOf(ends, Math.multiplyExact(4, edges.length));
    }
    int end = vertices.next[edge];
    edges[count] = edge;
    ends[4 * count] = vertices.x(edge);
    ends[4 * count + 1] = vertices.y(edge);
    ends[4 * count + 2] = vertices.x(end);
    ends[4 * count + 3] = vertices.y(end);
    count++;
  }

  /** The same edge of the only other land that has it. */
  private int twin(int edge) {
    int twin = vertices.twin[edge];
    return twin != SharedVertices.ALONE && vertices.twin[twin] == edge ? twin : SharedVertices.ALONE;
  }

  private void tell(int one, int other, SharedVertices.Pair action) {
    int oneTwin = twin(one);
    int otherTwin = twin(other);
    tellOfTwo(one, other, action);
    tellOfTwo(one, otherTwin, action);
    tellOfTwo(oneTwin, other, action);
    tellOfTwo(oneTwin, otherTwin, action);
  }

  private void tellOfTwo(int one, int other, SharedVertices.Pair action) {
    if (one != SharedVertices.ALONE && other != SharedVertices.ALONE && vertices.land[one] != vertices.land[other]) {
      action.at(one, other);
    }
  }

  /** @param one and other where their ends are in {@link #ends} */
  private boolean touch(int one, int other) {
    double x = ends[one];
    double y = ends[one + 1];
    double dx = ends[one + 2] - x;
    double dy = ends[one + 3] - y;
    double fromX = ends[other] - x;
    double fromY = ends[other + 1] - y;
    double toX = ends[other + 2] - x;
    double toY = ends[other + 3] - y;
    if (Math.min(fromX, toX) > Math.max(0, dx) + NEAR || Math.max(fromX, toX) < Math.min(0, dx) - NEAR
        || Math.min(fromY, toY) > Math.max(0, dy) + NEAR || Math.max(fromY, toY) < Math.min(0, dy) - NEAR) {
      return false;
    }
    boolean fromAtStart = fromX == 0 && fromY == 0;
    boolean toAtStart = toX == 0 && toY == 0;
    boolean fromAtEnd = fromX == dx && fromY == dy;
    boolean toAtEnd = toX == dx && toY == dy;
    if (fromAtStart || toAtStart) {
      boolean same = fromAtStart ? toAtEnd : fromAtEnd;
      return !same && runTogether(dx, dy, fromAtStart ? toX : fromX, fromAtStart ? toY : fromY);
    }
    if (fromAtEnd || toAtEnd) {
      return runTogether(-dx, -dy, (fromAtEnd ? toX : fromX) - dx, (fromAtEnd ? toY : fromY) - dy);
    }
    return !onOneSide(dx, dy, fromX, fromY, toX, toY)
        && !onOneSide(toX - fromX, toY - fromY, -fromX, -fromY, dx - fromX, dy - fromY);
  }

  /** Whether two edges from one vertex come near each other again at the end of the shorter one. */
  private static boolean runTogether(double ax, double ay, double bx, double by) {
    double cross = ax * by - ay * bx;
    return ax * bx + ay * by > 0
        && cross * cross <= NEAR_SQUARED * Math.max(ax * ax + ay * ay, bx * bx + by * by);
  }

  /** Whether two points lie on the same side of a line through the origin, and not near it. */
  private static boolean onOneSide(double dx, double dy, double px, double py, double qx, double qy) {
    double p = dx * py - dy * px;
    double q = dx * qy - dy * qx;
    double near = NEAR_SQUARED * (dx * dx + dy * dy);
    return p > 0 == q > 0 && p * p > near && q * q > near;
  }

  private void lay() {
    west = Double.POSITIVE_INFINITY;
    south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    double length = 0;
    for (int i = 0; i < 4 * count; i += 4) {
      west = Math.min(west, ends[i]);
      east = Math.max(east, ends[i]);
      south = Math.min(south, ends[i + 1]);
      north = Math.max(north, ends[i + 1]);
      length += Math.abs(ends[i] - ends[i + 2]) + Math.abs(ends[i + 1] - ends[i + 3]);
    }
    // where an edge told under another number ends may lie outside: it counts for the last row or column
    double area = (east - west) * (north - south);
    side = Math.max(2 * MARGIN, Math.max(length / count, Math.sqrt(area / count)));
    columns = (int) ((east - west) / side) + 1;
    rows = (int) ((north - south) / side) + 1;
    int squares = Math.multiplyExact(columns, rows);
    if (starts.length <= squares) {
      starts = new int[squares + 1];
      filled = new int[squares + 1];
    }
    Arrays.fill(starts, 0, squares + 1, 0);
    for (int edge = 0; edge < count; edge++) {
      findSquares(edge);
    }
    for (int square = 0; square < squares; square++) {
      starts[square + 1] += starts[square];
    }
    System.arraycopy(starts, 0, filled, 0, squares + 1);
    if (inSquares.length < passes) {
      inSquares = new int[passes];
    }
    for (int pass = 0; pass < 2 * passes; pass += 2) {
      inSquares[filled[passed[pass]]++] = passed[pass + 1];
    }
  }

  /** Row by row the squares that the edge passes: as many as it is long, not as many as its bounds are wide and high. */
  private void findSquares(int edge) {
    boolean up = ends[4 * edge + 1] <= ends[4 * edge + 3];
    int low = up ? 4 * edge : 4 * edge + 2;
    int high = up ? 4 * edge + 2 : 4 * edge;
    double lowX = ends[low];
    double lowY = ends[low + 1];
    double dx = ends[high] - lowX;
    double dy = ends[high + 1] - lowY;
    int first = row(lowY - MARGIN);
    int last = row(ends[high + 1] + MARGIN);
    if (first == last) {
      passRow(edge, first, lowX, lowX + dx);
      return;
    }
    for (int row = first; row <= last; row++) {
      double floor = south + row * side - MARGIN;
      double from = row == 0 || floor <= lowY ? 0 : Math.min(1, (floor - lowY) / dy);
      double ceiling = south + (row + 1) * side + MARGIN;
      double to = row == rows - 1 || ceiling >= lowY + dy ? 1 : Math.max(0, (ceiling - lowY) / dy);
      passRow(edge, row, lowX + from * dx, lowX + to * dx);
    }
  }

  private void passRow(int edge, int row, double fromX, double toX) {
    int last = column(Math.max(fromX, toX) + MARGIN);
    for (int column = column(Math.min(fromX, toX) - MARGIN); column <= last; column++) {
      if (2 * passes == passed.length) {
        passed = Arrays.copyOf(passed, Math.multiplyExact(2, passed.length));
      }
      passed[2 * passes] = row * columns + column;
      passed[2 * passes + 1] = edge;
      passes++;
      starts[row * columns + column + 1]++;
    }
  }

  private int column(double x) {
    return Math.max(0, Math.min(columns - 1, (int) ((x - west) / side)));
  }

  private int row(double y) {
    return Math.max(0, Math.min(rows - 1, (int) ((y - south) / side)));
  }

  private double southOf(int edge) {
    return Math.min(ends[4 * edge + 1], ends[4 * edge + 3]);
  }

  private void sortBySouth(int from, int end) {
    Integer[] sorted = new Integer[end - from];
    for (int i = from; i < end; i++) {
      sorted[i - from] = inSquares[i];
    }
    Arrays.sort(sorted, (a, b) -> Double.compare(southOf(a), southOf(b)));
    for (int i = from; i < end; i++) {
      inSquares[i] = sorted[i - from];
    }
  }
}
