package org.jieshi.coverage.workbook;

import java.io.IOException;
import java.sql.Date;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows on a sheet, and on a further one where the first is full. Text goes in as inline text: a cell of type text is never
 * taken for a formula, and no table of all texts grows in memory.
 */
final class RowSheets {

  /** A sheet of the format ends at 1 048 576. */
  private static final int FULL = 1_000_000;

  private static final int FLUSH_EVERY = 1_000;
  private static final int WIDEST = 255;
  private static final String DAY = "yyyy-mm-dd";

  private final Workbook book;
  private final String name;
  private final List<Heading> headings;
  /** Of the columns that have values among the rows which are not written yet. */
  private final @Nullable String[] formats;
  private int sheets;
  private int row;
  private int unwritten;
  private @Nullable Worksheet sheet;

  RowSheets(Workbook book, String name, List<Heading> headings) throws IOException {
    this.book = book;
    this.name = name;
    this.headings = headings;
    formats = new String[headings.size()];
    begin();
  }

  private void begin() throws IOException {
    sheets++;
    sheet = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    for (int column = 0; column < headings.size(); column++) {
      sheet.inlineString(0, column, headings.get(column).text());
      sheet.width(column, Math.min(WIDEST, headings.get(column).width()));
    }
    sheet.range(0, 0, 0, headings.size() - 1).style().bold().fillColor("E3EFF3").set();
    sheet.freezePane(0, 1);
    row = 1;
    unwritten = 1;
  }

  /** @param values text, numbers, days or null, in the order of the headings */
  void add(@Nullable Object... values) throws IOException {
    if (row > FULL) {
      end();
      begin();
    }
    for (int column = 0; column < values.length; column++) {
      put(column, values[column]);
    }
    row++;
    if (row - unwritten == FLUSH_EVERY) {
      flush();
    }
  }

  private void put(int column, @Nullable Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
      formats[column] = headings.get(column).format();
    } else if (value instanceof Date day) {
      sheet.value(row, column, day.toLocalDate());
      formats[column] = DAY;
    } else if (value != null) {
      sheet.inlineString(row, column, writable(value.toString()));
    }
  }

  /** Formats are given column by column for many rows: cell by cell they cost more than everything else. */
  private void flush() throws IOException {
    for (int column = 0; column < formats.length; column++) {
      if (formats[column] != null) {
        sheet.range(unwritten, column, row - 1, column).style().format(formats[column]).set();
        formats[column] = null;
      }
    }
    sheet.flush();
    unwritten = row;
  }

  /** What XML cannot hold is left out. */
  private static String writable(String text) {
    if (text.chars().allMatch(c -> c >= 0x20 && c < Character.MIN_SURROGATE)) {
      return text;
    }
    return text.codePoints()
        .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  void end() throws IOException {
    flush();
    sheet.setAutoFilter(0, 0, Math.max(1, row - 1), headings.size() - 1);
    sheet.finish();
  }

  /**
   * @param width of the column, in characters
   * @param decimals that a number is shown with
   */
  record Heading(String text, int width, int decimals) {

    @Nullable String format() {
      return decimals == 0 ? null : "#,##0." + "0".repeat(decimals);
    }
  }
}
