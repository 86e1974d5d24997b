package org.jieshi.imagery;

import java.awt.image.BufferedImage;
import org.jieshi.geometry.CoordinateSystems;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * From the pixels of a plane window to places in the system of a picture, over a mesh of exactly transformed places; between
 * them two systems of one datum are as good as linear.
 */
final class Warp {

  private static final int MESH = 16;

  private final Coordinate[] mesh;
  private final int width;
  private final int height;

  /** @param window in the plane of {@code srid}; @param to the system of the picture */
  Warp(Envelope window, int srid, int to, int width, int height) {
    this.width = width;
    this.height = height;
    Coordinate[] places = new Coordinate[(MESH + 1) * (MESH + 1)];
    for (int row = 0; row <= MESH; row++) {
      for (int column = 0; column <= MESH; column++) {
        places[row * (MESH + 1) + column] = new Coordinate(window.getMinX() + window.getWidth() * column / MESH,
            window.getMaxY() - window.getHeight() * row / MESH);
      }
    }
    Geometry line = new GeometryFactory().createLineString(places);
    line.setSRID(srid);
    this.mesh = srid == to ? places : CoordinateSystems.transform(line, srid, to).getCoordinates();
  }

  /** In the system of the picture. */
  Envelope bounds() {
    Envelope bounds = new Envelope();
    for (Coordinate place : mesh) {
      bounds.expandToInclude(place);
    }
    return bounds;
  }

  /** Fills in the pixels that the part covers; the nearest pixel, as pictures are not measured. */
  void draw(GeoTiff.Part part, BufferedImage onto) {
    BufferedImage image = part.image();
    Envelope at = part.bounds();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        Coordinate place = place((x + 0.5) / width * MESH, (y + 0.5) / height * MESH);
        int column = (int) Math.floor((place.x - at.getMinX()) / at.getWidth() * image.getWidth());
        int row = (int) Math.floor((at.getMaxY() - place.y) / at.getHeight() * image.getHeight());
        if (column >= 0 && row >= 0 && column < image.getWidth() && row < image.getHeight()) {
          int colour = image.getRGB(column, row);
          if (colour >>> 24 > 127) {
            onto.setRGB(x, y, colour | 0xFF000000);
          }
        }
      }
    }
  }

  private Coordinate place(double column, double row) {
    int left = Math.min(MESH - 1, (int) column);
    int top = Math.min(MESH - 1, (int) row);
    double right = column - left;
    double down = row - top;
    Coordinate a = mesh[top * (MESH + 1) + left];
    Coordinate b = mesh[top * (MESH + 1) + left + 1];
    Coordinate c = mesh[(top + 1) * (MESH + 1) + left];
    Coordinate d = mesh[(top + 1) * (MESH + 1) + left + 1];
    return new Coordinate((a.x * (1 - right) + b.x * right) * (1 - down) + (c.x * (1 - right) + d.x * right) * down,
        (a.y * (1 - right) + b.y * right) * (1 - down) + (c.y * (1 - right) + d.y * right) * down);
  }
}
