package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jieshi.geometry.Conservation.Fault;
import org.jieshi.geometry.Conservation.Kind;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Rule A2: land that is divided and joined stays the same land. */
class LandChangeTest {

  private static final int ROUNDS = 500;
  private static final double EAST = 36_632_000;
  private static final double NORTH = 2_480_000;
  private static final GeometryFactory PLANE = new GeometryFactory(new PrecisionModel(), 4524);

  @Test
  void aLineCutsLandInTwoAndKeepsEveryBoundaryPoint() {
    Geometry land = land("POLYGON ((0 0, 0 100, 200 100, 200 0, 0 0))");

    List<Polygon> pieces = LandCut.pieces(land, List.<Coordinate[]>of(line(50.0004, -10, 80.0004, 110)));

    assertThat(pieces).hasSize(2).allMatch(Geometry::isValid);
    assertThat(points(pieces)).containsAll(Arrays.asList(land.getCoordinates()));
    assertThat(Conservation.of(List.of(land), pieces).holds()).isTrue();
    assertThat(pieces.stream().mapToDouble(Areas::planeAreaExact).sum()).isEqualTo(20_000);
    assertThat(pieces.get(0).getCoordinates()).contains(at(52.5, 0), at(77.5, 100));
  }

  @Test
  void aLineNearABoundaryPointGoesThroughItAndMakesNoSecond() {
    Geometry land = land("POLYGON ((0 0, 0 100, 200 100, 200 0, 0 0))");

    List<Polygon> pieces = LandCut.pieces(land, List.<Coordinate[]>of(line(0.03, -0.01, 199.98, 100.02)));

    assertThat(pieces).hasSize(2);
    assertThat(points(pieces)).containsExactlyInAnyOrderElementsOf(new HashSet<>(Arrays.asList(land.getCoordinates())));
  }

  @Test
  void aHoleIsCutWithTheLandAndAnIslandStaysAPieceOfItsOwn() {
    Geometry land = land("MULTIPOLYGON (((0 0, 0 100, 200 100, 200 0, 0 0), (90 40, 110 40, 110 60, 90 60, 90 40)), "
        + "((300 0, 300 50, 350 50, 350 0, 300 0)))");

    List<Polygon> pieces = LandCut.pieces(land, List.<Coordinate[]>of(line(100, -5, 100, 105)));

    assertThat(pieces).hasSize(3);
    assertThat(Conservation.of(List.of(land), pieces).holds()).isTrue();
  }

  @Test
  void aLineThatEndsInsideCutsNothing() {
    Geometry land = land("POLYGON ((0 0, 0 100, 200 100, 200 0, 0 0))");

    assertThat(LandCut.pieces(land, List.<Coordinate[]>of(line(50, -10, 50, 60)))).hasSize(1);
  }

  @Test
  void whatIsLostGainedOrTakenTwiceIsNamedWithItsPlace() {
    Geometry land = land("POLYGON ((0 0, 0 100, 200 100, 200 0, 0 0))");
    Geometry west = land("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))");
    Geometry east = land("POLYGON ((100 0, 100 100, 200 100, 200 0, 100 0))");

    assertThat(Conservation.of(List.of(land), List.of(west, east)).faults()).isEmpty();
    assertThat(kinds(land, west, land("POLYGON ((100.02 0, 100.02 100, 200 100, 200 0, 100.02 0))")))
        .containsExactly(Kind.LOST);
    assertThat(kinds(land, west, land("POLYGON ((100.008 0, 100.008 100, 200 100, 200 0, 100.008 0))"))).isEmpty();
    assertThat(kinds(land, west, land("POLYGON ((99.98 0, 99.98 100, 200 100, 200 0, 99.98 0))")))
        .containsExactly(Kind.OVERLAP);
    assertThat(kinds(land, west, land("POLYGON ((100 0, 100 100, 200.02 100, 200.02 0, 100 0))")))
        .containsExactly(Kind.GAINED);
    assertThat(kinds(land, west)).contains(Kind.AREA, Kind.LOST);
    Fault needle = Conservation.of(List.of(land), List.of(west,
        land("POLYGON ((100 0, 100 100, 200 100, 200 50.001, 215 50, 200 50, 200 0, 100 0))"))).faults().get(0);
    assertThat(needle.kind()).isEqualTo(Kind.GAINED);
    assertThat(needle.at()).isEqualTo(at(215, 50));
  }

  /** Random land, with and without holes, cut by random lines and joined again. */
  @Test
  void fiveHundredSplitsAndMergesConserveUnionAndArea() {
    Random random = new Random(20130826);
    int cut = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Geometry land = randomLand(random);
      List<Coordinate[]> lines = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        lines.add(randomLine(random));
      }

      List<Polygon> pieces = LandCut.pieces(land, lines);
      Geometry joined = LandUnion.of(pieces);

      assertThat(pieces).as("round %d", round).isNotEmpty().allMatch(Geometry::isValid);
      assertThat(Conservation.of(List.of(land), pieces).faults()).as("split of round %d", round).isEmpty();
      assertThat(Conservation.of(pieces, List.of(joined)).faults()).as("merge of round %d", round).isEmpty();
      assertThat(points(pieces)).as("round %d", round).containsAll(Arrays.asList(land.getCoordinates()));
      cut += pieces.size() > 1 ? 1 : 0;
    }
    assertThat(cut).isGreaterThan(ROUNDS * 3 / 4);
  }

  private static Geometry randomLand(Random random) {
    int corners = 4 + random.nextInt(60);
    double size = Math.pow(10, 1 + 2.5 * random.nextDouble());
    Coordinate[] outer = ring(random, corners, size, 1);
    boolean hole = random.nextInt(3) == 0;
    LinearRing[] holes = hole ? new LinearRing[] {PLANE.createLinearRing(ring(random, 3 + random.nextInt(8), size / 4, 1))}
        : new LinearRing[0];
    return PLANE.createPolygon(PLANE.createLinearRing(outer), holes);
  }

  private static Coordinate[] ring(Random random, int corners, double size, double scale) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.3 * random.nextDouble()) / corners;
      double reach = size * scale * (0.5 + 0.5 * random.nextDouble());
      ring[i] = at(Math.rint(reach * Math.cos(angle) * 1000) / 1000, Math.rint(reach * Math.sin(angle) * 1000) / 1000);
    }
    ring[corners] = ring[0].copy();
    return ring;
  }

  private static Coordinate[] randomLine(Random random) {
    double angle = Math.PI * random.nextDouble();
    double aside = 10 * random.nextGaussian();
    double dx = 5_000 * Math.cos(angle);
    double dy = 5_000 * Math.sin(angle);
    Coordinate middle = new Coordinate(aside, aside / 2);
    return new Coordinate[] {at(middle.x - dx, middle.y - dy), at(middle.x + 3 * random.nextDouble(), middle.y),
        at(middle.x + dx, middle.y + dy)};
  }

  private static List<Kind> kinds(Geometry before, Geometry... after) {
    return Conservation.of(List.of(before), List.of(after)).faults().stream().map(Fault::kind).toList();
  }

  private static Set<Coordinate> points(List<Polygon> pieces) {
    Set<Coordinate> points = new HashSet<>();
    pieces.forEach(piece -> points.addAll(Arrays.asList(piece.getCoordinates())));
    return points;
  }

  private static Coordinate at(double east, double north) {
    return new Coordinate(EAST + east, NORTH + north);
  }

  private static Coordinate[] line(double x1, double y1, double x2, double y2) {
    return new Coordinate[] {at(x1, y1), at(x2, y2)};
  }

  private static Geometry land(String wkt) {
    try {
      Geometry geometry = new WKTReader(PLANE).read(wkt);
      geometry.apply(org.locationtech.jts.geom.util.AffineTransformation.translationInstance(EAST, NORTH));
      geometry.setSRID(4524);
      return geometry;
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
