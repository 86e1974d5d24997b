package org.jieshi.huashan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas without any rounding before the last step: coordinates are whole millimetres, so the doubled shoelace sum is a
 * whole number of square millimetres. It is taken about the first vertex: 12 km squared in mm² stays far below 2⁶³.
 */
final class Areas {

  private static final BigDecimal DOUBLED_SQUARE_METRE = BigDecimal.valueOf(2_000_000);

  private Areas() {}

  static long millimetres(double metres) {
    return Math.round(metres * 1000);
  }

  /** Twice the plane area in mm², holes subtracted. */
  static long doubled(Geometry geometry) {
    long sum = 0;
    for (Polygon polygon : Overlay.polygons(geometry)) {
      sum += doubled(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        sum -= doubled(polygon.getInteriorRingN(i));
      }
    }
    return sum;
  }

  private static long doubled(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    long x0 = millimetres(points.getX(0));
    long y0 = millimetres(points.getY(0));
    long sum = 0;
    for (int i = 0; i < points.size() - 1; i++) {
      long x1 = millimetres(points.getX(i)) - x0;
      long y1 = millimetres(points.getY(i)) - y0;
      long x2 = millimetres(points.getX(i + 1)) - x0;
      long y2 = millimetres(points.getY(i + 1)) - y0;
      sum += x1 * y2 - x2 * y1;
    }
    return Math.abs(sum);
  }

  /** Plane area in m², half up to 0.01 m². */
  static BigDecimal of(Geometry geometry) {
    return BigDecimal.valueOf(doubled(geometry)).divide(DOUBLED_SQUARE_METRE, 2, RoundingMode.HALF_UP);
  }

  /** The sum of the rounded areas, as totals of certificates are formed. */
  static BigDecimal sum(Collection<? extends Geometry> geometries) {
    return geometries.stream().map(Areas::of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Twice the area that a rounded area stands for, mm². */
  static long doubled(BigDecimal area) {
    return area.multiply(DOUBLED_SQUARE_METRE).longValueExact();
  }

  /**
   * Where to put vertex {@code v} between {@code before} and {@code after} (counter-clockwise) so that the doubled area
   * grows by {@code gain} mm²: out along the normal of the chord, then the best of the millimetres around.
   */
  static Coordinate shifted(Coordinate before, Coordinate v, Coordinate after, long gain) {
    long cx = millimetres(after.x) - millimetres(before.x);
    long cy = millimetres(after.y) - millimetres(before.y);
    double squared = (double) cx * cx + (double) cy * cy;
    long x = Math.round(gain * (cy / squared));
    long y = Math.round(gain * (-cx / squared));
    long bestX = x;
    long bestY = y;
    for (long dx = x - 40; dx <= x + 40; dx++) {
      for (long dy = y - 40; dy <= y + 40; dy++) {
        if (Math.abs(dx * cy - dy * cx - gain) < Math.abs(bestX * cy - bestY * cx - gain)) {
          bestX = dx;
          bestY = dy;
        }
      }
    }
    return new Coordinate((millimetres(v.x) + bestX) / 1000.0, (millimetres(v.y) + bestY) / 1000.0);
  }
}
