package org.jieshi.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document of as many A4 pages as it needs: a title, headings, text, labelled fields, tables and drawings from top to
 * bottom. Every page says at its foot which document it belongs to and how many pages there are.
 */
public final class Booklet implements AutoCloseable {

  public static final float LEFT = 20;
  public static final float RIGHT = 190;
  public static final float WIDTH = RIGHT - LEFT;

  private static final float TOP = 20;
  private static final float BOTTOM = 277;
  private static final float SIZE = 9.5f;
  private static final float LINE = 4.8f;
  private static final Color QUIET = new Color(0x50, 0x50, 0x50);
  private static final Color HEAD = new Color(0xF0, 0xEC, 0xE4);

  private final PDDocument document = new PDDocument();
  private final List<Sheet> sheets = new ArrayList<>();
  private final PrintFonts fonts;
  private final String footer;
  private String pages = "";
  private final @Nullable String mark;
  private float y;

  /**
   * @param title of the file
   * @param footer on every page, before its number
   * @param mark in red on every page; null for none
   */
  public Booklet(String title, String footer, @Nullable String mark) throws IOException {
    document.getDocumentInformation().setTitle(title);
    this.fonts = new PrintFonts(document);
    this.footer = footer;
    this.mark = mark;
    turn();
  }

  /** A label with its text; null or blank text is printed as a dash. */
  public record Field(String label, @Nullable String text) {
  }

  /** A column; {@code share} is its part of the width, figures stand right. */
  public record Column(String head, float share, boolean figures) {

    public static Column text(String head, float share) {
      return new Column(head, share, false);
    }

    public static Column figures(String head, float share) {
      return new Column(head, share, true);
    }
  }

  /** What is put together on a booklet. */
  public interface Content {
    void writeTo(Booklet booklet) throws IOException;
  }

  /** Something drawn in a frame, millimetres from its upper left corner. */
  public interface Drawing {
    void draw(Sheet sheet, float x, float y, float width, float height) throws IOException;
  }

  /** The whole PDF, its pages numbered in Chinese. */
  public static byte[] print(String title, String footer, @Nullable String mark, Content content) {
    return print(title, footer, "第 %d 页 共 %d 页", mark, content);
  }

  /** @param pages how a page is numbered: its place and how many there are, as {@code %d} */
  public static byte[] print(String title, String footer, String pages, @Nullable String mark, Content content) {
    try (Booklet booklet = new Booklet(title, footer, mark)) {
      booklet.pages = pages;
      content.writeTo(booklet);
      return booklet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void title(String text) throws IOException {
    room(14);
    sheet().centred(Sheet.WIDTH / 2, y + 7, 17, text);
    y += 13;
  }

  /** Centred below a title. */
  public void subtitle(String text) throws IOException {
    for (String line : sheet().wrapped(text, 10.5f, WIDTH)) {
      room(6);
      sheet().centred(Sheet.WIDTH / 2, y + 3, 10.5f, line);
      y += 6;
    }
    y += 1;
  }

  public void heading(String text) throws IOException {
    room(22);
    sheet().text(LEFT, y + 6, 11.5f, text);
    y += 9;
  }

  public void text(String text) throws IOException {
    for (String paragraph : text.split("\n")) {
      for (String line : sheet().wrapped(paragraph, SIZE, WIDTH)) {
        room(LINE);
        sheet().text(LEFT, y + 3.6f, SIZE, line);
        y += LINE;
      }
    }
    y += 2;
  }

  /** Where somebody signs, right. */
  public void signature(String text) throws IOException {
    room(9);
    sheet().right(RIGHT, y + 7, SIZE, text);
    y += 9;
  }

  /** Two columns, labels and texts; rows may go over pages. */
  public void fields(List<Field> fields) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    fields.forEach(field -> rows.add(List.of(field.label(),
        field.text() == null || field.text().isBlank() ? "—" : field.text())));
    rows(new float[] {0.24f, 0.76f}, new boolean[2], rows, true, () -> { });
    y += 3;
  }

  /** A table; its head is repeated on every page. */
  public void table(List<Column> columns, List<List<String>> rows) throws IOException {
    float[] shares = new float[columns.size()];
    boolean[] figures = new boolean[columns.size()];
    List<String> heads = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      shares[i] = columns.get(i).share();
      figures[i] = columns.get(i).figures();
      heads.add(columns.get(i).head());
    }
    Head head = () -> {
      sheet().fillRectangle(LEFT, y, WIDTH, height(cells(heads, shares)), HEAD);
      row(cells(heads, shares), shares, new boolean[shares.length], false);
    };
    room(height(cells(heads, shares)) + 12);
    head.draw();
    rows(shares, figures, rows, false, head);
    y += 3;
  }

  /** A frame of its own height that stays on one page. */
  public void drawing(float height, Drawing drawing) throws IOException {
    room(height + 2);
    drawing.draw(sheet(), LEFT, y, WIDTH, height);
    y += height + 3;
  }

  public void gap(float height) {
    y += height;
  }

  /** What follows stays on one page where it is no higher than this. */
  public void together(float height) throws IOException {
    room(height);
  }

  private void rows(float[] shares, boolean[] figures, List<List<String>> rows, boolean labelled, Head head)
      throws IOException {
    for (List<String> row : rows) {
      List<List<String>> cells = cells(row, shares);
      for (List<List<String>> piece : pieces(cells)) {
        if (y + height(piece) > BOTTOM) {
          turn();
          head.draw();
        }
        row(piece, shares, figures, labelled);
      }
    }
  }

  /** A row that is longer than a page goes on on the next. */
  private static List<List<List<String>>> pieces(List<List<String>> cells) {
    int most = (int) ((BOTTOM - TOP - 30) / LINE);
    int lines = cells.stream().mapToInt(List::size).max().orElse(1);
    List<List<List<String>>> pieces = new ArrayList<>();
    for (int from = 0; from < lines; from += most) {
      int first = from;
      pieces.add(cells.stream().map(cell -> cell.subList(Math.min(first, cell.size()),
          Math.min(first + most, cell.size()))).toList());
    }
    return pieces;
  }

  private List<List<String>> cells(List<String> texts, float[] shares) throws IOException {
    List<List<String>> cells = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      List<String> lines = new ArrayList<>();
      for (String paragraph : texts.get(i).split("\n", -1)) {
        lines.addAll(sheet().wrapped(paragraph, SIZE, shares[i] * WIDTH - 2.4f));
      }
      cells.add(lines);
    }
    return cells;
  }

  private static float height(List<List<String>> cells) {
    return 1.8f + LINE * cells.stream().mapToInt(List::size).max().orElse(1);
  }

  private void row(List<List<String>> cells, float[] shares, boolean[] figures, boolean labelled) throws IOException {
    Sheet sheet = sheet();
    float height = height(cells);
    sheet.stroke(Color.GRAY, 0.15f);
    float x = LEFT;
    for (int i = 0; i < shares.length; i++) {
      float width = shares[i] * WIDTH;
      sheet.rectangle(x, y, width, height);
      for (int line = 0; line < cells.get(i).size(); line++) {
        float base = y + 4.4f + LINE * line;
        String text = cells.get(i).get(line);
        if (figures[i]) {
          sheet.right(x + width - 1.2f, base, SIZE, text);
        } else {
          sheet.text(x + 1.2f, base, SIZE, labelled && i == 0 ? QUIET : Color.BLACK, text);
        }
      }
      x += width;
    }
    y += height;
  }

  private void room(float height) throws IOException {
    if (y + height > BOTTOM) {
      turn();
    }
  }

  private void turn() throws IOException {
    sheets.add(new Sheet(document, fonts));
    y = TOP;
  }

  private Sheet sheet() {
    return sheets.get(sheets.size() - 1);
  }

  private byte[] finish() throws IOException {
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      sheet.centred(Sheet.WIDTH / 2, 286, 8, footer + "　" + pages.formatted(i + 1, sheets.size()));
      if (mark != null) {
        sheet.text(LEFT, 291, 8, new Color(0xB0, 0x30, 0x30), mark);
      }
      sheet.close();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private interface Head {
    void draw() throws IOException;
  }
}
