package org.jieshi.map;

import org.jieshi.geometry.RingList;
import org.jieshi.geometry.Thinning;
import org.jieshi.geometry.UnitRing;

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
  private final UnitRing unitRing = new UnitRing();

  /** @param thinned whether the rings are already thinned for this zoom */
  TileRings(TilePlane plane, boolean thinned) {
    this.plane = plane;
    this.thinned = thinned;
  }

  /**
   * @param clockwise how the ring is to run on the screen: shells do, holes do not
   * @return how many numbers {@link #units} holds of the ring, x and y in turn, the first position not repeated; 0 if it
   *     lies outside or is too small to see
   */
  int draw(RingList shape, int ring, boolean clockwise) {
    int count = project(shape, ring);
    count = (thinned ? count : thinning.thin(projected, count)) - 2; // the last position repeats the first
    if (count < TRIANGLE) {
      return 0;
    }
    count = clip.cut(projected, count);
    return unitRing.take(clip.ring(), count, clockwise);
  }

  int[] units() {
    return unitRing.units();
  }

  private int project(RingList shape, int ring) {
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
}
