package org.jieshi.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Somebody at work on a certificate's PDF: each call another alteration, reproducible by the seed. */
final class Tampering {

  private final byte[] issued;
  private final Random random;

  Tampering(byte[] issued, long seed) {
    this.issued = issued;
    this.random = new Random(seed);
  }

  /** @param kind 0 to 8 */
  byte[] alter(int kind) throws IOException {
    return switch (kind) {
      case 0 -> bitFlipped(random.nextInt(issued.length));
      case 1 -> byteReplaced();
      case 2 -> cut(random.nextInt(issued.length), 1 + random.nextInt(64));
      case 3 -> inserted();
      case 4 -> Arrays.copyOf(issued, issued.length - 1 - random.nextInt(issued.length - 1));
      case 5 -> appended();
      case 6 -> swapped();
      case 7 -> textEdited();
      case 8 -> savedAgain();
      default -> throw new IllegalArgumentException("kind " + kind);
    };
  }

  private byte[] bitFlipped(int at) {
    byte[] altered = issued.clone();
    altered[at] ^= (byte) (1 << random.nextInt(8));
    return altered;
  }

  private byte[] byteReplaced() {
    byte[] altered = issued.clone();
    altered[random.nextInt(altered.length)] += (byte) (1 + random.nextInt(255));
    return altered;
  }

  private byte[] cut(int from, int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(issued, 0, from);
    int rest = Math.min(issued.length, from + length);
    out.write(issued, rest, issued.length - rest);
    return out.toByteArray();
  }

  private byte[] inserted() {
    int at = random.nextInt(issued.length + 1);
    byte[] more = new byte[1 + random.nextInt(32)];
    random.nextBytes(more);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(issued, 0, at);
    out.writeBytes(more);
    out.write(issued, at, issued.length - at);
    return out.toByteArray();
  }

  private byte[] appended() {
    byte[] altered = Arrays.copyOf(issued, issued.length + 1 + random.nextInt(200));
    Arrays.fill(altered, issued.length, altered.length, (byte) ' ');
    return altered;
  }

  private byte[] swapped() {
    int length = 1 + random.nextInt(16);
    byte[] altered = issued.clone();
    do {
      int a = random.nextInt(issued.length / 2 - length);
      int b = issued.length / 2 + random.nextInt(issued.length / 2 - length);
      System.arraycopy(issued, a, altered, b, length);
      System.arraycopy(issued, b, altered, a, length);
    } while (Arrays.equals(altered, issued));
    return altered;
  }

  /** One digit of the plain text of the file: in its structure, its dates or its seal. */
  private byte[] textEdited() {
    int at = random.nextInt(issued.length);
    while (issued[at] < '0' || issued[at] > '9') {
      at = (at + 1) % issued.length;
    }
    byte[] altered = issued.clone();
    altered[at] = (byte) ('0' + (altered[at] - '0' + 1 + random.nextInt(9)) % 10);
    return altered;
  }

  /** With another title, by a program that writes the whole file anew and then puts the old seal below it. */
  private byte[] savedAgain() throws IOException {
    try (PDDocument document = Loader.loadPDF(issued); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle("国有土地使用证 灵国用(2012)第%04d号".formatted(random.nextInt(10_000)));
      document.save(out);
      String seal = new String(issued, StandardCharsets.ISO_8859_1);
      out.writeBytes(seal.substring(seal.lastIndexOf("%JIESHI-SEAL")).getBytes(StandardCharsets.ISO_8859_1));
      return out.toByteArray();
    }
  }
}
