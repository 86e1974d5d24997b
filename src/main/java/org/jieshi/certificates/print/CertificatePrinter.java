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
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.jieshi.geometry.BoundaryPoints;
import org.jieshi.print.PrintFonts;
import org.jieshi.print.Sheet;

/** Prints a certificate: its form, the parcel map, the boundary table on as many pages as it needs. */
public final class CertificatePrinter {

  private static final float LEFT = 25;
  private static final float RIGHT = 185;
  private static final float LABEL = 38;
  private static final int ROWS = 44;
  private static final float QR = 30;

  private CertificatePrinter() {
  }

  /** The PDF, with its fonts embedded. */
  public static byte[] print(PrintedCertificate certificate) {
    List<BoundaryPoint> points = BoundaryPoints.of(certificate.boundary());
    try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle(certificate.title() + " " + certificate.number());
      PrintFonts fonts = new PrintFonts(document);
      int pages = 2 + (points.size() + ROWS - 1) / ROWS;
      try (Sheet sheet = new Sheet(document, fonts)) {
        form(sheet, certificate);
        footer(sheet, certificate, 1, pages);
      }
      try (Sheet sheet = new Sheet(document, fonts)) {
        new ParcelMap(sheet, certificate).draw(points);
        footer(sheet, certificate, 2, pages);
      }
      for (int from = 0; from < points.size(); from += ROWS) {
        try (Sheet sheet = new Sheet(document, fonts)) {
          table(sheet, certificate, points.subList(from, Math.min(points.size(), from + ROWS)));
          footer(sheet, certificate, 3 + from / ROWS, pages);
        }
      }
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
    for (PrintedCertificate.Field field : certificate.fields()) {
      List<String> lines = sheet.wrapped(field.text() == null || field.text().isBlank() ? "—" : field.text(), 10.5f,
          RIGHT - LEFT - LABEL - 3);
      float height = 3.4f + 5.2f * lines.size();
      sheet.text(LEFT + 1.5f, y + 6, 10.5f, new Color(0x50, 0x50, 0x50), field.label());
      for (int i = 0; i < lines.size(); i++) {
        sheet.text(LEFT + LABEL + 1.5f, y + 6 + 5.2f * i, 10.5f, lines.get(i));
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
    sheet.right(RIGHT, 262, 11, certificate.authority());
    sheet.right(RIGHT, 268, 11, "%d年%d月%d日".formatted(certificate.issuedOn().getYear(),
        certificate.issuedOn().getMonthValue(), certificate.issuedOn().getDayOfMonth()));
  }

  private static void table(Sheet sheet, PrintedCertificate certificate, List<BoundaryPoint> points)
      throws IOException {
    float[] columns = {25, 45, 62, 100, 138, 165, 185};
    String[] heads = {"点号", "圈", "X（北）m", "Y（东）m", "至下一点 m", "下一点"};
    sheet.centred(Sheet.WIDTH / 2, 24, 16, "界 址 标 示 表");
    sheet.text(LEFT, 31, 9, "宗地代码 " + certificate.parcelCode());
    sheet.right(RIGHT, 31, 9, certificate.system());
    float y = 34;
    sheet.stroke(Color.DARK_GRAY, 0.2f);
    sheet.fillRectangle(LEFT, y, RIGHT - LEFT, 6, new Color(0xF0, 0xEC, 0xE4));
    for (int i = 0; i < heads.length; i++) {
      sheet.text(columns[i] + 1.5f, y + 4.3f, 9, heads[i]);
    }
    sheet.line(LEFT, y, RIGHT, y);
    y += 6;
    sheet.line(LEFT, y, RIGHT, y);
    for (BoundaryPoint point : points) {
      String[] cells = {point.number(), point.part() + "-" + point.ring(), point.north().toPlainString(),
          point.east().toPlainString(), point.distanceToNext().toPlainString(), point.next()};
      for (int i = 0; i < cells.length; i++) {
        if (i >= 2 && i <= 4) {
          sheet.right(columns[i + 1] - 1.5f, y + 3.8f, 8.5f, cells[i]);
        } else {
          sheet.text(columns[i] + 1.5f, y + 3.8f, 8.5f, cells[i]);
        }
      }
      y += 5.2f;
      sheet.line(LEFT, y, RIGHT, y);
    }
    for (float column : columns) {
      sheet.line(column, 34, column, y);
    }
  }

  private static void footer(Sheet sheet, PrintedCertificate certificate, int page, int pages) throws IOException {
    sheet.centred(Sheet.WIDTH / 2, 286, 8, "%s　第 %d 页 共 %d 页".formatted(certificate.number(), page, pages));
    if (certificate.synthetic()) {
      sheet.text(LEFT, 291, 8, new Color(0xB0, 0x30, 0x30), "演示数据，并非真实土地 — SYNTHETIC demo data, no real land");
    }
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
