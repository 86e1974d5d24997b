package org.jieshi.disputes.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.jieshi.geometry.Overlap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;

class BoundaryCutTest {

  private static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4524);

  @Test
  void theOverlapIsCutAndTheRestStaysAsSurveyed() {
    assertCut("POLYGON ((36632800.123 2480800.456, 36632900.789 2480801.012, 36632900.345 2480900.678, "
            + "36632800.901 2480900.234, 36632800.123 2480800.456))",
        "POLYGON ((36632850 2480700, 36633000 2480700, 36633000 2481000, 36632850 2481000, 36632850 2480700))",
        "POLYGON ((36632800.123 2480800.456, 36632800.901 2480900.234, 36632850 2480900.453218, 36632850 2480800.731481, "
            + "36632800.123 2480800.456))");
  }

  @Test
  void landInTheMiddleBecomesAHole() {
    assertCut("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))", "POLYGON ((40 40, 60 40, 60 60, 40 60, 40 40))",
        "POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), (40 40, 60 40, 60 60, 40 60, 40 40))");
  }

  @Test
  void aCutAcrossTheMiddleLeavesTwoParts() {
    assertCut("POLYGON ((0 0, 100 0, 100 10, 0 10, 0 0))", "POLYGON ((40 -5, 60 -5, 60 15, 40 15, 40 -5))",
        "MULTIPOLYGON (((0 0, 0 10, 40 10, 40 0, 0 0)), ((60 0, 60 10, 100 10, 100 0, 60 0)))");
  }

  @Test
  void aPartThatIsNotReachedStaysPointForPoint() {
    Geometry island = wkt("POLYGON ((500.0001 0, 600 0.0002, 600 100, 500 100, 500.0001 0))");
    Geometry both = FACTORY.createMultiPolygon(new Polygon[] {
        (Polygon) wkt("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))"),
        (Polygon) island});

    Geometry rest = BoundaryCut.of(both, wkt("POLYGON ((50 -1, 101 -1, 101 101, 50 101, 50 -1))")).orElseThrow()
        .boundary(true);

    assertThat(rest.getGeometryN(1).equalsExact(island)).isTrue();
  }

  @Test
  void nothingIsLeftWhereAllIsGivenUp() {
    BoundaryCut cut = BoundaryCut.of(wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))"),
        wkt("POLYGON ((-1 -1, 11 -1, 11 11, -1 11, -1 -1))")).orElseThrow();

    assertThat(cut.kept()).isEmpty();
    assertThat(cut.slivers()).isEmpty();
  }

  @Test
  void neighboursThatOnlyTouchAreNotCut() {
    Geometry left = wkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))");

    BoundaryCut cut = BoundaryCut.of(left, wkt("POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))")).orElseThrow();

    assertThat(cut.boundary(true).equalsExact(left)).isTrue();
  }

  @Test
  void aThreadAlongTheNeighbourIsASliverAndNotKeptUnasked() {
    BoundaryCut cut = BoundaryCut.of(wkt("POLYGON ((0 0, 100 0, 100 50, 0 50, 0 0))"),
        wkt("POLYGON ((0.02 -1, 60 -1, 60 51, 0.02 51, 0.02 -1))")).orElseThrow();

    assertThat(cut.kept()).extracting(Geometry::getArea).containsExactly(2000.0);
    assertThat(cut.slivers()).singleElement().satisfies(sliver ->
        assertThat(sliver.getArea()).isCloseTo(1.0, Offset.offset(1e-6)));
    assertThat(cut.boundary(false).getArea()).isEqualTo(2000.0);
  }

  @Test
  void anAlmostCommonBorderIsNoReasonToMoveASurveyedCorner() {
    assertExact("POLYGON ((36632800 2480800, 36632900 2480800, 36632900 2480900, 36632800 2480900, 36632800 2480800))",
        "POLYGON ((36632900 2480800, 36632899.999999993 2480850, 36632900 2480900, 36632850 2480900, 36632850 2480800, "
            + "36632900 2480800))");
  }

  /** Irregular boundaries on eight-digit eastings, with edges up to a kilometre. */
  @Test
  void whateverIsCutNothingMovesAndNoOverlapIsLeft() {
    Random random = new Random(20130401);
    for (int i = 0; i < 500; i++) {
      Geometry boundary = blob(random, 36632800 + random.nextDouble() * 400, 2480800, 40 + random.nextInt(900));
      Geometry givenUp = blob(random, 36632800 + random.nextDouble() * 400, 2480900, 40 + random.nextInt(900));
      BoundaryCut cut = BoundaryCut.of(boundary, givenUp).orElseThrow();
      if (cut.kept().isEmpty()) {
        continue;
      }
      Geometry rest = cut.boundary(true);
      assertThat(rest.isValid()).isTrue();
      double overlap = Overlap.between(boundary, givenUp).map(Overlap::area).orElse(0.0);
      assertThat(boundary.getArea() - rest.getArea())
          .isCloseTo(overlap, Offset.offset(1e-3));
      assertThat(Overlap.between(rest, givenUp).map(Overlap::area)).as("case %d", i).isEmpty();
      assertThat(cornersOutside(boundary, givenUp)).isSubsetOf(corners(rest));
    }
  }

  private static void assertCut(String boundary, String givenUp, String expected) {
    Geometry rest = BoundaryCut.of(wkt(boundary), wkt(givenUp)).orElseThrow().boundary(true);
    WKTWriter writer = new WKTWriter();
    writer.setPrecisionModel(new PrecisionModel(100000));
    assertThat(writer.write(rest.norm())).isEqualTo(writer.write(wkt(expected).norm()));
    assertThat(rest.getSRID()).isEqualTo(4524);
    assertThat(cornersOutside(wkt(boundary), wkt(givenUp))).isSubsetOf(corners(rest));
  }

  private static void assertExact(String boundary, String givenUp) {
    Geometry rest = BoundaryCut.of(wkt(boundary), wkt(givenUp)).orElseThrow().boundary(true);
    assertThat(cornersOutside(wkt(boundary), wkt(givenUp))).isSubsetOf(corners(rest));
  }

  private static Set<Coordinate> corners(Geometry geometry) {
    return Arrays.stream(geometry.getCoordinates()).collect(Collectors.toSet());
  }

  private static Set<Coordinate> cornersOutside(Geometry boundary, Geometry givenUp) {
    return corners(boundary).stream().filter(corner -> givenUp.disjoint(FACTORY.createPoint(corner)))
        .collect(Collectors.toSet());
  }

  private static Geometry blob(Random random, double east, double north, double radius) {
    int corners = 5 + random.nextInt(40);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = radius * (0.6 + 0.4 * random.nextDouble());
      ring[i] = new Coordinate(Math.round((east + r * Math.cos(angle)) * 1000) / 1000.0,
          Math.round((north + r * Math.sin(angle)) * 1000) / 1000.0);
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader(FACTORY).read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
