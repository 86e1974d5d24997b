package org.jieshi.ingest.points;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.EncodedWriter;
import org.jieshi.ingest.source.OutputLayer;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a table (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front, and so does
 * one that has such an apostrophe already: {@code CsvRows} takes exactly one away.
 */
final class CsvWriter implements AutoCloseable {

  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final EncodedWriter out;
  private boolean first = true;

  CsvWriter(Path target, OutputLayer layer) throws IOException {
    this.out = new EncodedWriter(target, layer.encoding());
    if (layer.encoding().name().equals("UTF-8")) {
      // without it spreadsheets take UTF-8 for the code page of the machine
      out.put("\uFEFF");
    }
  }

  CsvWriter cell(int record, @Nullable String text) throws IOException {
    out.put(first ? "" : ",");
    first = false;
    if (text != null) {
      out.value(record, quoted(guarded(text)));
    }
    return this;
  }

  void end() throws IOException {
    out.put("\r\n");
    first = true;
  }

  private static String guarded(String text) {
    return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
