package org.jieshi.certificates;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jieshi.shared.Sha256;

/**
 * The last line of a certificate's PDF, a comment to every reader: which certificate the file says it is, and the SHA-256 of
 * all before. The line proves nothing by itself, since anybody can write another; what counts is that the office keeps the
 * hash of the whole file. It lets a file that was altered name the certificate it was made from, and lets a reader without
 * a connection see that a copy is damaged.
 */
final class Seal {

  private static final Pattern LINE = Pattern.compile("%JIESHI-SEAL 1 token=([A-Za-z0-9_-]{16,64}) sha256=([0-9a-f]{64})");

  private Seal() {
  }

  static byte[] on(byte[] pdf, String token) {
    byte[] line = "\n%%JIESHI-SEAL 1 token=%s sha256=%s\n".formatted(token, Sha256.hex(pdf))
        .getBytes(StandardCharsets.ISO_8859_1);
    byte[] sealed = new byte[pdf.length + line.length];
    System.arraycopy(pdf, 0, sealed, 0, pdf.length);
    System.arraycopy(line, 0, sealed, pdf.length, line.length);
    return sealed;
  }

  /** The token that a file names, wherever in it; the last where there are several. */
  static Optional<String> token(byte[] file) {
    Matcher line = LINE.matcher(new String(file, StandardCharsets.ISO_8859_1));
    String token = null;
    while (line.find()) {
      token = line.group(1);
    }
    return Optional.ofNullable(token);
  }
}
