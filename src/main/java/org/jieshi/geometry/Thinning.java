package org.jieshi.geometry;

import java.util.Arrays;

/**
 * Leaves out the points of a line that lie nearer to what remains than a tolerance (Douglas and Peucker, 1973). Display
 * only.
 */
public final class Thinning {

  private final double squaredTolerance;
  private boolean[] kept = new boolean[256];
  private int[] pending = new int[64];

  /** @param tolerance in the line's units */
  public Thinning(double tolerance) {
    squaredTolerance = tolerance * tolerance;
  }

  /**
   * @param line x and y in turn, thinned in place; the first and the last position stay
   * @return how many numbers remain
   */
  public int thin(double[] line, int count) {
    int points = count / 2;
    if (points < 3) {
      return count;
    }
    if (kept.length < points) {
      kept = new boolean[2 * points];
    }
    Arrays.fill(kept, 0, points, false);
    kept[0] = true;
    kept[points - 1] = true;
    mark(line, points - 1);
    int to = 0;
    for (int i = 0; i < points; i++) {
      if (kept[i]) {
        line[to++] = line[2 * i];
        line[to++] = line[2 * i + 1];
      }
    }
    return to;
  }

  private void mark(double[] line, int last) {
    int waiting = 0;
    pending[waiting++] = 0;
    pending[waiting++] = last;
    while (waiting > 0) {
      int to = pending[--waiting];
      int from = pending[--waiting];
      int farthest = farthest(line, from, to);
      if (farthest >= 0) {
        kept[farthest] = true;
        if (waiting + 4 > pending.length) {
          pending = Arrays.copyOf(pending, 2 * pending.length);
        }
        pending[waiting++] = from;
        pending[waiting++] = farthest;
        pending[waiting++] = farthest;
        pending[waiting++] = to;
      }
    }
  }

  /** The point farthest from the stretch between two, or -1 if all lie within the tolerance. */
  private int farthest(double[] line, int from, int to) {
    double x0 = line[2 * from];
    double y0 = line[2 * from + 1];
    double dx = line[2 * to] - x0;
    double dy = line[2 * to + 1] - y0;
    double squaredLength = dx * dx + dy * dy;
    double perSquaredLength = squaredLength == 0 ? 0 : 1 / squaredLength;
    double most = squaredTolerance;
    int found = -1;
    for (int i = from + 1; i < to; i++) {
      double px = line[2 * i] - x0;
      double py = line[2 * i + 1] - y0;
      double along = px * dx + py * dy;
      double squared;
      if (along <= 0) { // before the stretch
        squared = px * px + py * py;
      } else if (along >= squaredLength) { // beyond it
        squared = (px - dx) * (px - dx) + (py - dy) * (py - dy);
      } else {
        double across = px * dy - py * dx;
        squared = across * across * perSquaredLength;
      }
      if (squared > most) {
        most = squared;
        found = i;
      }
    }
    return found;
  }
}
