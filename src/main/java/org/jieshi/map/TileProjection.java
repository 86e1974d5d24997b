package org.jieshi.map;

import org.locationtech.jts.geom.Coordinate;

/**
 * Degrees to units of one tile: web Mercator (EPSG:3857), x right, y down, the tile's upper left corner at 0, 0. Display
 * only.
 */
final class TileProjection {

  private final double scale;
  private final double left;
  private final double top;

  TileProjection(TileAddress tile) {
    scale = (double) (1 << tile.z()) * TileAddress.EXTENT;
    left = (double) tile.x() * TileAddress.EXTENT;
    top = (double) tile.y() * TileAddress.EXTENT;
  }

  double x(double longitude) {
    return (longitude + 180) / 360 * scale - left;
  }

  double y(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * scale - top;
  }

  Coordinate toTile(Coordinate degrees) {
    return new Coordinate(x(degrees.x), y(degrees.y));
  }
}
