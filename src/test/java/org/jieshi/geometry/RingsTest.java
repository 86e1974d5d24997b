package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jieshi.geometry.GeometryFinding.Severity;
import org.jieshi.geometry.Rings.Assembly;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

class RingsTest {

  private static final String FIELD = "0 0, 0 100, 100 100, 100 0, 0 0";
  private static final String POND = "20 20, 80 20, 80 80, 20 80, 20 20";
  private static final String ISLAND = "40 40, 40 60, 60 60, 60 40, 40 40";
  private static final String ELSEWHERE = "200 0, 200 50, 250 50, 250 0, 200 0";

  @Test
  void holesAndIslandsAreFoundInAnyOrder() {
    Geometry expected = Wkt.read("""
        MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (20 20, 20 80, 80 80, 80 20, 20 20)),
          ((40 40, 60 40, 60 60, 40 60, 40 40)), ((200 0, 250 0, 250 50, 200 50, 200 0)))""");
    List<String> rings = new ArrayList<>(List.of(FIELD, POND, ISLAND, ELSEWHERE));
    for (int turn = 0; turn < 12; turn++) {
      Collections.shuffle(rings, new Random(turn));

      Assembly assembly = assemble(rings.toArray(String[]::new));

      assertThat(assembly.geometry().norm()).isEqualTo(expected.norm());
      assertThat(assembly.geometry().isValid()).isTrue();
      assertThat(assembly.geometry().getSRID()).isEqualTo(4524);
      assertThat(assembly.findings()).isEmpty();
    }
  }

  @Test
  void aHoleDrawnClockwiseIsStillAHoleAndTheDifferenceIsShown() {
    Assembly assembly = assemble(FIELD, "20 20, 20 80, 80 80, 80 20, 20 20");

    assertThat(assembly.geometry().getArea()).isEqualTo(10_000 - 3_600);
    assertThat(assembly.findings()).singleElement().satisfies(finding -> {
      assertThat(finding.rule()).isEqualTo("G2");
      assertThat(finding.severity()).isEqualTo(Severity.WARN);
      assertThat(finding.message()).isEqualTo("1 of 2 rings run against their role and were taken by topology: "
          + "6400.00 m² instead of 13600.00 m²; the first begins at (20.000, 20.000).");
      assertThat(finding.messageZh()).startsWith("2个环中有1个").contains("6400.00", "13600.00");
    });
  }

  @Test
  void outerRingsComeOutCounterClockwiseAndKeepTheirFirstVertex() {
    Polygon field = (Polygon) assemble(FIELD, POND).geometry();

    assertThat(Orientation.isCCW(field.getExteriorRing().getCoordinates())).isTrue();
    assertThat(Orientation.isCCW(field.getInteriorRingN(0).getCoordinates())).isFalse();
    assertThat(field.getExteriorRing().getCoordinateN(0)).isEqualTo(new Coordinate(0, 0));
  }

  @Test
  void aHoleThatTouchesItsOuterRingInVerticesIsAHole() {
    Assembly assembly = assemble(FIELD, "0 0, 60 30, 30 60, 0 0");

    assertThat(assembly.geometry().getNumGeometries()).isEqualTo(1);
    assertThat(assembly.geometry().isValid()).isTrue();
  }

  @Test
  void aRingWhoseVerticesAllLieOnAnotherIsPlacedByItsEdges() {
    Assembly inside = assemble(FIELD, "0 50, 50 0, 100 50, 50 100, 0 50");
    Assembly outside = assemble("0 0, 0 100, 100 100, 50 50, 100 0, 0 0", "100 0, 50 50, 100 100, 100 0");

    assertThat(inside.geometry().getArea()).isEqualTo(5_000);
    assertThat(outside.geometry().getNumGeometries()).isEqualTo(2);
    assertThat(outside.geometry().getArea()).isEqualTo(10_000);
  }

  @Test
  void theSameRingTwiceIsLeftForTheValidityRule() {
    Assembly assembly = assemble(FIELD, FIELD);

    assertThat(assembly.geometry().isValid()).isFalse();
    assertThat(GeometryChecks.check(assembly.geometry(), 0.14, Tolerances.DEFAULT))
        .extracting(GeometryFinding::rule).contains("G1");
  }

  @Test
  void ringsThatCannotBeUsedAreNamedAndTheOthersAreKept() {
    Assembly assembly = assemble(FIELD, "1 1, 2 2, 3 1, 1.5 1", "5 5, 6 6, 5 5", "7 7, NaN 8, 9 9, 7 7");

    assertThat(assembly.geometry().getArea()).isEqualTo(10_000);
    assertThat(assembly.findings()).extracting(GeometryFinding::reason)
        .containsExactly("RING_NOT_CLOSED", "TOO_FEW_POINTS", "NOT_FINITE");
    assertThat(assembly.findings()).allMatch(finding -> finding.severity() == Severity.BLOCK);
  }

  @Test
  void noRingAtAllIsAnEmptyGeometry() {
    assertThat(assemble().geometry().isEmpty()).isTrue();
  }

  @Test
  void tenThousandHolesAndIslandsAreNestedAtOnce() {
    List<CoordinateSequence> rings = new ArrayList<>();
    rings.add(ring("0 0, 0 1000, 1000 1000, 1000 0, 0 0"));
    for (int i = 0; i < 5_000; i++) {
      double x = 1 + 9.9 * (i % 100);
      double y = 1 + 19.9 * (i / 100);
      rings.add(ring("%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s".formatted(x, y, x + 8, y + 18)));
      rings.add(ring("%1$s %2$s, %1$s %4$s, %3$s %4$s, %3$s %2$s, %1$s %2$s"
          .formatted(x + 2, y + 2, x + 4, y + 4)));
    }
    Collections.shuffle(rings, new Random(5));

    long start = System.nanoTime();
    Geometry geometry = Rings.polygonsFromRings(rings, 4524).geometry();
    long milliseconds = (System.nanoTime() - start) / 1_000_000;

    assertThat(geometry.getNumGeometries()).isEqualTo(5_001);
    assertThat(geometry.getArea()).isEqualTo(1_000_000 - 5_000 * (8 * 18 - 2 * 2), within(1.0));
    assertThat(milliseconds).isLessThan(5_000);
  }

  private static Assembly assemble(String... rings) {
    return Rings.polygonsFromRings(List.of(rings).stream().map(RingsTest::ring).toList(), 4524);
  }

  private static CoordinateSequence ring(String points) {
    String[] pairs = points.split(",");
    Coordinate[] coordinates = new Coordinate[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      String[] xy = pairs[i].strip().split(" ");
      coordinates[i] = new Coordinate(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
    }
    return new CoordinateArraySequence(coordinates);
  }
}
