package org.jieshi.disputes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A JPEG as a camera writes it: with an EXIF segment that says where and when, or without. */
public final class GeotaggedPhoto {

  private GeotaggedPhoto() {
  }

  public static byte[] without() {
    BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(0x4C, 0x7A, 0x3A));
    graphics.fillRect(0, 90, 320, 150);
    graphics.setColor(new Color(0x9C, 0xC4, 0xE8));
    graphics.fillRect(0, 0, 320, 90);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** North and east, degrees. */
  public static byte[] at(double lon, double lat) {
    byte[] photo = without();
    byte[] exif = exif(lon, lat);
    ByteBuffer tagged = ByteBuffer.allocate(photo.length + exif.length + 4);
    tagged.put(photo, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.length + 2)).put(exif)
        .put(photo, 2, photo.length - 2);
    return tagged.array();
  }

  /** TIFF, big endian: IFD0 with the pointers to the EXIF and the GPS directory. */
  private static byte[] exif(double lon, double lat) {
    ByteBuffer tiff = ByteBuffer.allocate(300);
    tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    int start = tiff.position();
    tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2);
    entry(tiff, 0x8769, 4, 1, 38);
    entry(tiff, 0x8825, 4, 1, 76);
    tiff.putInt(0);
    tiff.position(start + 38);
    tiff.putShort((short) 1);
    entry(tiff, 0x9003, 2, 20, 56);
    tiff.putInt(0);
    tiff.position(start + 56);
    tiff.put("2013:07:05 09:12:33\0".getBytes(StandardCharsets.US_ASCII));
    tiff.position(start + 76);
    tiff.putShort((short) 4);
    entry(tiff, 1, 2, 2, 'N' << 24);
    entry(tiff, 2, 5, 3, 130);
    entry(tiff, 3, 2, 2, 'E' << 24);
    entry(tiff, 4, 5, 3, 154);
    tiff.putInt(0);
    tiff.position(start + 130);
    degrees(tiff, lat);
    degrees(tiff, lon);
    byte[] bytes = new byte[tiff.position()];
    tiff.rewind().get(bytes);
    return bytes;
  }

  private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  private static void degrees(ByteBuffer tiff, double value) {
    int degrees = (int) value;
    int minutes = (int) ((value - degrees) * 60);
    int seconds = (int) Math.round((value - degrees - minutes / 60.0) * 3600 * 10_000);
    tiff.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(seconds).putInt(10_000);
  }
}
