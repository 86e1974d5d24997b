package org.jieshi.identity.factor;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;

/**
 * What a person takes into their device, shown this once.
 *
 * @param key the secret in Base32, for typing
 * @param uri the same as authenticator apps read it ({@code otpauth://totp/…})
 * @param modules width and height of the QR code, its margin of 4 included
 * @param path the QR code's dark modules as the path of an SVG picture
 */
public record Offer(String key, String uri, int modules, String path) {

  static Offer of(byte[] secret, String issuer, String username) {
    String key = new Base32().encodeAsString(secret).replace("=", "");
    String uri = "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s".formatted(escaped(issuer), escaped(username), key);
    try {
      BitMatrix picture = new QRCodeWriter().encode(uri, BarcodeFormat.QR_CODE, 1, 1);
      return new Offer(key, uri, picture.getWidth(), path(picture));
    } catch (WriterException e) {
      throw new IllegalStateException("an address of 200 characters fits", e);
    }
  }

  private static String path(BitMatrix picture) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return "Offer";
  }
}
