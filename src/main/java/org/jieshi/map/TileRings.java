package org.jieshi.map;

import org.jieshi.geometry.Thinning;

/**
 * Stored rings made into rings of one tile: projected, thinned, clipped, rounded to whole units.
 *
 * <p>Thinning is Douglas–Peucker ring by ring, clipping is Sutherland–Hodgman. Both may leave a ring that touches itself,
 * along the outer edge of the buffer or by a fraction of a pixel: a canvas fills it rightly, and nothing else is done with
 * it. What stays below {@link #TOLERANCE} cannot be seen, so that neighbours show no gap although each is thinned alone.
 */
final class TileRings {

  /** A quarter of a pixel. */
  private static final double TOLERANCE = TileAddress.EXTENT / (double) TileAddress.PIXELS / 4;

  private static final int TRIANGLE = 6;

  private final TilePlane plane;
  private final boolean thinned;
  private final Thinning thinning = new Thinning(TOLERANCE);
  private final TileClip clip = new TileClip(-TileAddress.BUFFER, TileAddress.EXTENT + TileAddress.BUFFER);
  private double[] projected = new double[512];
  private int[] units = new int[512];

  /** @param thinned whether the rings are already thinned for this zoom */
  TileRings(TilePlane plane, boolean thinned) {
    this.plane = plane;
    this.thinned = thinned;
  }

  /**
   * @param clockwise how the ring is to run on the screen: shells do, holes do not (Mapbox Vector Tile 2.1, 4.3.4.4)
   * @return how many numbers {@link #units} holds of the ring, x and y in turn, the first position not repeated; 0 if it
   *     lies outside or is too small to see
   */
  int draw(LandShape shape, int ring, boolean clockwise) {
    int count = project(shape, ring);
    count = (thinned ? count : thinning.thin(projected, count)) - 2; // the last position repeats the first
    if (count < TRIANGLE) {
      return 0;
    }
    count = round(clip.cut(projected, count));
    if (count < TRIANGLE) {
      return 0;
    }
    long area = doubledArea(count);
    if (area == 0) {
      return 0;
    }
    if (area > 0 != clockwise) {
      reverse(count);
    }
    return count;
  }

  int[] units() {
    return units;
  }

  private int project(LandShape shape, int ring) {
    int from = shape.start(ring);
    int count = shape.end(ring) - from;
    if (projected.length < count) {
      projected = new double[2 * count];
    }
    double[] positions = shape.positions();
    for (int i = 0; i < count; i += 2) {
      projected[i] = plane.x(positions[from + i]);
      projected[i + 1] = plane.y(positions[from + i + 1]);
    }
    return count;
  }

  private int round(int count) {
    if (units.length < count) {
      units = new int[2 * count];
    }
    double[] ring = clip.ring();
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

  /** Positive if the ring runs clockwise on the screen, where y points down. */
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
