package org.jieshi.map;

import org.jieshi.geometry.WebMercator;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.Box;

/**
 * Which square of the world: the usual web Mercator scheme, z from 0 to {@value #DEEPEST}, x eastwards, y southwards.
 */
record TileAddress(TileLayer layer, int z, int x, int y) {

  /** Units across a tile. */
  static final int EXTENT = WebMercator.UNITS;

  /** How wide our map shows a tile. */
  static final int PIXELS = WebMercator.PIXELS;

  /** Around the tile, so that lines and hatches at its edge are drawn as if it had none. */
  static final int BUFFER = 128;

  /** 19 m across: a unit is half a centimetre, finer than any boundary is surveyed. */
  static final int DEEPEST = 21;

  TileAddress {
    if (z < 0 || z > DEEPEST || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      throw Problem.of(ProblemCode.NOT_FOUND, "There is no tile %d/%d/%d.".formatted(z, x, y),
          "没有瓦片 %d/%d/%d。".formatted(z, x, y)).asException();
    }
  }

  /** Degrees of the tile with its buffer; beyond the edge of the world it ends there. */
  Box window() {
    double margin = (double) BUFFER / EXTENT;
    return new Box(WebMercator.longitude(x - margin, z), WebMercator.latitude(y + 1 + margin, z),
        WebMercator.longitude(x + 1 + margin, z), WebMercator.latitude(y - margin, z));
  }

  /** Whether something with these bounds may be drawn on it. */
  boolean meets(Box bounds) {
    Box window = window();
    return bounds.west() <= window.east() && bounds.east() >= window.west() && bounds.south() <= window.north()
        && bounds.north() >= window.south();
  }

  /** Degrees of longitude that one unit of the tile spans. */
  double degreesPerUnit() {
    return 360 / (double) (1 << z) / EXTENT;
  }
}
