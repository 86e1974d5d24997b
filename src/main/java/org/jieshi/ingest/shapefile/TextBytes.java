package org.jieshi.ingest.shapefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text in columns of a fixed number of bytes. A character of several bytes at the end of a full column is often cut in
 * half; the half is dropped and doesn't speak against an encoding.
 */
final class TextBytes {

  private TextBytes() {}

  /** Whether the bytes are text of that encoding, a half character at their end aside. */
  static boolean fits(byte[] bytes, int from, int to, CharsetDecoder strict, CharBuffer scratch) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    scratch.clear();
    // endOfInput false: an incomplete character at the end is underflow, anything malformed is an error
    CoderResult result = strict.reset().decode(in, scratch, false);
    return result.isUnderflow();
  }

  static String decode(byte[] bytes, int from, int to, Charset charset) {
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    CharsetDecoder decoder = charset.newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer out = CharBuffer.allocate(to - from + 1);
    decoder.decode(ByteBuffer.wrap(bytes, from, to - from), out, false);
    return out.flip().toString();
  }

  static boolean isAscii(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
