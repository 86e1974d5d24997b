package org.jieshi.ingest.shapefile;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jieshi.ingest.source.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dBASE table.
 *
 * @param rawName as many bytes as the header holds, in the encoding of the table
 * @param type the letter of the specification: C text, N and F numbers as text, D dates, L yes or no
 * @param offset its first byte in a row
 * @param length its width in bytes
 */
record DbfColumn(byte[] rawName, char type, int offset, int length) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

  boolean isText() {
    return type == 'C';
  }

  /** Memo, binary and timestamp columns point into files that aren't part of a shapefile. */
  boolean isReadable() {
    return binding() != Void.class;
  }

  /** The Java type of its values. */
  Class<?> binding() {
    return switch (type) {
      case 'C' -> String.class;
      case 'N', 'F' -> BigDecimal.class;
      case 'D' -> LocalDate.class;
      case 'L' -> Boolean.class;
      default -> Void.class;
    };
  }

  /** The text of a value without the padding around it, decoded. */
  String text(byte[] row, Charset charset) {
    return TextBytes.decode(row, offset, end(row), charset);
  }

  /** Where the value ends: without trailing blanks and NULs. */
  int end(byte[] row) {
    int end = offset + length;
    while (end > offset && (row[end - 1] == ' ' || row[end - 1] == 0)) {
      end--;
    }
    return end;
  }

  /**
   * The value, or null where the table says nothing: blanks, a date of zeros, a logical question mark.
   *
   * @throws UnreadableValue when something else stands there, such as the stars that a number too wide for its column
   *     leaves
   */
  @Nullable Object value(byte[] row, Charset charset) throws UnreadableValue {
    if (isText()) {
      String text = text(row, charset).strip();
      return text.isEmpty() ? null : text;
    }
    String text = new String(row, offset, end(row) - offset, StandardCharsets.ISO_8859_1).strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case 'N', 'F' -> number(text);
      case 'D' -> date(text);
      case 'L' -> logical(text);
      default -> null;
    };
  }

  private static BigDecimal number(String text) throws UnreadableValue {
    BigDecimal number = Decimals.of(text);
    if (number == null) {
      throw new UnreadableValue(text);
    }
    return number;
  }

  private static @Nullable LocalDate date(String text) throws UnreadableValue {
    if (text.chars().allMatch(c -> c == '0')) {
      return null;
    }
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException e) {
      throw new UnreadableValue(text);
    }
  }

  private static @Nullable Boolean logical(String text) throws UnreadableValue {
    return switch (text) {
      case "T", "t", "Y", "y" -> Boolean.TRUE;
      case "F", "f", "N", "n" -> Boolean.FALSE;
      case "?" -> null;
      default -> throw new UnreadableValue(text);
    };
  }

  /** A value that isn't of its column's type; the row is kept, the value is told and left out. */
  static final class UnreadableValue extends Exception {

    UnreadableValue(String text) {
      super(text, null, false, false);
    }
  }
}
