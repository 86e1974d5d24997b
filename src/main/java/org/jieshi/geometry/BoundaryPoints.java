package org.jieshi.geometry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jieshi.geometry.kernel.FlatLand;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The boundary points 界址点 of a parcel as its boundary table lists them (domain sheet §5): from the north-west,
 * clockwise, J1 and on; after the outer ring its holes, each again from its north-west and clockwise, then the next
 * part. The numbering depends on the land alone, not on how it was drawn.
 *
 * <p>North-west is the vertex furthest in that direction (largest north minus east); of several the northernmost.
 */
public final class BoundaryPoints {

  /**
   * A row of the boundary table, metres.
   *
   * @param number J1 …
   * @param part number of the part, from 1
   * @param ring number of the ring within the part, 1 is the outer one
   * @param north x of the legal display, 3 decimals
   * @param east y of the legal display, with the zone's number if the system has it, 3 decimals
   * @param distanceToNext edge to the next point, from the coordinates as displayed, 3 decimals
   * @param next number of the next point; the last of a ring closes on its first
   */
  public record BoundaryPoint(String number, int part, int ring, BigDecimal north, BigDecimal east,
      BigDecimal distanceToNext, String next) {}

  private static final Comparator<Coordinate> NORTH_WEST_FIRST = Comparator
      .comparingDouble((Coordinate point) -> point.x - point.y)
      .thenComparing(point -> -point.y);

  private BoundaryPoints() {}

  /** The table of a polygonal geometry in a plane system. Vertices drawn twice are one point. */
  public static List<BoundaryPoint> of(Geometry polygonal) {
    if (CoordinateSystems.isGeographic(polygonal.getSRID())) {
      CoordinateSystems.bySrid(polygonal.getSRID());
    }
    List<List<Coordinate[]>> parts = new ArrayList<>();
    for (Polygon polygon : Polygons.of(polygonal)) {
      if (!polygon.isEmpty()) {
        parts.add(rings(polygon));
      }
    }
    parts.sort(Comparator.comparing(part -> part.get(0)[0], NORTH_WEST_FIRST));
    List<BoundaryPoint> table = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      for (int ring = 0; ring < parts.get(part).size(); ring++) {
        append(table, parts.get(part).get(ring), part + 1, ring + 1);
      }
    }
    return table;
  }

  /** A ring's points without the closing one and without immediate repetitions. */
  static Coordinate[] withoutRepeats(LinearRing ring) {
    return coordinates(withoutRepeats(FlatLand.xy(ring)));
  }

  /** A ring's points, x and y in turn, without the closing one and without immediate repetitions. */
  static double[] withoutRepeats(double[] closed) {
    double[] points = Arrays.copyOf(closed, Math.max(0, closed.length - 2));
    int n = 0;
    for (int i = 0; i < points.length; i += 2) {
      if (n == 0 || points[i] != points[n - 2] || points[i + 1] != points[n - 1]) {
        points[n++] = points[i];
        points[n++] = points[i + 1];
      }
    }
    while (n > 2 && points[0] == points[n - 2] && points[1] == points[n - 1]) {
      n -= 2;
    }
    return n == points.length ? points : Arrays.copyOf(points, n);
  }

  private static List<Coordinate[]> rings(Polygon polygon) {
    List<Coordinate[]> rings = new ArrayList<>();
    for (LinearRing ring : Polygons.rings(polygon)) {
      rings.add(clockwiseFromNorthWest(ring));
    }
    rings.subList(1, rings.size()).sort(Comparator.comparing(ring -> ring[0], NORTH_WEST_FIRST));
    return rings;
  }

  private static Coordinate[] clockwiseFromNorthWest(LinearRing ring) {
    boolean clockwise = Area.ofRingSigned(ring.getCoordinateSequence()) > 0;
    Coordinate[] points = withoutRepeats(clockwise ? ring : ring.reverse());
    int start = 0;
    for (int i = 1; i < points.length; i++) {
      if (NORTH_WEST_FIRST.compare(points[i], points[start]) < 0) {
        start = i;
      }
    }
    Coordinate[] turned = Arrays.copyOfRange(points, start, start + points.length);
    System.arraycopy(points, 0, turned, points.length - start, start);
    return turned;
  }

  private static Coordinate[] coordinates(double[] xy) {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return points;
  }

  private static void append(List<BoundaryPoint> table, Coordinate[] ring, int part, int ringNumber) {
    int first = table.size() + 1;
    for (int i = 0; i < ring.length; i++) {
      int next = (i + 1) % ring.length;
      BigDecimal north = metres(ring[i].y);
      BigDecimal east = metres(ring[i].x);
      double distance = Math.hypot(metres(ring[next].x).subtract(east).doubleValue(),
          metres(ring[next].y).subtract(north).doubleValue());
      table.add(new BoundaryPoint("J" + (first + i), part, ringNumber, north, east, metres(distance),
          "J" + (first + next)));
    }
  }

  private static BigDecimal metres(double exact) {
    return BigDecimal.valueOf(exact).setScale(3, RoundingMode.HALF_UP);
  }
}
