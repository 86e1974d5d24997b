package org.jieshi.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Cuts a ring at the four sides of a square, one after the other (Sutherland and Hodgman, 1974). */
final class TileClip {

  private final double low;
  private final double high;

  TileClip(double low, double high) {
    this.low = low;
    this.high = high;
  }

  /**
   * @param closed first and last coordinate equal
   * @return the ring within the square, without the closing coordinate; empty if nothing is left
   */
  List<Coordinate> ring(Coordinate[] closed) {
    List<Coordinate> open = Arrays.asList(closed).subList(0, closed.length - 1);
    if (open.stream().allMatch(c -> c.x >= low && c.x <= high && c.y >= low && c.y <= high)) {
      return open;
    }
    for (Side side : Side.values()) {
      open = cut(open, side);
    }
    return open;
  }

  private List<Coordinate> cut(List<Coordinate> ring, Side side) {
    List<Coordinate> kept = new ArrayList<>(ring.size() + 4);
    for (int i = 0; i < ring.size(); i++) {
      Coordinate from = ring.get((i + ring.size() - 1) % ring.size());
      Coordinate to = ring.get(i);
      double before = inside(from, side);
      double after = inside(to, side);
      if (before < 0 != after < 0) {
        double share = before / (before - after);
        kept.add(new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
      }
      if (after >= 0) {
        kept.add(to);
      }
    }
    return kept;
  }

  /** How far inside the side's half plane; negative outside. */
  private double inside(Coordinate c, Side side) {
    return switch (side) {
      case LEFT -> c.x - low;
      case RIGHT -> high - c.x;
      case TOP -> c.y - low;
      case BOTTOM -> high - c.y;
    };
  }

  private enum Side { LEFT, RIGHT, TOP, BOTTOM }
}
