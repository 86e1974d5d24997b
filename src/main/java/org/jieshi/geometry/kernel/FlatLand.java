package org.jieshi.geometry.kernel;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Land as plain arrays: rings one behind the other, not closed, the land to the left of every edge (outer rings run
 * counter-clockwise, holes clockwise), each ring beginning at its westernmost, then southernmost vertex. 16 bytes a
 * vertex, a fifth of what JTS needs. Plane coordinates in metres, x = east, y = north. Immutable.
 */
public final class FlatLand {

  final double[] xy;
  /** Where each ring ends, in vertices. */
  final int[] ringEnds;
  final double minX;
  final double minY;
  final double maxX;
  final double maxY;
  private final double area;

  private FlatLand(double[] xy, int[] ringEnds) {
    this.xy = xy;
    this.ringEnds = ringEnds;
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < xy.length; i += 2) {
      double x = xy[i];
      double y = xy[i + 1];
      west = x < west ? x : west; // Math.min takes three times the time, over what isn't here
      east = x > east ? x : east;
      south = y < south ? y : south;
      north = y > north ? y : north;
    }
    this.minX = west;
    this.minY = south;
    this.maxX = east;
    this.maxY = north;
    this.area = sumOfRings();
  }

  /** A valid Polygon or MultiPolygon, however its rings were drawn. */
  public static FlatLand of(Geometry polygonal) {
    Builder builder = new Builder(polygonal.getNumPoints(), 8);
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      Polygon part = (Polygon) polygonal.getGeometryN(i);
      if (!part.isEmpty()) {
        builder.ring(part.getExteriorRing(), true);
        for (int k = 0; k < part.getNumInteriorRing(); k++) {
          builder.ring(part.getInteriorRingN(k), false);
        }
      }
    }
    return builder.build();
  }

  /**
   * Rings as they stand: closed or not, with the land to the left of every edge.
   *
   * @param xy x and y in turn
   * @param ringEnds where each ring ends, in vertices
   */
  public static FlatLand ofRings(double[] xy, int[] ringEnds) {
    Builder builder = new Builder(xy.length / 2, ringEnds.length);
    int from = 0;
    for (int end : ringEnds) {
      builder.begin();
      for (int i = from; i < end; i++) {
        builder.vertex(xy[2 * i], xy[2 * i + 1]);
      }
      builder.endAsDrawn();
      from = end;
    }
    return builder.build();
  }

  /** Polygon or MultiPolygon in JTS' canonical order. */
  public Geometry toGeometry(GeometryFactory factory) {
    FlatRings rings = new FlatRings();
    rings.add(this, 0, 0);
    return PolygonAssembly.of(rings, factory);
  }

  /** A ring's x and y in turn, closed as it is. Not to be written to: it may be the ring's own. */
  public static double[] xy(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    if (points instanceof PackedCoordinateSequence.Double packed && packed.getDimension() == 2) {
      return packed.getRawCoordinates();
    }
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.getX(i);
      xy[2 * i + 1] = points.getY(i);
    }
    return xy;
  }

  /** Plane area, m², holes taken off. */
  public double area() {
    return area;
  }

  public Envelope bounds() {
    return xy.length == 0 ? new Envelope() : new Envelope(minX, maxX, minY, maxY);
  }

  public int vertices() {
    return xy.length / 2;
  }

  /** Something done with an edge, named by the vertex it begins at. */
  @FunctionalInterface
  public interface EdgeVisit {
    void at(int vertex, double fromX, double fromY, double toX, double toY);
  }

  /** Ring by ring, in their direction. */
  public void forEachEdge(EdgeVisit action) {
    int from = 0;
    for (int end : ringEnds) {
      for (int i = from; i < end; i++) {
        int next = i + 1 == end ? from : i + 1;
        action.at(i, xy[2 * i], xy[2 * i + 1], xy[2 * next], xy[2 * next + 1]);
      }
      from = end;
    }
  }

  /** Whether it is one piece without a hole. */
  boolean isSimple() {
    return ringEnds.length == 1;
  }

  /** Whether it hangs together, with holes or without. */
  boolean isOnePiece() {
    int outer = 0;
    int from = 0;
    for (int end : ringEnds) {
      outer += signedArea(xy, from, end) > 0 ? 1 : 0;
      from = end;
    }
    return outer == 1;
  }

  boolean boundsHold(FlatLand other) {
    return minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY;
  }

  int ringOf(int vertex) {
    int ring = 0;
    while (ringEnds[ring] <= vertex) {
      ring++;
    }
    return ring;
  }

  int ringStart(int ring) {
    return ring == 0 ? 0 : ringEnds[ring - 1];
  }

  /** The vertex behind this one on its ring. */
  int next(int vertex, int ring) {
    return vertex + 1 == ringEnds[ring] ? ringStart(ring) : vertex + 1;
  }

  boolean sameAs(FlatLand other) {
    return Arrays.equals(ringEnds, other.ringEnds) && Arrays.equals(xy, other.xy);
  }

  /** Whether the point is inside; undefined for points on the boundary. */
  boolean contains(double x, double y) {
    if (x < minX || x > maxX || y < minY || y > maxY) {
      return false;
    }
    boolean inside = false;
    int from = 0;
    for (int end : ringEnds) {
      double px = xy[2 * end - 2] - x;
      double py = xy[2 * end - 1] - y;
      for (int i = from; i < end; i++) {
        double qx = xy[2 * i] - x;
        double qy = xy[2 * i + 1] - y;
        if (py > 0 != qy > 0 && qx * py - qy * px > 0 == py > qy) {
          inside = !inside;
        }
        px = qx;
        py = qy;
      }
      from = end;
    }
    return inside;
  }

  /** Smallest first, so that the order of rings does not matter to the last bit. */
  private double sumOfRings() {
    double[] areas = new double[ringEnds.length];
    int from = 0;
    for (int ring = 0; ring < ringEnds.length; ring++) {
      areas[ring] = signedArea(xy, from, ringEnds[ring]);
      from = ringEnds[ring];
    }
    Arrays.sort(areas);
    double total = 0;
    for (double each : areas) {
      total += each;
    }
    return total;
  }

  /** Of the ring of vertices {@code from} to {@code end}, not closed: positive when it runs counter-clockwise. */
  static double signedArea(double[] xy, int from, int end) {
    double x0 = xy[2 * from];
    double y0 = xy[2 * from + 1];
    double twice = 0;
    double x = 0;
    double y = 0;
    for (int i = from + 1; i < end; i++) {
      double nextX = xy[2 * i] - x0;
      double nextY = xy[2 * i + 1] - y0;
      twice += x * nextY - nextX * y;
      x = nextX;
      y = nextY;
    }
    return twice / 2;
  }

  private static final class Builder {

    private double[] xy;
    private int[] ringEnds;
    private int vertices;
    private int rings;
    private int ringStart;

    Builder(int vertices, int rings) {
      this.xy = new double[2 * vertices];
      this.ringEnds = new int[rings];
    }

    void ring(LinearRing ring, boolean outer) {
      double[] closed = xy(ring);
      begin();
      if (closed.length > 6) {
        inOrder(closed, outer);
      }
    }

    void begin() {
      ringStart = vertices;
    }

    void vertex(double x, double y) {
      if (vertices > ringStart && xy[2 * vertices - 2] == x && xy[2 * vertices - 1] == y) {
        return;
      }
      xy[2 * vertices] = x;
      xy[2 * vertices + 1] = y;
      vertices++;
    }

    /** Puts down a closed ring, whichever way it was drawn, from its westernmost vertex and in its direction. */
    private void inOrder(double[] closed, boolean outer) {
      int n = closed.length / 2 - 1;
      int first = 0;
      for (int i = 1; i < n; i++) {
        double dx = closed[2 * i] - closed[2 * first];
        if (dx < 0 || dx == 0 && closed[2 * i + 1] < closed[2 * first + 1]) {
          first = i;
        }
      }
      boolean forwards = signedArea(closed, 0, n) > 0 == outer;
      for (int k = 0, i = first; k < n; k++) {
        vertex(closed[2 * i], closed[2 * i + 1]);
        i = forwards ? i + 1 == n ? 0 : i + 1 : i == 0 ? n - 1 : i - 1;
      }
      if (close()) {
        keep();
      }
    }

    void endAsDrawn() {
      if (close()) {
        beginAtTheWest();
        keep();
      }
    }

    /** Whether anything is left of the ring. */
    private boolean close() {
      if (vertices - ringStart > 1 && xy[2 * ringStart] == xy[2 * vertices - 2]
          && xy[2 * ringStart + 1] == xy[2 * vertices - 1]) {
        vertices--;
      }
      if (vertices - ringStart < 3) {
        vertices = ringStart;
        return false;
      }
      return true;
    }

    private void keep() {
      if (rings == ringEnds.length) {
        ringEnds = Arrays.copyOf(ringEnds, 2 * rings);
      }
      ringEnds[rings++] = vertices;
    }

    private void beginAtTheWest() {
      int first = ringStart;
      for (int i = ringStart + 1; i < vertices; i++) {
        double dx = xy[2 * i] - xy[2 * first];
        if (dx < 0 || dx == 0 && xy[2 * i + 1] < xy[2 * first + 1]) {
          first = i;
        }
      }
      if (first != ringStart) {
        reverse(ringStart, first);
        reverse(first, vertices);
        reverse(ringStart, vertices);
      }
    }

    private void reverse(int from, int end) {
      for (int i = from, k = end - 1; i < k; i++, k--) {
        double x = xy[2 * i];
        double y = xy[2 * i + 1];
        xy[2 * i] = xy[2 * k];
        xy[2 * i + 1] = xy[2 * k + 1];
        xy[2 * k] = x;
        xy[2 * k + 1] = y;
      }
    }

    FlatLand build() {
      return new FlatLand(xy.length == 2 * vertices ? xy : Arrays.copyOf(xy, 2 * vertices),
          Arrays.copyOf(ringEnds, rings));
    }
  }
}
