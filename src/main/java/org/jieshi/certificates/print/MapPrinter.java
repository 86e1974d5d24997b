package org.jieshi.certificates.print;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.print.PaperSize;
import org.jieshi.print.PrintFonts;
import org.jieshi.print.Sheet;
import org.jspecify.annotations.Nullable;

/** Prints a parcel map of its own, with its boundary table. */
public final class MapPrinter {

  private MapPrinter() {
  }

  /**
   * @param paper null for the smaller one on which the boundary points have room
   * @param synthetic on the demo farm: said on every page
   */
  public static byte[] print(PrintedMap map, @Nullable PaperSize paper, boolean synthetic) {
    List<BoundaryPoint> points = BoundaryPoints.of(map.boundary());
    PaperSize size = paper == null ? ParcelMap.paperFor(map.boundary(), points.size()) : paper;
    try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle("宗地图 " + map.parcelCode());
      PrintFonts fonts = new PrintFonts(document);
      int pages = 1 + BoundaryTable.pages(points.size());
      String name = "宗地图 " + map.parcelCode();
      try (Sheet sheet = new Sheet(document, fonts, size)) {
        new ParcelMap(sheet, map, size).draw(points);
        foot(sheet, name, 1, pages, synthetic);
      }
      BoundaryTable.print(document, fonts, map, points,
          (sheet, page) -> foot(sheet, name, 2 + page, pages, synthetic));
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void foot(Sheet sheet, String name, int page, int pages, boolean synthetic) throws IOException {
    PaperSize size = sheet.size();
    sheet.centred(size.width() / 2, size.height() - 11, 8, "%s　第 %d 页 共 %d 页".formatted(name, page, pages));
    if (synthetic) {
      sheet.text(20, size.height() - 6, 8, new Color(0xB0, 0x30, 0x30),
          "演示数据，并非真实土地 — SYNTHETIC demo data, no real land");
    }
  }
}
