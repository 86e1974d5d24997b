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

  private final Workbook book;
  private final String name;
  private final List<Heading> headings;
  private int sheets;
  private int row;
  private @Nullable Worksheet sheet;

  RowSheets(Workbook book, String name, List<Heading> headings) throws IOException {
    this.book = book;
    this.name = name;
    this.headings = headings;
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
    if (row % FLUSH_EVERY == 0) {
      sheet.flush();
    }
  }

  private void put(int column, @Nullable Object value) {
    if (value instanceof Number number) {
      sheet.value(row, column, number);
      if (headings.get(column).decimals() > 0) {
        sheet.style(row, column).format("#,##0." + "0".repeat(headings.get(column).decimals())).set();
      }
    } else if (value instanceof Date day) {
      sheet.value(row, column, day.toLocalDate());
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else if (value != null) {
      sheet.inlineString(row, column, writable(value.toString()));
    }
  }

  /** What XML cannot hold is left out. */
  private static String writable(String text) {
    return text.codePoints()
        .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c > 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  void end() throws IOException {
    sheet.setAutoFilter(0, 0, Math.max(1, row - 1), headings.size() - 1);
    sheet.finish();
  }

  /**
   * @param width of the column, in characters
   * @param decimals that a number is shown with
   */
  record Heading(String text, int width, int decimals) {
  }
}
