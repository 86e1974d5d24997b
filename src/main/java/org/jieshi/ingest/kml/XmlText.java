package org.jieshi.ingest.kml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file in the encoding that it says itself: a byte order mark, else its declaration, else UTF-8
 * (XML 1.0, 4.3.3). Decoded here, because the parser of the JDK writes bytes that don't fit to the standard error.
 */
final class XmlText {

  private static final int HEAD = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private XmlText() {}

  /** Bytes that aren't of the encoding end the reading with a {@link java.nio.charset.CharacterCodingException}. */
  static Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(HEAD + 1);
    byte[] head = in.readNBytes(HEAD);
    in.reset();
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return decoded(in, 3, StandardCharsets.UTF_8);
    }
    if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE)) {
      return decoded(in, 2, starts(head, 0xFE) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }
    return decoded(in, 0, declared(head));
  }

  private static Reader decoded(InputStream in, int markLength, Charset charset) throws IOException {
    in.skipNBytes(markLength);
    return new InputStreamReader(in, charset.newDecoder());
  }

  private static Charset declared(byte[] head) {
    Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static boolean starts(byte[] head, int... bytes) {
    boolean all = head.length >= bytes.length;
    for (int i = 0; all && i < bytes.length; i++) {
      all = head[i] == (byte) bytes[i];
    }
    return all;
  }
}
