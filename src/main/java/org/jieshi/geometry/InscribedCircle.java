package org.jieshi.geometry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Radius of the largest circle inside a polygonal geometry, by branch and bound over square cells: no point of a cell
 * is further from the boundary than its centre plus half its diagonal. Distances go over plain arrays, which for the
 * few dozen edges of an overlap takes a tenth of the time of JTS' indexed {@code MaximumInscribedCircle}.
 *
 * <p>The search starts from {@code r ≥ A/P}: a polygon with h holes obeys {@code A ≤ rP + (h-1)πr²} (Bonnesen,
 * Sz.-Nagy), so up to one hole the bound holds. It makes thin strips cheap, on which cells alone would be as many as
 * the strip has widths in its length.
 */
final class InscribedCircle {

  private static final double HALF_DIAGONAL = Math.sqrt(2);
  private static final Comparator<Cell> MOST_PROMISING_FIRST = Comparator.comparingDouble(Cell::bound).reversed();

  /** @param half half the side, @param distance from the centre to the boundary, negative outside */
  private record Cell(double x, double y, double half, double distance) {
    double bound() {
      return distance + half * HALF_DIAGONAL;
    }
  }

  /** Cells along the longer side at the start, so that a strip along an axis does not begin with a million. */
  private static final int MOST_CELLS = 256;

  private final double tolerance;
  private double radius;

  private InscribedCircle(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * @param polygonal valid, in a plane system
   * @param tolerance metres by which the result may fall short
   */
  static double radius(Geometry polygonal, double tolerance) {
    InscribedCircle circle = new InscribedCircle(tolerance);
    List<Polygon> parts = Polygons.of(polygonal);
    for (Polygon part : parts) {
      if (part.getNumInteriorRing() <= 1) {
        circle.radius = Math.max(circle.radius, Areas.planeAreaExact(part) / part.getLength());
      }
    }
    parts.forEach(circle::search);
    return circle.radius;
  }

  private void search(Polygon part) {
    Envelope box = part.getEnvelopeInternal();
    double narrow = Math.min(box.getWidth(), box.getHeight());
    if (narrow / 2 <= radius + tolerance) {
      return;
    }
    double side = Math.max(narrow, Math.max(box.getWidth(), box.getHeight()) / MOST_CELLS);
    double[] edges = edges(part);
    PriorityQueue<Cell> queue = new PriorityQueue<>(MOST_PROMISING_FIRST);
    for (double x = box.getMinX(); x < box.getMaxX(); x += side) {
      for (double y = box.getMinY(); y < box.getMaxY(); y += side) {
        offer(queue, edges, x + side / 2, y + side / 2, side / 2);
      }
    }
    for (Cell cell = queue.poll(); cell != null && cell.bound() > radius + tolerance; cell = queue.poll()) {
      double half = cell.half / 2;
      offer(queue, edges, cell.x - half, cell.y - half, half);
      offer(queue, edges, cell.x + half, cell.y - half, half);
      offer(queue, edges, cell.x - half, cell.y + half, half);
      offer(queue, edges, cell.x + half, cell.y + half, half);
    }
  }

  private void offer(PriorityQueue<Cell> queue, double[] edges, double x, double y, double half) {
    Cell cell = new Cell(x, y, half, distance(edges, x, y));
    radius = Math.max(radius, cell.distance);
    if (cell.bound() > radius + tolerance) {
      queue.add(cell);
    }
  }

  /** Distance to the nearest edge, negative when a ray to the east crosses an even number of edges. */
  private static double distance(double[] edges, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    boolean inside = false;
    for (int i = 0; i < edges.length; i += 4) {
      double ax = edges[i] - x;
      double ay = edges[i + 1] - y;
      double bx = edges[i + 2] - x;
      double by = edges[i + 3] - y;
      if (ay > 0 != by > 0 && 0 < ax + (bx - ax) * ay / (ay - by)) {
        inside = !inside;
      }
      nearest = Math.min(nearest, squaredDistanceFromOrigin(ax, ay, bx, by));
    }
    return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
  }

  private static double squaredDistanceFromOrigin(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double squared = dx * dx + dy * dy;
    double along = squared == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / squared));
    double px = ax + along * dx;
    double py = ay + along * dy;
    return px * px + py * py;
  }

  private static double[] edges(Polygon part) {
    double[] edges = new double[4 * part.getNumPoints()];
    int n = 0;
    for (LinearRing ring : Polygons.rings(part)) {
      CoordinateSequence points = ring.getCoordinateSequence();
      for (int i = 1; i < points.size(); i++) {
        edges[n++] = points.getX(i - 1);
        edges[n++] = points.getY(i - 1);
        edges[n++] = points.getX(i);
        edges[n++] = points.getY(i);
      }
    }
    return Arrays.copyOf(edges, n);
  }
}
