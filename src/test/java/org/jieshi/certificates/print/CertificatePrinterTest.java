package org.jieshi.certificates.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.jieshi.certificates.print.PrintedCertificate.Field;
import org.jieshi.certificates.print.PrintedMap.Neighbour;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

class CertificatePrinterTest {

  private static final GeometryFactory PLANE = new GeometryFactory(new PrecisionModel(), 4524);

  @Test
  void theCertificateSaysItsFactsAndListsEveryBoundaryPoint() throws IOException {
    Geometry land = PLANE.createPolygon(ring(36632820, 2480878, 300, 40), new LinearRing[] {ring(36632800, 2480860, 40, 9)});

    byte[] pdf = CertificatePrinter.print(certificate(land, "华山农场"));
    keepForPeople("certificate-hole", pdf);
    String text = text(pdf);

    assertThat(text).contains("国 有 土 地 使 用 证").contains("灵国用(2012)第0001号").contains("广西国有华山农场")
        .contains("281234.56").contains("J1", "J40", "J41", "J49").doesNotContain("J50")
        .contains("第 1 页 共 4 页").contains("演示数据");
  }

  @Test
  void aLandOfManyPartsAndFourHundredPointsRunsOverSeveralPages() throws IOException {
    Geometry land = PLANE.createMultiPolygon(new Polygon[] {
        PLANE.createPolygon(ring(36632820, 2480878, 300, 300)), PLANE.createPolygon(ring(36634000, 2480878, 200, 100))});

    byte[] pdf = CertificatePrinter.print(certificate(land, "华山农场"));

    keepForPeople("certificate-400", pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(2 + 10);
    }
    assertThat(text(pdf)).contains("J400").doesNotContain("J401");
  }

  /** The most that one form takes; every name ends above the square code. */
  @Test
  void sixtyCoOwnersStandOnOnePage() throws IOException {
    String all = IntStream.rangeClosed(1, 60).mapToObj(i -> "灵山县檀圩镇木棉根村民委员会第 %d 村民小组（1/60，灵国用(2012)第%04d号）"
        .formatted(i, i)).collect(Collectors.joining("、", "按份共有，全体共有人：", "。"));
    PrintedCertificate one = certificate(PLANE.createPolygon(ring(36632820, 2480878, 300, 12)), "华山农场");
    List<Field> fields = new ArrayList<>(one.fields());
    fields.add(new Field("附记", all));

    byte[] pdf = CertificatePrinter.print(new PrintedCertificate(one.title(), one.number(), one.authority(),
        one.issuedOn(), fields, one.map(), one.verification(), one.auditHead(), one.synthetic()));

    keepForPeople("certificate-60-co-owners", pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripperByArea above = new PDFTextStripperByArea();
      above.addRegion("form", new Rectangle2D.Double(0, 0, 596, 236 / 25.4 * 72));
      above.extractRegions(document.getPage(0));
      assertThat(above.getTextForRegion("form").replaceAll("\\s", "")).contains("第60村民小组（1/60，灵国用(2012)第0060号）");
    }
  }

  @Test
  void aCharacterThatNoFontHasIsPrintedAsItsNumber() throws IOException {
    Geometry land = PLANE.createPolygon(ring(36632820, 2480878, 300, 12));

    assertThat(text(CertificatePrinter.print(certificate(land, "𠮷野农场")))).contains("[U+20BB7]野农场");
  }

  @Test
  void theMapShowsTheLandInRedInTheMiddle() throws IOException {
    byte[] pdf = CertificatePrinter.print(certificate(PLANE.createPolygon(ring(36632820, 2480878, 300, 40)), "华山农场"));
    keepForPeople("certificate", pdf);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage map = new PDFRenderer(document).renderImageWithDPI(1, 100);
      int red = 0;
      for (int y = 0; y < map.getHeight(); y++) {
        for (int x = 0; x < map.getWidth(); x++) {
          int rgb = map.getRGB(x, y);
          if ((rgb >> 16 & 0xFF) > 150 && (rgb >> 8 & 0xFF) < 90 && (rgb & 0xFF) < 90) {
            red++;
          }
        }
      }
      assertThat(red).isGreaterThan(800);
      assertThat(map.getRGB((int) (105 / 25.4 * 100), (int) (165 / 25.4 * 100)) & 0xFFFFFF).isEqualTo(0xFDF3EC);
    }
  }

  private static void keepForPeople(String name, byte[] pdf) throws IOException {
    Files.write(Files.createDirectories(Path.of("target/print")).resolve(name + ".pdf"), pdf);
  }

  private static PrintedCertificate certificate(Geometry land, String holder) {
    return new PrintedCertificate("国有土地使用证", "灵国用(2012)第0001号", "灵山县人民政府", LocalDate.of(2012, 9, 28),
        List.of(new Field("土地使用权人", "广西国有" + holder), new Field("座落", "灵山县檀圩镇东岸村委会 华山一分场"),
            new Field("地号", "450721108003GN00012"), new Field("地类（用途）", "021 果园（GB/T 21010-2007）"),
            new Field("使用权类型", "划拨"), new Field("终止日期", null),
            new Field("使用权面积", "281234.56 m²（28.1235 hm²，421.85 亩）"),
            new Field("四至", "东至村路，南至水库，西至檀圩镇石井村委会果园及荒地分界线，北至华山二分场橡胶林道路中线为界"),
            new Field("记事", "界址点 49 个；椭球面积 281111.22 m²")),
        new PrintedMap("450721108003GN00012", "广西国有" + holder, "灵国用(2012)第0001号", land,
            "2000 国家大地坐标系 3° 带 第 36 带 (EPSG:4524)", new BigDecimal("281234.56"), "021",
            List.of(new Neighbour(List.of("东岸村"), PLANE.createPolygon(ring(36633500, 2481000, 380, 20)))),
            "县测绘队 2011-04-18", LocalDate.of(2012, 9, 28), PrintedMap.Pictures.NONE),
        "http://127.0.0.1:8080/verify/AbCdEfGhIjKlMnOpQrStUv",
        "152 8380ec985a39f3c31c7d7aaa505326137e78a164ee41277b7d0dd394c863647d", true);
  }

  /** A wavy ring around a point. */
  private static LinearRing ring(double east, double north, double radius, int vertices) {
    Coordinate[] points = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double reach = radius * (1 + 0.18 * Math.sin(5 * angle) + 0.1 * Math.cos(3 * angle));
      points[i] = new Coordinate(east + reach * Math.cos(angle), north + reach * Math.sin(angle));
    }
    points[vertices] = points[0].copy();
    return PLANE.createLinearRing(points);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
