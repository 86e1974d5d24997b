package org.jieshi.geometry;

/** The squares that maps on the web are cut into: 2^z columns eastwards and rows southwards. Display only. */
public final class WebMercator {

  private WebMercator() {}

  /** Degrees of the western edge of a column, which may be part of one; beyond the world it ends there. */
  public static double longitude(double column, int z) {
    return Math.max(-180, Math.min(180, column * 360 / (1 << z) - 180));
  }

  /** Degrees of the northern edge of a row, which may be part of one. */
  public static double latitude(double row, int z) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / (1 << z)))));
  }
}
