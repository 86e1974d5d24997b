package org.jieshi.huashan;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** Turns the stairs of a raster into lines as a surveyor would walk them: bends kept, steps gone. */
final class Curves {

  static final GeometryFactory FACTORY = new GeometryFactory();

  private Curves() {}

  /**
   * Gaussian smoothing along the line, then corners only where it leaves its chord by more than {@code tolerance}.
   * Ends stay where they are; a closed line stays closed.
   */
  static LineString survey(List<Coordinate> points, double sigma, double tolerance) {
    LineString line = FACTORY.createLineString(smooth(points.toArray(Coordinate[]::new), sigma));
    LineString simple = (LineString) DouglasPeuckerSimplifier.simplify(line, tolerance);
    return simple.isClosed() && simple.getNumPoints() < 4 ? line : simple;
  }

  private static Coordinate[] smooth(Coordinate[] points, double sigma) {
    int last = points.length - 1;
    boolean closed = points[0].equals2D(points[last]);
    int reach = (int) StrictMath.ceil(3 * sigma);
    Coordinate[] result = new Coordinate[points.length];
    for (int i = 0; i <= last; i++) {
      int window = closed ? Math.min(reach, last / 3) : Math.min(reach, Math.min(i, last - i));
      double x = 0;
      double y = 0;
      double weights = 0;
      for (int k = -window; k <= window; k++) {
        Coordinate p = points[closed ? Math.floorMod(i + k, last) : i + k];
        double weight = StrictMath.exp(-k * k / (2 * sigma * sigma));
        x += weight * p.x;
        y += weight * p.y;
        weights += weight;
      }
      result[i] = new Coordinate(x / weights, y / weights);
    }
    if (closed) {
      result[last] = result[0].copy();
    }
    return result;
  }
}
