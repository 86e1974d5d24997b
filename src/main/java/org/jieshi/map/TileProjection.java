package org.jieshi.map;

import org.jieshi.geometry.WebMercator;

/**
 * Degrees to units of one tile.
 *
 * <p>Near the tile the northing is had from its series about the tile's middle, which is ten times as fast as logarithm
 * and sine: with u the distance in radians, t the tangent and s the secant of the middle latitude,
 * ψ(φ+u) = ψ(φ) + s·u + s·t·u²/2 + s(1+2t²)·u³/6 + st(5+6t²)·u⁴/24, whose rest is below a hundredth of a unit within
 * {@link #NEAR} at every zoom (TileProjectionTest).
 */
final class TileProjection implements TilePlane {

  /** Radians. */
  private static final double NEAR = 0.001;

  private final double scale;
  private final double left;
  private final double top;
  private final double middle;
  private final double[] series = new double[5];

  TileProjection(TileAddress tile) {
    scale = (double) (1 << tile.z()) * TileAddress.EXTENT;
    left = (double) tile.x() * TileAddress.EXTENT;
    top = (double) tile.y() * TileAddress.EXTENT;
    double middleDegrees = (tile.window().south() + tile.window().north()) / 2;
    middle = Math.toRadians(middleDegrees);
    double secant = 1 / Math.cos(middle);
    double tangent = Math.tan(middle);
    double perRadian = -scale / (2 * Math.PI);
    series[0] = exact(middleDegrees);
    series[1] = perRadian * secant;
    series[2] = perRadian * secant * tangent / 2;
    series[3] = perRadian * secant * (1 + 2 * tangent * tangent) / 6;
    series[4] = perRadian * secant * tangent * (5 + 6 * tangent * tangent) / 24;
  }

  @Override
  public double x(double longitude) {
    return WebMercator.x(longitude) * scale - left;
  }

  @Override
  public double y(double latitude) {
    double u = Math.toRadians(latitude) - middle;
    return Math.abs(u) > NEAR ? exact(latitude)
        : series[0] + u * (series[1] + u * (series[2] + u * (series[3] + u * series[4])));
  }

  private double exact(double latitude) {
    return WebMercator.y(latitude) * scale - top;
  }
}
