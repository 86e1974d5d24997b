package org.jieshi.geometry;

import java.util.Arrays;

/**
 * Rings of land as plain numbers: drawing needs thousands of them a tile, for which geometry objects cost more than the
 * drawing. In what units they are is the reader's. Display only.
 */
public final class RingList {

  private double[] positions = new double[512];
  private int[] ringEnds = new int[8];
  private boolean[] shells = new boolean[8];
  private int rings;

  public void clear() {
    rings = 0;
  }

  /**
   * Room for the next ring: x and y in turn, the first position repeated at the end, written from
   * {@code start(rings())} on.
   *
   * @param numbers how many it takes
   */
  public double[] room(int numbers) {
    int needed = start(rings) + numbers;
    if (needed > positions.length) {
      positions = Arrays.copyOf(positions, Math.max(needed, 2 * positions.length));
    }
    return positions;
  }

  /** Ends the ring just written. */
  public void endRing(int numbers, boolean shell) {
    if (rings == ringEnds.length) {
      ringEnds = Arrays.copyOf(ringEnds, 2 * rings);
      shells = Arrays.copyOf(shells, 2 * rings);
    }
    shells[rings] = shell;
    ringEnds[rings] = start(rings) + numbers;
    rings++;
  }

  public int rings() {
    return rings;
  }

  /** Whether the ring bounds land from outside; the ones that follow it up to the next such ring are its holes. */
  public boolean isShell(int ring) {
    return shells[ring];
  }

  /** x and y in turn, of all rings, the first position of each repeated at its end; valid until the next reading. */
  public double[] positions() {
    return positions;
  }

  /** Where the ring begins in {@link #positions}. */
  public int start(int ring) {
    return ring == 0 ? 0 : ringEnds[ring - 1];
  }

  /** Where it ends. */
  public int end(int ring) {
    return ringEnds[ring];
  }

  /**
   * A place inside: the middle of the widest stretch of land along the parallel halfway up the largest polygon. It depends
   * on the land alone, not on a tile.
   *
   * @return x, y
   */
  public double[] inside() {
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
