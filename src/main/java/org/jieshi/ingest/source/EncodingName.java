package org.jieshi.ingest.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/**
 * An encoding by one of the names programs and people write for it: {@code UTF-8}, {@code GBK}, {@code 936},
 * {@code ANSI_936}, {@code CP936}.
 *
 * @param name as people know it
 */
public record EncodingName(Charset charset, String name) {

  public static final Charset GB18030 = Charset.forName("GB18030");

  public static Optional<EncodingName> of(String text) {
    String plain = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP|WINDOWS|LDID)[ _-]*", "");
    return switch (plain) {
      case "936", "GBK", "GB2312", "GB-2312", "EUC-CN", "77" -> Optional.of(new EncodingName(GB18030, "GBK"));
      case "54936", "GB18030", "GB-18030" -> Optional.of(new EncodingName(GB18030, "GB18030"));
      case "950", "BIG5", "BIG-5" -> Optional.of(new EncodingName(Charset.forName("Big5"), "Big5"));
      case "65001", "UTF8", "UTF-8" -> Optional.of(new EncodingName(StandardCharsets.UTF_8, "UTF-8"));
      default -> byCharsetName(plain);
    };
  }

  private static Optional<EncodingName> byCharsetName(String name) {
    try {
      Charset charset = Charset.forName(name.matches("\\d+") ? "windows-" + name : name);
      return Optional.of(new EncodingName(charset, charset.name()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }
}
