package org.jieshi.map;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jieshi.geometry.DrawnShape;

/**
 * The rings of stored land, read straight out of its bytes: of EWKB as {@code GeometryCodec} writes it (polygons, several
 * of them, collections; what has no area is passed over) in degrees, or of a {@link DrawnShape} in units of its zoom.
 * Drawing needs thousands of them a tile, for which geometry objects cost more than the drawing.
 */
final class LandShape {

  private static final int POLYGON = 3;
  private static final int MULTI_POLYGON = 6;
  private static final int COLLECTION = 7;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int SRID_FOLLOWS = 0x20000000;
  private static final int KIND = 0xff;
  private static final int POSITION = 2 * Double.BYTES;

  private double[] positions = new double[512];
  private int[] ringEnds = new int[8];
  private boolean[] shells = new boolean[8];
  private int rings;
  private final DrawnShape.Reader drawn = new DrawnShape.Reader();

  /**
   * @param ewkb little-endian, two dimensions
   * @throws IllegalArgumentException for what cannot have been written by {@code GeometryCodec}
   */
  void read(byte[] ewkb) {
    rings = 0;
    geometry(ByteBuffer.wrap(ewkb).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** @param shape a {@link DrawnShape} */
  void readDrawn(byte[] shape) {
    rings = 0;
    drawn.begin(shape);
    while (drawn.next()) {
      int from = start(rings);
      int to = from + 2 * drawn.positions() + 2;
      room(to);
      drawn.positions(positions, from);
      positions[to - 2] = positions[from];
      positions[to - 1] = positions[from + 1];
      endRing(to, drawn.isShell());
    }
  }

  private void geometry(ByteBuffer bytes) {
    if (bytes.get() != 1) {
      throw new IllegalArgumentException("stored geometry is not little-endian");
    }
    int type = bytes.getInt();
    if ((type & SRID_FOLLOWS) != 0) {
      bytes.getInt();
    }
    switch (type & KIND) {
      case POLYGON -> polygon(bytes);
      case MULTI_POLYGON, COLLECTION -> {
        for (int left = bytes.getInt(); left > 0; left--) {
          geometry(bytes);
        }
      }
      case POINT -> bytes.position(bytes.position() + POSITION);
      case LINE -> bytes.position(bytes.position() + Integer.BYTES + bytes.getInt(bytes.position()) * POSITION);
      default -> throw new IllegalArgumentException("stored geometry of kind " + (type & KIND));
    }
  }

  private void polygon(ByteBuffer bytes) {
    int count = bytes.getInt();
    for (int ring = 0; ring < count; ring++) {
      int from = start(rings);
      int points = bytes.getInt();
      int to = from + 2 * points;
      room(to);
      bytes.asDoubleBuffer().get(positions, from, 2 * points);
      bytes.position(bytes.position() + points * POSITION);
      endRing(to, ring == 0);
    }
  }

  private void room(int numbers) {
    if (numbers > positions.length) {
      positions = Arrays.copyOf(positions, Math.max(numbers, 2 * positions.length));
    }
  }

  private void endRing(int end, boolean shell) {
    if (rings == ringEnds.length) {
      ringEnds = Arrays.copyOf(ringEnds, 2 * rings);
      shells = Arrays.copyOf(shells, 2 * rings);
    }
    shells[rings] = shell;
    ringEnds[rings++] = end;
  }

  int rings() {
    return rings;
  }

  /** Whether the ring bounds land from outside; the ones that follow it up to the next such ring are its holes. */
  boolean isShell(int ring) {
    return shells[ring];
  }

  /** x and y in turn, of all rings, the first position of each repeated at its end; valid until the next reading. */
  double[] positions() {
    return positions;
  }

  /** Where the ring begins in {@link #positions}. */
  int start(int ring) {
    return ring == 0 ? 0 : ringEnds[ring - 1];
  }

  /** Where it ends. */
  int end(int ring) {
    return ringEnds[ring];
  }

  /**
   * A place inside: the middle of the widest stretch of land along the parallel halfway up the largest polygon. It depends
   * on the land alone, not on a tile.
   *
   * @return x, y
   */
  double[] inside() {
    int largest = -1;
    double size = -1;
    for (int ring = 0; ring < rings; ring++) {
      double area = shells[ring] ? Math.abs(doubledArea(ring)) : -1;
      if (area > size) {
        size = area;
        largest = ring;
      }
    }
    int holesEnd = largest + 1;
    while (holesEnd < rings && !shells[holesEnd]) {
      holesEnd++;
    }
    return widestStretch(largest, holesEnd);
  }

  private double doubledArea(int ring) {
    double sum = 0;
    double x0 = positions[start(ring)];
    double y0 = positions[start(ring) + 1];
    for (int i = start(ring); i + 3 < end(ring); i += 2) {
      sum += (positions[i] - x0) * (positions[i + 3] - y0) - (positions[i + 2] - x0) * (positions[i + 1] - y0);
    }
    return sum;
  }

  private double[] widestStretch(int from, int to) {
    double parallel = halfway(from);
    double[] crossings = new double[8];
    int count = 0;
    for (int ring = from; ring < to; ring++) {
      for (int i = start(ring); i + 3 < end(ring); i += 2) {
        double y0 = positions[i + 1];
        double y1 = positions[i + 3];
        if (y0 > parallel != y1 > parallel) {
          if (count == crossings.length) {
            crossings = Arrays.copyOf(crossings, 2 * count);
          }
          crossings[count++] = positions[i] + (parallel - y0) / (y1 - y0) * (positions[i + 2] - positions[i]);
        }
      }
    }
    if (count > 2) {
      Arrays.sort(crossings, 0, count);
    }
    double widest = -1;
    double middle = positions[start(from)];
    for (int i = 0; i + 1 < count; i += 2) {
      if (Math.abs(crossings[i + 1] - crossings[i]) > widest) {
        widest = Math.abs(crossings[i + 1] - crossings[i]);
        middle = (crossings[i] + crossings[i + 1]) / 2;
      }
    }
    return new double[] {middle, parallel};
  }

  private double halfway(int ring) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = start(ring) + 1; i < end(ring); i += 2) {
      low = Math.min(low, positions[i]);
      high = Math.max(high, positions[i]);
    }
    return (low + high) / 2;
  }
}
