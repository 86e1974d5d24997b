package org.jieshi.ingest.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Names inside archives. Chinese Windows writes them in GBK without saying so, macOS in UTF-8 without saying so; the
 * flag of the entry is therefore not asked. GBK text is practically never valid UTF-8.
 */
final class EntryNames {

  private static final Charset GB18030 = Charset.forName("GB18030");

  private EntryNames() {}

  static String decode(byte[] raw) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(raw, GB18030);
    }
  }
}
