package org.jieshi.certificates.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.print.PaperSize;
import org.jieshi.print.PrintFonts;
import org.jieshi.print.Sheet;

/** Prints a certificate: its form, the parcel map, the boundary table on as many pages as it needs. */
public final class CertificatePrinter {

  private static final float LEFT = 25;
  private static final float RIGHT = 185;
  private static final float LABEL = 38;
  private static final float QR = 30;
  /** mm of line to a point of writing. */
  private static final float LINE = 0.495f;
  /** mm between the number and the square code. */
  private static final float ROOM = 178;
  private static final float LARGEST = 10.5f;
  private static final float SMALLEST = 3.5f;

  private CertificatePrinter() {
  }

  /** The PDF, with its fonts embedded. */
  public static byte[] print(PrintedCertificate certificate) {
    PrintedMap map = certificate.map();
    List<BoundaryPoint> points = BoundaryPoints.of(map.boundary());
    PaperSize paper = ParcelMap.paperFor(map.boundary(), points.size());
    try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle(certificate.title() + " " + certificate.number());
      PrintFonts fonts = new PrintFonts(document);
      int pages = 2 + BoundaryTable.pages(points.size());
      try (Sheet sheet = new Sheet(document, fonts)) {
        form(sheet, certificate);
        MapPrinter.foot(sheet, certificate.number(), 1, pages, certificate.synthetic());
      }
      try (Sheet sheet = new Sheet(document, fonts, paper)) {
        new ParcelMap(sheet, map, paper).draw(points);
        MapPrinter.foot(sheet, certificate.number(), 2, pages, certificate.synthetic());
      }
      BoundaryTable.print(document, fonts, map, points, (sheet, page) ->
          MapPrinter.foot(sheet, certificate.number(), 3 + page, pages, certificate.synthetic()));
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void form(Sheet sheet, PrintedCertificate certificate) throws IOException {
    sheet.stroke(new Color(0x90, 0x20, 0x20), 0.6f);
    sheet.rectangle(15, 15, 180, 262);
    sheet.stroke(new Color(0x90, 0x20, 0x20), 0.2f);
    sheet.rectangle(16.5f, 16.5f, 177, 259);
    sheet.centred(Sheet.WIDTH / 2, 34, 24, spaced(certificate.title()));
    sheet.centred(Sheet.WIDTH / 2, 44, 12, certificate.number());
    sheet.stroke(Color.DARK_GRAY, 0.2f);
    float y = 54;
    sheet.line(LEFT, y, RIGHT, y);
    float[] sizes = sizes(sheet, certificate.fields());
    for (int row = 0; row < sizes.length; row++) {
      PrintedCertificate.Field field = certificate.fields().get(row);
      float size = sizes[row];
      float line = size * LINE;
      List<String> lines = lines(sheet, field, size);
      float height = height(sheet, field, size);
      sheet.text(LEFT + 1.5f, y + 1.6f + LARGEST * LINE * 0.82f, LARGEST, new Color(0x50, 0x50, 0x50), field.label());
      for (int i = 0; i < lines.size(); i++) {
        sheet.text(LEFT + LABEL + 1.5f, y + 1.6f + line * (0.82f + i), size, lines.get(i));
      }
      sheet.line(LEFT + LABEL, y, LEFT + LABEL, y + height);
      y += height;
      sheet.line(LEFT, y, RIGHT, y);
    }
    sheet.line(LEFT, 54, LEFT, y);
    sheet.line(RIGHT, 54, RIGHT, y);
    qr(sheet, certificate.verification(), LEFT, 236);
    sheet.text(LEFT + QR + 4, 243, 8, "扫码或访问以下地址核验本证书 Verify this certificate at");
    sheet.text(LEFT + QR + 4, 248, 8, certificate.verification());
    sheet.text(LEFT + QR + 4, 256, 6.5f, Color.DARK_GRAY, "审计链 audit chain " + certificate.auditHead());
    sheet.right(RIGHT, 262, 11, certificate.authority() + "（章）");
    sheet.right(RIGHT, 268, 11, "%d年%d月%d日".formatted(certificate.issuedOn().getYear(),
        certificate.issuedOn().getMonthValue(), certificate.issuedOn().getDayOfMonth()));
  }

  /** Sizes of writing at which all fields end above the code: the tallest get smaller ones, the others stay legible. */
  private static float[] sizes(Sheet sheet, List<PrintedCertificate.Field> fields) throws IOException {
    float[] sizes = new float[fields.size()];
    Arrays.fill(sizes, LARGEST);
    float[] heights = new float[sizes.length];
    float all = 0;
    for (int i = 0; i < sizes.length; i++) {
      heights[i] = height(sheet, fields.get(i), sizes[i]);
      all += heights[i];
    }
    while (all > ROOM) {
      int tallest = 0;
      for (int i = 1; i < sizes.length; i++) {
        tallest = heights[i] > heights[tallest] ? i : tallest;
      }
      if (sizes[tallest] <= SMALLEST) {
        break;
      }
      sizes[tallest] -= 0.5f;
      all -= heights[tallest];
      heights[tallest] = height(sheet, fields.get(tallest), sizes[tallest]);
      all += heights[tallest];
    }
    return sizes;
  }

  private static float height(Sheet sheet, PrintedCertificate.Field field, float size) throws IOException {
    return 3.4f + Math.max(LARGEST * LINE, size * LINE * lines(sheet, field, size).size());
  }

  private static List<String> lines(Sheet sheet, PrintedCertificate.Field field, float size) throws IOException {
    return sheet.wrapped(field.text() == null || field.text().isBlank() ? "—" : field.text(), size,
        RIGHT - LEFT - LABEL - 3);
  }

  private static void qr(Sheet sheet, String text, float x, float y) throws IOException {
    try {
      BitMatrix bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.CHARACTER_SET, "UTF-8"));
      float cell = QR / bits.getWidth();
      for (int row = 0; row < bits.getHeight(); row++) {
        for (int column = 0; column < bits.getWidth(); column++) {
          if (bits.get(column, row)) {
            sheet.fillRectangle(x + column * cell, y + row * cell, cell, cell, Color.BLACK);
          }
        }
      }
    } catch (WriterException e) {
      throw new IOException("the verification address does not fit a QR code: " + text, e);
    }
  }

  private static String spaced(String title) {
    return String.join(" ", title.split(""));
  }
}
