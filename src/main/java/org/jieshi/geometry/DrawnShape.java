package org.jieshi.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Land as a map draws it at {@link #ZOOM} and farther out: web Mercator in whole units of that zoom (0.6 m at the
 * equator), thinned by a quarter of a pixel. A sixth of the bytes of the land itself; display only, never judged by.
 *
 * <p>Ring by ring: twice the number of positions, plus one for a shell, whose holes follow it; then the steps from
 * position to position, x and y, from the last position of the ring before or from the world's north-western corner. All
 * are variable-length numbers as in protocol buffers, steps in zigzag. A ring's first position is not repeated.
 */
public final class DrawnShape {

  /** The nearest zoom that the shape is good for. */
  public static final int ZOOM = 14;

  private static final double WORLD = (double) (1 << ZOOM) * WebMercator.UNITS;

  /** A quarter of a pixel. */
  private static final double TOLERANCE = WebMercator.UNITS / (double) WebMercator.PIXELS / 4;

  private final ProtoBytes bytes = new ProtoBytes();
  private final Thinning thinning = new Thinning(TOLERANCE);
  private int x;
  private int y;

  private DrawnShape() {}

  /** @param degrees polygons, longitude and latitude in CGCS2000 degrees; what has no area is passed over */
  public static byte[] of(Geometry degrees) {
    DrawnShape shape = new DrawnShape();
    for (int i = 0; i < degrees.getNumGeometries(); i++) {
      if (degrees.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        shape.ring(polygon.getExteriorRing(), true);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          shape.ring(polygon.getInteriorRingN(hole), false);
        }
      }
    }
    return shape.bytes.toByteArray();
  }

  private void ring(LinearRing ring, boolean shell) {
    double[] line = new double[2 * ring.getNumPoints()];
    for (int i = 0; i < ring.getNumPoints(); i++) {
      line[2 * i] = WebMercator.x(ring.getCoordinateSequence().getX(i)) * WORLD;
      line[2 * i + 1] = WebMercator.y(ring.getCoordinateSequence().getY(i)) * WORLD;
    }
    int positions = thinning.thin(line, line.length) / 2 - 1;
    bytes.varint(2L * positions + (shell ? 1 : 0));
    for (int i = 0; i < positions; i++) {
      int toX = (int) Math.round(line[2 * i]);
      int toY = (int) Math.round(line[2 * i + 1]);
      bytes.signed(toX - x);
      bytes.signed(toY - y);
      x = toX;
      y = toY;
    }
  }

  /** Reads a shape ring by ring. */
  public static final class Reader {

    private byte[] bytes = new byte[0];
    private int at;
    private int positions;
    private boolean shell;
    private long x;
    private long y;

    /** Begins with another shape. */
    public void begin(byte[] shape) {
      bytes = shape;
      at = 0;
      x = 0;
      y = 0;
    }

    /** Goes on to the next ring, whose positions must be read; false after the last. */
    public boolean next() {
      if (at == bytes.length) {
        return false;
      }
      long header = read();
      positions = (int) (header >>> 1);
      shell = (header & 1) == 1;
      return true;
    }

    public boolean isShell() {
      return shell;
    }

    /** Of the ring, the first not repeated. */
    public int positions() {
      return positions;
    }

    /** Writes x and y of the ring's positions in turn, in units of {@link #ZOOM}. */
    public void positions(double[] into, int from) {
      for (int i = from; i < from + 2 * positions; i += 2) {
        x += readSigned();
        y += readSigned();
        into[i] = x;
        into[i + 1] = y;
      }
    }

    private long readSigned() {
      long number = read();
      return number >>> 1 ^ -(number & 1);
    }

    private long read() {
      byte first = bytes[at++];
      if (first >= 0) {
        return first;
      }
      long number = first & 0x7f;
      for (int shift = 7;; shift += 7) {
        byte next = bytes[at++];
        number |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }
  }
}
