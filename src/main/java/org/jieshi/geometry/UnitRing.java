package org.jieshi.geometry;

/** A ring in the whole units of vector tiles. Display only. */
public final class UnitRing {

  private static final int TRIANGLE = 6;

  private int[] units = new int[512];

  /**
   * Takes a ring, rounded to whole units; positions that fall together are one.
   *
   * @param ring x and y in turn, the first position not repeated
   * @param count of numbers in it
   * @param clockwise how it is to run on the screen, where y points down: shells do, holes do not (Mapbox Vector Tile 2.1,
   *     4.3.4.4)
   * @return how many numbers {@link #units} holds of it, x and y in turn, the first position not repeated; 0 if it has no
   *     area
   */
  public int take(double[] ring, int count, boolean clockwise) {
    if (units.length < count) {
      units = new int[2 * count];
    }
    int kept = round(ring, count);
    long area = kept < TRIANGLE ? 0 : doubledArea(kept);
    if (area == 0) {
      return 0;
    }
    if (area > 0 != clockwise) {
      reverse(kept);
    }
    return kept;
  }

  public int[] units() {
    return units;
  }

  private int round(double[] ring, int count) {
    int to = 0;
    for (int i = 0; i < count; i += 2) {
      int x = (int) Math.rint(ring[i]);
      int y = (int) Math.rint(ring[i + 1]);
      if (to == 0 || units[to - 2] != x || units[to - 1] != y) {
        units[to++] = x;
        units[to++] = y;
      }
    }
    return to > 2 && units[0] == units[to - 2] && units[1] == units[to - 1] ? to - 2 : to;
  }

  /** Positive if the ring runs clockwise on the screen. */
  private long doubledArea(int count) {
    long sum = 0;
    for (int i = 0; i < count; i += 2) {
      int next = i + 2 == count ? 0 : i + 2;
      sum += (long) units[i] * units[next + 1] - (long) units[next] * units[i + 1];
    }
    return sum;
  }

  private void reverse(int count) {
    for (int i = 0, j = count - 2; i < j; i += 2, j -= 2) {
      int x = units[i];
      int y = units[i + 1];
      units[i] = units[j];
      units[i + 1] = units[j + 1];
      units[j] = x;
      units[j + 1] = y;
    }
  }
}
