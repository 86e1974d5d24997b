package org.jieshi.map;

import org.jieshi.geometry.DrawnShape;

/**
 * Stored positions to units of one tile: web Mercator (EPSG:3857), x right, y down, the tile's upper left corner at 0, 0.
 * Display only.
 */
interface TilePlane {

  double x(double stored);

  double y(double stored);

  /** For units of {@link DrawnShape#ZOOM}; the tile's zoom is that one or farther out. */
  static TilePlane ofDrawnShapes(TileAddress tile) {
    double scale = 1.0 / (1 << DrawnShape.ZOOM - tile.z());
    double left = (double) tile.x() * TileAddress.EXTENT;
    double top = (double) tile.y() * TileAddress.EXTENT;
    return new TilePlane() {

      @Override
      public double x(double stored) {
        return stored * scale - left;
      }

      @Override
      public double y(double stored) {
        return stored * scale - top;
      }
    };
  }
}
