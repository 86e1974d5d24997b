package org.jieshi.certificates.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.certificates.print.PrintedMap.Neighbour;
import org.jieshi.certificates.print.PrintedMap.Picture;
import org.jieshi.print.PaperSize;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Parcel maps of every shape; each is kept under {@code target/print} for people to look at. */
class MapPrinterTest {

  private static final GeometryFactory PLANE = new GeometryFactory(new PrecisionModel(), 4524);
  private static final double EAST = 36_632_820;
  private static final double NORTH = 2_480_878;

  @Test
  void theMapIsToScale() throws IOException {
    Geometry square = PLANE.createPolygon(PLANE.createLinearRing(new Coordinate[] {at(0, 0), at(0, 500), at(500, 500),
        at(500, 0), at(0, 0)}));

    byte[] pdf = kept("square", map(square, "华山农场"), null);

    assertThat(text(pdf)).contains("1:5000").contains("500.00").contains("J1", "J4").contains("GN00012");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 254); // ten pixels a millimetre
      assertThat(redWidth(page)).as("500 m at 1:5000 are 100 mm").isBetween(998, 1010);
    }
  }

  @Test
  void holesAndPartsAreDrawnAndNumbered() throws IOException {
    Geometry land = PLANE.createMultiPolygon(new Polygon[] {
        PLANE.createPolygon(ring(0, 0, 300, 24), new LinearRing[] {ring(-60, 20, 60, 9), ring(100, -40, 40, 7)}),
        PLANE.createPolygon(ring(620, 120, 120, 11))});

    byte[] pdf = kept("holes-and-parts", map(land, "华山农场"), null);

    assertThat(text(pdf)).contains("J1", "J51").doesNotContain("J52");
  }

  @Test
  void fourHundredPointsGoOnLargerPaperAndOverTenPagesOfTable() throws IOException {
    byte[] pdf = kept("four-hundred-points", map(PLANE.createPolygon(ring(0, 0, 900, 400)), "华山农场"), null);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A3.getWidth());
      assertThat(document.getNumberOfPages()).isEqualTo(1 + 10);
    }
    assertThat(text(pdf)).contains("J400").doesNotContain("J401");
    try (PDDocument document = Loader.loadPDF(kept("four-hundred-points-a4",
        map(PLANE.createPolygon(ring(0, 0, 900, 400)), "华山农场"), PaperSize.A4))) {
      assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(PDRectangle.A4.getWidth());
    }
  }

  @Test
  void tinyAndHugeLandHasAScaleThatFits() throws IOException {
    assertThat(text(kept("tiny", map(PLANE.createPolygon(ring(0, 0, 0.8, 5)), "华山农场"), null))).contains("1:20");
    assertThat(text(kept("huge", map(PLANE.createPolygon(ring(0, 0, 40_000, 60)), "华山农场"), null)))
        .containsPattern("1:(500000|1000000)");
  }

  /** 10 m by 1000 m: the writing is wider than the land, and the boundary must not be covered by it. */
  @Test
  void theBoundaryOfNarrowLandIsNotCoveredByItsNumber() throws IOException {
    Geometry strip = PLANE.createPolygon(PLANE.createLinearRing(new Coordinate[] {at(0, 0), at(0, 1000), at(10, 1000),
        at(10, 0), at(0, 0)}));

    byte[] pdf = kept("narrow", map(strip, "华山农场"), null);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 254);
      for (int y = 980; y < 1_900; y += 5) {
        int line = y;
        assertThat(IntStream.range(1_000, 1_100).anyMatch(x -> {
          Color colour = new Color(page.getRGB(x, line));
          return colour.getRed() > 175 && colour.getGreen() < 60 && colour.getBlue() < 60;
        })).as("boundary %d tenths of a millimetre from the top", y).isTrue();
      }
    }
  }

  @Test
  void aVeryLongNameIsPrintedWhole() throws IOException {
    String name = "广西壮族自治区国有华山农场职工家属委员会及其所属第一、第二、第三、第四、第五分场联合经营管理有限责任公司（筹）".repeat(3);

    String printed = text(kept("long-name", map(PLANE.createPolygon(ring(0, 0, 300, 12)), name), null));

    assertThat(printed.replaceAll("\\s", "")).contains(name);
  }

  @Test
  void anOrthophotoLiesBelowAndIsNamed() throws IOException {
    PrintedMap plain = map(PLANE.createPolygon(ring(0, 0, 300, 30)), "华山农场");
    PrintedMap over = new PrintedMap(plain.parcelCode(), plain.holder(), "灵国用(2012)第0001号", plain.boundary(),
        plain.system(), plain.planeArea(), plain.landUse(), plain.neighbours(), plain.surveyedBy(), plain.drawnOn(),
        window -> Optional.of(new Picture(ground(), "县正射影像 2011-11-03")));

    byte[] pdf = kept("orthophoto", over, null);

    assertThat(text(pdf)).contains("底图：县正射影像 2011-11-03").contains("界线以界址点坐标为准");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Color ground = new Color(new PDFRenderer(document).renderImageWithDPI(0, 72).getRGB(80, 160));
      assertThat(ground.getGreen()).isGreaterThan(ground.getBlue());
    }
  }

  private static BufferedImage ground() {
    BufferedImage image = new BufferedImage(680, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    for (int x = 0; x < 680; x += 20) {
      for (int y = 0; y < 800; y += 20) {
        pen.setColor(new Color(60 + (x * 7 + y * 3) % 60, 110 + (x * 5 + y * 11) % 60, 50));
        pen.fillRect(x, y, 20, 20);
      }
    }
    pen.dispose();
    return image;
  }

  /** From boundary line to boundary line, along a row of pixels that no writing is on. */
  private static int redWidth(BufferedImage page) {
    int left = Integer.MAX_VALUE;
    int right = 0;
    for (int x = 250; x < 1850; x++) {
      Color colour = new Color(page.getRGB(x, 1_100));
      if (colour.getRed() > 175 && colour.getGreen() < 60 && colour.getBlue() < 60) {
        left = Math.min(left, x);
        right = Math.max(right, x);
      }
    }
    return right - left;
  }

  private static byte[] kept(String name, PrintedMap map, PaperSize paper) throws IOException {
    byte[] pdf = MapPrinter.print(map, paper, true);
    Files.write(Files.createDirectories(Path.of("target/print")).resolve(name + ".pdf"), pdf);
    return pdf;
  }

  private static PrintedMap map(Geometry land, String holder) {
    return new PrintedMap("450721108003GN00012", holder, null, land, "2000 国家大地坐标系 3° 带 第 36 带（EPSG:4524）",
        BigDecimal.valueOf(land.getArea()).setScale(2, RoundingMode.HALF_UP), "021",
        List.of(new Neighbour(List.of("东岸村", "JA00003"), PLANE.createPolygon(ring(620, -300, 280, 20))),
            new Neighbour(List.of("GN00013"), PLANE.createPolygon(ring(-600, 100, 300, 20)))),
        "县测绘队 2011-04-18", LocalDate.of(2012, 9, 28), PrintedMap.Pictures.NONE);
  }

  private static Coordinate at(double east, double north) {
    return new Coordinate(EAST + east, NORTH + north);
  }

  /** A wavy ring around a point. */
  private static LinearRing ring(double east, double north, double radius, int vertices) {
    Coordinate[] points = new Coordinate[vertices + 1];
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      double reach = radius * (1 + 0.18 * Math.sin(5 * angle) + 0.1 * Math.cos(3 * angle));
      points[i] = at(east + reach * Math.cos(angle), north + reach * Math.sin(angle));
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
