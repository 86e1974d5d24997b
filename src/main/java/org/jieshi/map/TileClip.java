package org.jieshi.map;

import java.util.Arrays;

/** Cuts a ring at the four sides of a square, one after the other (Sutherland and Hodgman, 1974). */
final class TileClip {

  private final double low;
  private final double high;
  private double[] ring = new double[256];
  private double[] other = new double[256];
  private int length;

  TileClip(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /**
   * @param open x and y in turn, the first position not repeated
   * @param count of numbers in it
   * @return how many numbers {@link #ring} holds of the ring within the square; 0 if nothing is left
   */
  int cut(double[] open, int count) {
    if (count > ring.length) {
      ring = new double[2 * count];
    }
    System.arraycopy(open, 0, ring, 0, count);
    length = count;
    for (int axis = 0; axis < 2; axis++) {
      cut(axis);
    }
    return length;
  }

  /** At the sides beyond which the ring goes; most rings go beyond none. */
  private void cut(int axis) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = axis; i < length; i += 2) {
      least = Math.min(least, ring[i]);
      most = Math.max(most, ring[i]);
    }
    if (least < low) {
      side(axis, low, 1);
    }
    if (most > high) {
      side(axis, high, -1);
    }
  }

  double[] ring() {
    return ring;
  }

  /** @param axis 0 for x, 1 for y; @param sign 1 keeps what is above the limit, -1 what is below */
  private void side(int axis, double limit, int sign) {
    int kept = 0;
    for (int i = 0; i < length; i += 2) {
      int from = i == 0 ? length - 2 : i - 2;
      double before = sign * (ring[from + axis] - limit);
      double after = sign * (ring[i + axis] - limit);
      if (kept + 4 > other.length) {
        other = Arrays.copyOf(other, 2 * other.length);
      }
      if (before < 0 != after < 0) {
        double share = before / (before - after);
        other[kept++] = ring[from] + share * (ring[i] - ring[from]);
        other[kept++] = ring[from + 1] + share * (ring[i + 1] - ring[from + 1]);
      }
      if (after >= 0) {
        other[kept++] = ring[i];
        other[kept++] = ring[i + 1];
      }
    }
    double[] cut = other;
    other = ring;
    ring = cut;
    length = kept;
  }
}
