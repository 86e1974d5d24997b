package org.jieshi.geometry;

/** The squares that maps on the web are cut into: 2^z columns eastwards and rows southwards. Display only. */
public final class WebMercator {

  /** Units across a square, as vector tiles count. */
  public static final int UNITS = 4096;

  /** How wide our map shows a square. */
  public static final int PIXELS = 512;

  private WebMercator() {}

  /** Degrees of the western edge of a column, which may be part of one; beyond the world it ends there. */
  public static double longitude(double column, int z) {
    return Math.max(-180, Math.min(180, column * 360 / (1 << z) - 180));
  }

  /** Degrees of the northern edge of a row, which may be part of one. */
  public static double latitude(double row, int z) {
    return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / (1 << z)))));
  }

  /** Part of the world's width eastwards of its western edge, 0 to 1. */
  public static double x(double longitude) {
    return (longitude + 180) / 360;
  }

  /** Part of the world's height southwards of its northern edge, 0 to 1. */
  public static double y(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }
}
