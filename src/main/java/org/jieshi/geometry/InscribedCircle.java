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
 * <p>Thin strips would need as many cells as they have widths in their length. Two things keep them cheap. The search
 * starts from {@code r ≥ A/P}: a polygon with h holes obeys {@code A ≤ rP + (h-1)πr²} (Bonnesen, Sz.-Nagy), so up to one
 * hole the bound holds. And a cell through which the land runs between two edges that face each other needs no dividing:
 * no circle there is wider than the strip ({@link Facing}).
 */
final class InscribedCircle {

  private static final double HALF_DIAGONAL = Math.sqrt(2);
  private static final Comparator<Cell> MOST_PROMISING_FIRST = (a, b) -> Double.compare(b.bound, a.bound);

  /** @param half half the side, @param bound what no point of the cell is further from the boundary than */
  private record Cell(double x, double y, double half, double bound) {
  }

  /** Cells along the longer side at the start, so that a strip along an axis does not begin with a million. */
  private static final int MOST_CELLS = 256;

  /** More than any land needs. A triangle with a vertex 1e20 metres away has cells whose halves round to themselves. */
  private static final int MOST_OFFERED = 200_000;

  private final double tolerance;
  private double radius;
  private int offered;

  private InscribedCircle(double tolerance) {
    this.tolerance = tolerance;
  }

  /**
   * @param polygonal valid, in a plane system
   * @param tolerance metres by which the result may fall short; further only for shapes beyond all measure
   */
  static double radius(Geometry polygonal, double tolerance) {
    InscribedCircle circle = new InscribedCircle(tolerance);
    List<Polygon> parts = Polygons.of(polygonal);
    for (Polygon part : parts) {
      circle.radius = Math.max(circle.radius, least(part));
    }
    parts.forEach(circle::search);
    return circle.radius;
  }

  /** What the radius is at least, at once; 0 if area and perimeter do not tell. */
  static double least(double area, double perimeter, int holes) {
    return holes <= 1 ? area / perimeter : 0;
  }

  private static double least(Polygon part) {
    return least(Areas.planeAreaExact(part), part.getLength(), part.getNumInteriorRing());
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
    for (Cell cell = queue.poll(); cell != null && cell.bound() > radius + tolerance && offered < MOST_OFFERED;
        cell = queue.poll()) {
      double half = cell.half / 2;
      offer(queue, edges, cell.x - half, cell.y - half, half);
      offer(queue, edges, cell.x + half, cell.y - half, half);
      offer(queue, edges, cell.x - half, cell.y + half, half);
      offer(queue, edges, cell.x + half, cell.y + half, half);
    }
  }

  private void offer(PriorityQueue<Cell> queue, double[] edges, double x, double y, double half) {
    offered++;
    double first = Double.POSITIVE_INFINITY; // squared distances of the three nearest edges
    double second = Double.POSITIVE_INFINITY;
    double third = Double.POSITIVE_INFINITY;
    int nearest = 0;
    int next = 0;
    boolean inside = false;
    for (int i = 0; i < edges.length; i += 4) {
      double ax = edges[i] - x;
      double ay = edges[i + 1] - y;
      double bx = edges[i + 2] - x;
      double by = edges[i + 3] - y;
      if (ay > 0 != by > 0 && 0 < ax + (bx - ax) * ay / (ay - by)) { // a ray to the east crosses
        inside = !inside;
      }
      double squared = squaredDistanceFromOrigin(ax, ay, bx, by);
      if (squared < first) {
        third = second;
        second = first;
        next = nearest;
        first = squared;
        nearest = i;
      } else if (squared < second) {
        third = second;
        second = squared;
        next = i;
      } else if (squared < third) {
        third = squared;
      }
    }
    double reach = half * HALF_DIAGONAL;
    double distance = inside ? Math.sqrt(first) : -Math.sqrt(first);
    radius = Math.max(radius, distance);
    double bound = distance + reach;
    if (bound > radius + tolerance && third > reach * reach) {
      bound = Math.min(bound, Facing.bound(edges, nearest, next, x, y, half, inside));
    }
    if (bound > radius + tolerance) {
      queue.add(new Cell(x, y, half, bound));
    }
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
