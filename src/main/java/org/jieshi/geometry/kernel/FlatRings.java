package org.jieshi.geometry.kernel;

import java.util.Arrays;

/** Rings that grow: scratch of a trace. Coordinates relative to the window's origin; outer rings counter-clockwise. */
final class FlatRings {

  double[] xy = new double[256];
  int vertices;
  int[] ringEnds = new int[8];
  double[] ringAreas = new double[8];
  int count;

  void clear() {
    vertices = 0;
    count = 0;
  }

  void vertex(double x, double y) {
    if (2 * vertices == xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[2 * vertices] = x;
    xy[2 * vertices + 1] = y;
    vertices++;
  }

  /** All rings of a land, relative to an origin. */
  void add(FlatLand land, double originX, double originY) {
    for (int ring = 0; ring < land.ringEnds.length; ring++) {
      add(land, ring, originX, originY);
    }
  }

  void add(FlatLand land, int ring, double originX, double originY) {
    for (int i = land.ringStart(ring); i < land.ringEnds[ring]; i++) {
      vertex(land.xy[2 * i] - originX, land.xy[2 * i + 1] - originY);
    }
    endRing();
  }

  /** Ends the ring that the last vertices make. */
  void endRing() {
    if (count == ringEnds.length) {
      ringEnds = Arrays.copyOf(ringEnds, 2 * count);
      ringAreas = Arrays.copyOf(ringAreas, 2 * count);
    }
    ringAreas[count] = FlatLand.signedArea(xy, start(count), vertices);
    ringEnds[count++] = vertices;
  }

  int start(int ring) {
    return ring == 0 ? 0 : ringEnds[ring - 1];
  }

  double area() {
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += ringAreas[i];
    }
    return total;
  }

  /** Metres, all rings. */
  double length() {
    return length(Double.NEGATIVE_INFINITY);
  }

  /** Metres, of the rings whose area, negative of holes, isn't below one in m². */
  double length(double leastArea) {
    double total = 0;
    for (int ring = 0; ring < count; ring++) {
      if (ringAreas[ring] >= leastArea) {
        total += lengthOf(ring);
      }
    }
    return total;
  }

  private double lengthOf(int ring) {
    double total = 0;
    int previous = ringEnds[ring] - 1;
    for (int i = start(ring); i < ringEnds[ring]; i++) {
      double dx = xy[2 * i] - xy[2 * previous];
      double dy = xy[2 * i + 1] - xy[2 * previous + 1];
      total += Math.sqrt(dx * dx + dy * dy);
      previous = i;
    }
    return total;
  }
}
