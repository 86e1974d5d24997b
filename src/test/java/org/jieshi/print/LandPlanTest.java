package org.jieshi.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jieshi.print.LandPlan.Layer;
import org.jieshi.print.LandPlan.Style;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class LandPlanTest {

  @Test
  void aPlanShowsBothSidesAndTheLandBetween() throws IOException {
    Polygon parcel = rectangle(36_632_820, 2_480_878, 300, 200);
    Polygon claim = rectangle(36_633_080, 2_480_900, 200, 100);

    BufferedImage page = render(Booklet.print("重叠情况表", "C-1", null, booklet -> booklet.drawing(150,
        new LandPlan(List.of(new Layer(parcel.intersection(claim), Style.OVERLAP, "重叠部分"),
            new Layer(parcel, Style.FIRST, "宗地"), new Layer(claim, Style.SECOND, "主张")),
            List.of(new LandPlan.Mark("J1", 36_633_080, 2_481_000)), parcel.union(claim)))));

    assertThat(count(page, 0xFCE4B0)).as("the overlap is filled").isGreaterThan(500);
    assertThat(count(page, 0xC01010)).as("the parcel is red").isGreaterThan(100);
    assertThat(count(page, 0x1D5B8F)).as("the claim is blue").isGreaterThan(100);
  }

  private static long count(BufferedImage page, int colour) {
    return IntStream.range(0, page.getHeight()).mapToLong(y -> IntStream.range(0, page.getWidth())
        .filter(x -> (page.getRGB(x, y) & 0xFFFFFF) == colour).count()).sum();
  }

  private static BufferedImage render(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, 96);
    }
  }

  private static Polygon rectangle(double east, double north, double width, double height) {
    return new GeometryFactory().createPolygon(new Coordinate[] {new Coordinate(east, north),
        new Coordinate(east + width, north), new Coordinate(east + width, north + height),
        new Coordinate(east, north + height), new Coordinate(east, north)});
  }
}
