package org.jieshi.ingest.points;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.TextFile;
import org.jspecify.annotations.Nullable;

/** The rows of a table (RFC 4180), separated by commas, semicolons or tabs as its first row is. */
final class CsvRows implements Closeable {

  /** Characters of one cell: a polygon of a million vertices as WKT. */
  private static final int LARGEST_CELL = 32 << 20;
  private static final int MOST_CELLS = 2_000;
  /** Text that was kept from being a formula; see {@code CsvWriter}. */
  private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private final String fileName;
  private final BufferedReader in;
  private final char separator;
  private final List<String> columns;
  private long line = 1;
  private long rowLine = 1;

  CsvRows(TextFile text) throws IOException {
    this.fileName = text.name();
    this.in = text.open();
    this.separator = separator();
    List<String> head = next();
    this.columns = head == null ? List.of() : distinct(head);
  }

  List<String> columns() {
    return columns;
  }

  /** The line in which the row read last begins. */
  long line() {
    return rowLine;
  }

  private char separator() throws IOException {
    in.mark(1 << 16);
    char best = ',';
    int most = 0;
    int[] counts = new int[128];
    int c = in.read();
    for (int read = 0; c >= 0 && c != '\n' && read < 1 << 15; c = in.read(), read++) {
      if (c < counts.length) {
        counts[c]++;
      }
    }
    in.reset();
    for (char candidate : new char[] {',', ';', '\t'}) {
      if (counts[candidate] > most) {
        most = counts[candidate];
        best = candidate;
      }
    }
    return best;
  }

  private static List<String> distinct(List<String> names) {
    List<String> distinct = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).strip().isEmpty() ? "列" + (i + 1) : names.get(i).strip();
      String free = name;
      for (int n = 2; distinct.contains(free); n++) {
        free = name + "_" + n;
      }
      distinct.add(free);
    }
    return distinct;
  }

  /** The cells of the next row that isn't blank; null at the end. */
  @Nullable List<String> next() throws IOException {
    while (true) {
      rowLine = line;
      List<String> cells = row();
      if (cells == null) {
        return null;
      }
      if (cells.size() > 1 || !cells.get(0).isBlank()) {
        return cells;
      }
    }
  }

  private @Nullable List<String> row() throws IOException {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    while (true) {
      if (quoted) {
        if (c < 0) {
          throw damaged("a quotation mark isn't closed", "引号没有闭合");
        }
        if (c == '"' && peek() == '"') {
          cell.append((char) in.read());
        } else if (c == '"') {
          quoted = false;
        } else {
          append(cell, c);
        }
      } else if (c == '"' && cell.toString().isBlank() && !wasQuoted) {
        quoted = true;
        wasQuoted = true;
        cell.setLength(0);
      } else if (c < 0 || c == '\n' || c == separator) {
        cells.add(unguarded(cell.toString()));
        if (cells.size() > MOST_CELLS) {
          throw damaged("it has more than %s columns".formatted(MOST_CELLS), "列数超过 %s".formatted(MOST_CELLS));
        }
        cell.setLength(0);
        wasQuoted = false;
        if (c != separator) {
          line += c == '\n' ? 1 : 0;
          return cells;
        }
      } else if (c != '\r' || peek() != '\n' && peek() >= 0) {
        append(cell, c);
      }
      c = in.read();
    }
  }

  private void append(StringBuilder cell, int c) throws FileProblem {
    cell.append((char) c);
    line += c == '\n' ? 1 : 0;
    if (cell.length() > LARGEST_CELL) {
      throw damaged("a cell is longer than any shape", "单元格过长");
    }
  }

  private int peek() throws IOException {
    in.mark(1);
    int c = in.read();
    in.reset();
    return c;
  }

  private static String unguarded(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  FileProblem damaged(String en, String zh) {
    return FileFault.CSV_DAMAGED.problem(fileName, rowLine, en, zh);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
