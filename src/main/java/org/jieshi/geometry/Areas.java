package org.jieshi.geometry;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.jieshi.shared.AreaUnits;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Plane and ellipsoid area: two figures that are never mixed in one sum (domain sheet §1 rule 5, §3). Square metres;
 * holes are subtracted, parts added. The SRID of a geometry decides its coordinate system. Hectares and mu are in
 * {@link AreaUnits}.
 */
public final class Areas {

  /** Hundredths of a square metre, and the same as a share of the area: well beyond what rounding of the sum takes. */
  private static final double NEAR_TIE = 1e-3;
  private static final double NEAR_TIE_SHARE = 1e-10;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private Areas() {}

  /**
   * The area a certificate carries: shoelace in the plane system of the survey, rounded half up to 0.01 m². Within
   * reach of a tie the sum is repeated in decimal arithmetic over the coordinates as they are written, so that the last
   * digit depends neither on the ring's first vertex nor on its direction.
   *
   * @throws GeometryRefusal {@code DEGREES_NOT_PLANE} (rule A3) or {@code SYSTEM_UNKNOWN} when the SRID is not a plane
   *     system
   */
  public static BigDecimal planeArea(Geometry polygonal) {
    CoordinateSystems.bySrid(polygonal.getSRID());
    double area = planeAreaExact(polygonal);
    double hundredths = area * 100;
    double toTie = Math.abs(hundredths - Math.floor(hundredths) - 0.5);
    return toTie < Math.max(NEAR_TIE, area * NEAR_TIE_SHARE)
        ? decimalArea(polygonal).setScale(2, HALF_UP)
        : BigDecimal.valueOf(Math.round(hundredths), 2);
  }

  /**
   * The same area unrounded. Differences from a local origin are exact in binary arithmetic, so that the error stays
   * below 1e-6 m² for a parcel of a square kilometre. Unlike {@link #planeArea} it takes plane coordinates of unnamed
   * systems, but never degrees.
   */
  public static double planeAreaExact(Geometry polygonal) {
    if (CoordinateSystems.isGeographic(polygonal.getSRID())) {
      CoordinateSystems.bySrid(polygonal.getSRID());
    }
    return sum(polygonal, ring -> Math.abs(shoelace(ring)));
  }

  /**
   * Area on the ellipsoid, rounded half up to 0.01 m²: exact geodesic polygon area (Karney 2013). On the CGCS2000
   * ellipsoid for CGCS2000 and WGS 84; a survey in an older datum is measured on its own ellipsoid, because moving it
   * to CGCS2000 would need the shift that nobody gave (rule 4).
   */
  public static BigDecimal ellipsoidArea(Geometry polygonal) {
    return AreaUnits.squareMetres(ellipsoidAreaExact(polygonal));
  }

  /** As {@link #ellipsoidArea}, unrounded. */
  public static double ellipsoidAreaExact(Geometry polygonal) {
    int srid = polygonal.getSRID();
    Datum datum = CoordinateSystems.datumOf(srid) == Datum.WGS_1984 ? Datum.CGCS2000 : CoordinateSystems.datumOf(srid);
    Geometry degrees = CoordinateSystems.isGeographic(srid)
        ? polygonal
        : CoordinateSystems.transform(polygonal, srid, datum.geographicEpsg());
    Geodesic ellipsoid = new Geodesic(datum.semiMajorAxis(), 1 / datum.inverseFlattening());
    return sum(degrees, ring -> geodesicArea(ring, ellipsoid));
  }

  /**
   * Standard deviation of an analytically surveyed area, m²: {@code σ = m·√(Σ D²/8)}, D the distance between the two
   * neighbours of a vertex (domain sheet §4). The tolerance of rule A1 is twice this.
   *
   * @param rmse point RMSE m of the boundary points in metres
   */
  public static double standardDeviation(Geometry polygonal, double rmse) {
    double[] squares = {0};
    for (Polygon polygon : Polygons.of(polygonal)) {
      Polygons.rings(polygon).forEach(ring -> squares[0] += squaredDiagonals(ring.getCoordinateSequence()));
    }
    return rmse * Math.sqrt(squares[0] / 8);
  }

  private static double sum(Geometry polygonal, ToDoubleFunction<CoordinateSequence> ringArea) {
    double total = 0;
    for (Polygon polygon : Polygons.of(polygonal)) {
      if (polygon.isEmpty()) {
        continue;
      }
      total += ringArea.applyAsDouble(polygon.getExteriorRing().getCoordinateSequence());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        total -= ringArea.applyAsDouble(polygon.getInteriorRingN(i).getCoordinateSequence());
      }
    }
    return total;
  }

  private static double shoelace(CoordinateSequence ring) {
    double x0 = ring.getX(0);
    double y0 = ring.getY(0);
    double twice = 0;
    double x = 0;
    double y = 0;
    for (int i = 1; i < ring.size(); i++) {
      double nextX = ring.getX(i) - x0;
      double nextY = ring.getY(i) - y0;
      twice += x * nextY - nextX * y;
      x = nextX;
      y = nextY;
    }
    return twice / 2;
  }

  private static BigDecimal decimalArea(Geometry polygonal) {
    BigDecimal total = BigDecimal.ZERO;
    for (Polygon polygon : Polygons.of(polygonal)) {
      if (polygon.isEmpty()) {
        continue;
      }
      total = total.add(decimalShoelace(polygon.getExteriorRing().getCoordinateSequence()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        total = total.subtract(decimalShoelace(polygon.getInteriorRingN(i).getCoordinateSequence()));
      }
    }
    return total;
  }

  private static BigDecimal decimalShoelace(CoordinateSequence ring) {
    BigDecimal twice = BigDecimal.ZERO;
    BigDecimal x = BigDecimal.valueOf(ring.getX(0));
    BigDecimal y = BigDecimal.valueOf(ring.getY(0));
    for (int i = 1; i < ring.size(); i++) {
      BigDecimal nextX = BigDecimal.valueOf(ring.getX(i));
      BigDecimal nextY = BigDecimal.valueOf(ring.getY(i));
      twice = twice.add(x.multiply(nextY)).subtract(nextX.multiply(y));
      x = nextX;
      y = nextY;
    }
    return twice.abs().multiply(HALF);
  }

  private static double geodesicArea(CoordinateSequence ring, Geodesic ellipsoid) {
    PolygonArea area = new PolygonArea(ellipsoid, false);
    for (int i = 0; i < ring.size() - 1; i++) {
      area.AddPoint(ring.getY(i), ring.getX(i));
    }
    return Math.abs(area.Compute(false, true).area);
  }

  private static double squaredDiagonals(CoordinateSequence ring) {
    int last = ring.size() - 2;
    double sum = 0;
    for (int i = 0, before = last; i <= last; before = i++) {
      double dx = ring.getX(i + 1) - ring.getX(before); // the last point is the first
      double dy = ring.getY(i + 1) - ring.getY(before);
      sum += dx * dx + dy * dy;
    }
    return sum;
  }
}
