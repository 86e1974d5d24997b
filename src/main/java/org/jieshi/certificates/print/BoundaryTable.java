package org.jieshi.certificates.print;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.print.PrintFonts;
import org.jieshi.print.Sheet;

/** The boundary table 界址标示表, on as many pages as it needs. */
final class BoundaryTable {

  private static final int ROWS = 44;
  private static final float[] COLUMNS = {25, 45, 62, 100, 138, 165, 185};
  private static final float LEFT = COLUMNS[0];
  private static final float RIGHT = COLUMNS[COLUMNS.length - 1];
  private static final String[] HEADS = {"点号", "圈", "X（北）m", "Y（东）m", "至下一点 m", "下一点"};

  private BoundaryTable() {
  }

  static int pages(int points) {
    return (points + ROWS - 1) / ROWS;
  }

  /** @param foot of each page, given its number from 0 */
  static void print(PDDocument document, PrintFonts fonts, PrintedMap map, List<BoundaryPoint> points, Foot foot)
      throws IOException {
    for (int page = 0; page < pages(points.size()); page++) {
      try (Sheet sheet = new Sheet(document, fonts)) {
        page(sheet, map, points.subList(page * ROWS, Math.min(points.size(), (page + 1) * ROWS)));
        foot.print(sheet, page);
      }
    }
  }

  interface Foot {
    void print(Sheet sheet, int page) throws IOException;
  }

  private static void page(Sheet sheet, PrintedMap map, List<BoundaryPoint> points) throws IOException {
    sheet.centred(Sheet.WIDTH / 2, 24, 16, "界 址 标 示 表");
    sheet.text(LEFT, 31, 9, "宗地代码 " + map.parcelCode());
    sheet.right(RIGHT, 31, 9, map.system());
    float y = 34;
    sheet.stroke(Color.DARK_GRAY, 0.2f);
    sheet.fillRectangle(LEFT, y, RIGHT - LEFT, 6, new Color(0xF0, 0xEC, 0xE4));
    for (int i = 0; i < HEADS.length; i++) {
      sheet.text(COLUMNS[i] + 1.5f, y + 4.3f, 9, HEADS[i]);
    }
    sheet.line(LEFT, y, RIGHT, y);
    y += 6;
    sheet.line(LEFT, y, RIGHT, y);
    for (BoundaryPoint point : points) {
      String[] cells = {point.number(), point.part() + "-" + point.ring(), point.north().toPlainString(),
          point.east().toPlainString(), point.distanceToNext().toPlainString(), point.next()};
      for (int i = 0; i < cells.length; i++) {
        if (i >= 2 && i <= 4) {
          sheet.right(COLUMNS[i + 1] - 1.5f, y + 3.8f, 8.5f, cells[i]);
        } else {
          sheet.text(COLUMNS[i] + 1.5f, y + 3.8f, 8.5f, cells[i]);
        }
      }
      y += 5.2f;
      sheet.line(LEFT, y, RIGHT, y);
    }
    for (float column : COLUMNS) {
      sheet.line(column, 34, column, y);
    }
  }
}
