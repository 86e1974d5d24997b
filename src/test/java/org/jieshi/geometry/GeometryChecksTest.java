package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jieshi.geometry.GeometryChecks.Repair;
import org.jieshi.geometry.GeometryFinding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class GeometryChecksTest {

  /** Two surveys of class 1 against each other. */
  private static final double ALLOWED = Accuracy.allowedMismatch(0.05, 0.05);

  @Test
  void soundLandRaisesNothing() {
    assertThat(check("POLYGON ((36632000 2480000, 36632100 2480000, 36632100 2480100, 36632000 2480000))")).isEmpty();
  }

  @Test
  void f5NullEmptyAndOtherThanPolygonsBlock() {
    assertThat(GeometryChecks.check(null, ALLOWED, Tolerances.DEFAULT)).singleElement()
        .extracting(GeometryFinding::reason).isEqualTo("NULL_GEOMETRY");
    assertOne("POLYGON EMPTY", "F5", "EMPTY_GEOMETRY", Severity.BLOCK);
    assertOne("MULTIPOLYGON EMPTY", "F5", "EMPTY_GEOMETRY", Severity.BLOCK);
    assertOne("LINESTRING (0 0, 1 1)", "F5", "NOT_POLYGONAL", Severity.BLOCK);
    assertOne("GEOMETRYCOLLECTION (POLYGON ((0 0, 9 0, 9 9, 0 0)))", "F5", "NOT_POLYGONAL", Severity.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void f5CoordinatesThatAreNotNumbersBlock(double value) {
    Geometry land = Wkt.square(0, 0, 100);
    land.getCoordinates()[1].y = value;

    assertThat(GeometryChecks.check(land, ALLOWED, Tolerances.DEFAULT)).singleElement().satisfies(finding -> {
      assertThat(finding.reason()).isEqualTo("NOT_FINITE");
      assertThat(finding.at()).isNotNull();
      assertThat(finding.severity()).isEqualTo(Severity.BLOCK);
    });
  }

  @Test
  void g1ABowTieIsNamedWithItsCrossing() {
    List<GeometryFinding> findings = check("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))");

    assertThat(findings).singleElement().satisfies(finding -> {
      assertThat(finding.rule()).isEqualTo("G1");
      assertThat(finding.reason()).isEqualTo("SELF_INTERSECTION");
      assertThat(finding.at()).isEqualTo(new Coordinate(50, 50));
      assertThat(finding.message()).isEqualTo(
          "Boundary lines cross or run over each other at (50.000, 50.000); draw the boundary anew there.");
      assertThat(finding.messageZh()).isEqualTo("界线相交或重叠，位于 (50.000, 50.000)，请在该处改绘界线。");
    });
  }

  @Test
  void g1EveryCrossingIsListedAndNotOnlyTheFirst() {
    List<GeometryFinding> findings = check("""
        POLYGON ((0 0, 100 0, 100 10, 90 10, 80 -10, 70 10, 60 10, 50 -10, 40 10, 0 10, 0 0))""");

    assertThat(findings).filteredOn(f -> f.rule().equals("G1")).extracting(GeometryFinding::at)
        .containsExactlyInAnyOrder(
            new Coordinate(85, 0), new Coordinate(75, 0), new Coordinate(55, 0), new Coordinate(45, 0));
  }

  @Test
  void g1FaultsOfDifferentKindsAreAllNamed() {
    List<GeometryFinding> findings = check("""
        MULTIPOLYGON (((0 0, 100 0, 100 100, 0 100, 0 0), (200 200, 210 200, 210 210, 200 200)),
          ((10 10, 20 10, 20 20, 10 10)))""");

    assertThat(findings).filteredOn(f -> f.rule().equals("G1")).extracting(GeometryFinding::reason)
        .containsExactlyInAnyOrder("HOLE_OUTSIDE_SHELL", "NESTED_SHELLS");
  }

  @Test
  void g1EachFaultHasItsReason() {
    assertFault("""
        POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (10 10, 90 10, 90 90, 10 10), (40 20, 80 20, 80 50, 40 20))""",
        "NESTED_HOLES");
    assertFault("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0), (0 50, 50 0, 100 50, 50 100, 0 50))",
        "DISCONNECTED_INTERIOR");
    assertFault("POLYGON ((0 0, 100 0, 100 100, 50 0, 0 100, 0 0))", "RING_SELF_TOUCH");
    assertFault("POLYGON ((0 0, 100 0, 0 0, 0 0))", "TOO_FEW_POINTS");
    assertFault("MULTIPOLYGON (((0 0, 100 0, 100 100, 0 0)), ((50 -10, 60 -10, 60 90, 50 -10)))", "SELF_INTERSECTION");
  }

  @Test
  void g1ARingDrawnTwiceIsOneFault() {
    assertOne("POLYGON ((0 0, 100 0, 100 100, 0 0), (100 0, 0 0, 100 100, 100 0))", "G1", "DUPLICATE_RINGS",
        Severity.BLOCK);
    assertThat(check("MULTIPOLYGON (((0 0, 100 0, 100 100, 0 0)), ((100 0, 100 100, 0 0, 100 0)))"))
        .extracting(GeometryFinding::reason).containsExactly("DUPLICATE_RINGS", "MULTIPART");
  }

  @Test
  void g1TouchingPartsAndHolesInOnePointAreValid() {
    assertThat(check("MULTIPOLYGON (((0 0, 100 0, 100 100, 0 0)), ((100 100, 200 100, 200 200, 100 100)))"))
        .extracting(GeometryFinding::rule).containsExactly("G3");
  }

  @Test
  void g3MultipartLandIsKeptWholeAndSaidToBe() {
    assertOne("MULTIPOLYGON (((0 0, 100 0, 100 100, 0 0)), ((200 0, 300 0, 300 100, 200 0)))", "G3", "MULTIPART",
        Severity.INFO);
  }

  @Test
  void g4RepeatedVerticesAndShortEdgesAreNamed() {
    assertOne("POLYGON ((0 0, 100 0, 100 0, 100 100, 0 0))", "G4", "DUPLICATE_VERTEX", Severity.WARN);
    assertOne("POLYGON ((0 0, 100 0, 100 0.049, 100 100, 0 0))", "G4", "SHORT_EDGE", Severity.WARN);
    assertThat(check("POLYGON ((0 0, 100 0, 100 0.05, 100 100, 0 0))")).isEmpty();
  }

  @Test
  void g4ManyShortEdgesAreCountedAfterTheFirstTwenty() {
    StringBuilder ring = new StringBuilder("0 0, 100 0, 100 100");
    for (int i = 1; i <= 50; i++) {
      ring.append(", ").append(50 - i * 0.01).append(" 100");
    }

    List<GeometryFinding> findings = check("POLYGON ((" + ring + ", 0 0))");

    assertThat(findings).hasSize(21);
    assertThat(findings.get(20).reason()).isEqualTo("MORE_PLACES");
    assertThat(findings.get(20).message()).contains(" 29 more places");
  }

  @Test
  void g5ASpikeIsNamedAtItsTip() {
    List<GeometryFinding> findings = check("POLYGON ((0 0, 100 0, 100 50, 180 50.5, 100 51, 100 100, 0 100, 0 0))");

    assertThat(findings).singleElement().satisfies(finding -> {
      assertThat(finding.rule()).isEqualTo("G5");
      assertThat(finding.at()).isEqualTo(new Coordinate(180, 50.5));
      assertThat(finding.message()).contains("0.72°");
    });
    assertThat(check("POLYGON ((0 0, 100 0, 100 50, 150 50.5, 100 51, 100 100, 0 100, 0 0))")).isEmpty();
  }

  @Test
  void g6TinyAndThreadlikeParcelsAreNamed() {
    assertOne("POLYGON ((0 0, 0.9 0, 0.9 0.9, 0 0.9, 0 0))", "G6", "TINY", Severity.WARN);
    assertOne("POLYGON ((0 0, 1000 0, 1000 3, 0 3, 0 0))", "G6", "THREADLIKE", Severity.WARN);
  }

  @Test
  void g7IsJudgedByWidthAgainstTheSurvey() {
    String ditch = "POLYGON ((0 0, 20 0, 20 0.5, 0 0.5, 0 0))";
    String pathWithAPond = "POLYGON ((0 0, 50 0, 50 -10, 60 -10, 60 0, 100 0, 100 0.5, 0 0.5, 0 0))";

    assertThat(check(ditch, ALLOWED)).isEmpty();
    assertThat(check(ditch, 0.3)).extracting(GeometryFinding::reason).containsExactly("NARROW");
    assertThat(check(ditch, 0.3).get(0).message()).contains("0.50 m wide", "0.60 m");
    assertThat(check(pathWithAPond, 2)).isEmpty();
    assertThat(check(pathWithAPond, 6)).extracting(GeometryFinding::reason).containsExactly("NARROW");
  }

  @Test
  void tolerancesAreConfiguration() {
    Tolerances strict = new Tolerances(200, 50, 10_000, 0.01, 2, 0.0001, 5);

    assertThat(GeometryChecks.check(Wkt.read("POLYGON ((0 0, 100 0, 100 100, 0 0))"), ALLOWED, strict))
        .extracting(GeometryFinding::rule).containsExactly("G4", "G4", "G4", "G5", "G5", "G6");
  }

  @Test
  void g2AHoleThatBarelyLiesOutsideIsRepairedAndTheDifferenceShown() {
    Geometry land = Wkt.read(
        "POLYGON ((0 0, 0 1000, 1000 1000, 1000 0, 0 0), (1001 0, 1001 1, 1002 1, 1001 0))");

    Repair repair = GeometryChecks.repair(land, Tolerances.DEFAULT);

    assertThat(repair.changed()).isTrue();
    assertThat(repair.geometry().isValid()).isTrue();
    assertThat(repair.areaBefore()).isEqualTo(999_999.5, within(1e-9));
    assertThat(repair.areaAfter()).isEqualTo(1_000_000.5, within(1e-9));
    assertThat(repair.findings()).singleElement().satisfies(finding -> {
      assertThat(finding.rule()).isEqualTo("G2");
      assertThat(finding.message()).contains("999999.5000", "1000000.5000");
    });
  }

  @Test
  void g2ARepairThatWouldChangeTheAreaIsNotMade() {
    Geometry land = Wkt.read("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), (200 0, 200 10, 210 10, 200 0))");

    Repair repair = GeometryChecks.repair(land, Tolerances.DEFAULT);

    assertThat(repair.changed()).isFalse();
    assertThat(repair.geometry()).isSameAs(land);
  }

  @Test
  void g2ABowTieIsNotRepairable() {
    Geometry bowTie = Wkt.read("POLYGON ((0 0, 100 100, 100 0, 0 99, 0 0))");

    assertThat(GeometryChecks.repair(bowTie, Tolerances.DEFAULT).changed()).isFalse();
  }

  @Test
  void g2DirectionAloneIsRepairedWithoutAnyDifferenceOfArea() {
    Geometry clockwise = Wkt.read("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0))");

    Repair repair = GeometryChecks.repair(clockwise, Tolerances.DEFAULT);

    assertThat(repair.geometry()).isEqualTo(Wkt.read("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))"));
    assertThat(repair.areaAfter()).isEqualTo(repair.areaBefore());
    assertThat(GeometryChecks.repair(repair.geometry(), Tolerances.DEFAULT).changed()).isFalse();
  }

  private static void assertFault(String wkt, String reason) {
    assertThat(check(wkt)).filteredOn(f -> f.rule().equals("G1")).as(wkt)
        .extracting(GeometryFinding::reason).contains(reason);
  }

  private static void assertOne(String wkt, String rule, String reason, Severity severity) {
    assertThat(check(wkt)).singleElement().satisfies(finding -> {
      assertThat(finding.rule()).isEqualTo(rule);
      assertThat(finding.reason()).isEqualTo(reason);
      assertThat(finding.severity()).isEqualTo(severity);
      assertThat(finding.message()).endsWith(".");
      assertThat(finding.messageZh()).endsWith("。");
    });
  }

  private static List<GeometryFinding> check(String wkt) {
    return check(wkt, ALLOWED);
  }

  private static List<GeometryFinding> check(String wkt, double allowedWidth) {
    return GeometryChecks.check(Wkt.read(wkt), allowedWidth, Tolerances.DEFAULT);
  }
}
