package org.jieshi.imagery;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.WebMercator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * The orthophotos in a square of the map. From {@link #COARSEST} on, web Mercator is linear in latitude within a square to
 * less than a tenth of a pixel, so that the window in degrees is drawn and stretched.
 */
final class PhotoTile {

  private static final int COARSEST = 12;
  private static final int DEEPEST = 22;
  private static final int PIXELS = 512;

  private PhotoTile() {
  }

  /** @return JPEG; null where there is nothing to see */
  static byte @Nullable [] of(Orthophotos photos, int z, int x, int y) throws IOException {
    if (z < COARSEST || z > DEEPEST || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) {
      return null;
    }
    Optional<Underlay> drawn = photos.under(new Envelope(WebMercator.longitude(x, z),
        WebMercator.longitude(x + 1, z), WebMercator.latitude(y + 1, z), WebMercator.latitude(y, z)), CoordinateSystems.CGCS2000_DEGREES, PIXELS);
    return drawn.isEmpty() ? null : jpeg(drawn.get().image());
  }

  private static byte[] jpeg(BufferedImage degrees) throws IOException {
    BufferedImage square = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = square.createGraphics();
    paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paper.drawImage(degrees, 0, 0, PIXELS, PIXELS, null);
    paper.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(square, "jpg", bytes);
    return bytes.toByteArray();
  }
}
