package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.jieshi.geometry.BoundaryPoints.BoundaryPoint;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class BoundaryPointsTest {

  @Test
  void pointsAreNumberedFromTheNorthWestClockwiseAndEdgesCloseOnJ1() {
    Geometry parcel = Wkt.read("""
        POLYGON ((36632820.374 2480878.717, 36632920.374 2480878.717, 36632920.374 2480978.717,
          36632820.374 2480953.717, 36632820.374 2480878.717))""");

    assertThat(rows(parcel)).containsExactly(
        "J1 2480953.717 36632820.374 103.078 J2",
        "J2 2480978.717 36632920.374 100.000 J3",
        "J3 2480878.717 36632920.374 100.000 J4",
        "J4 2480878.717 36632820.374 75.000 J1");
  }

  @Test
  void theNumberingDoesNotDependOnHowTheParcelWasDrawn() {
    Geometry parcel = Wkt.read("""
        POLYGON ((36632820.3741 2480878.717, 36632920 2480870, 36632990 2480978.7175, 36632850 2481000,
          36632800 2480953.717, 36632820.3741 2480878.717))""");
    List<String> expected = rows(parcel);

    for (int seed = 0; seed < 10; seed++) {
      assertThat(rows(OverlapPropertyTest.redrawn(parcel, new Random(seed)))).isEqualTo(expected);
    }
    assertThat(expected.get(0)).startsWith("J1 2480953.717 36632800.000");
  }

  @Test
  void holesAreNumberedOnAfterTheOuterRingAndPartsFromTheNorthWest() {
    Geometry parcel = Wkt.read("""
        MULTIPOLYGON (((200 0, 300 0, 200 50, 200 0)),
          ((0 0, 100 0, 100 100, 0 100, 0 0), (60 10, 70 10, 70 20, 60 10), (10 60, 20 60, 20 70, 10 60)))""");

    assertThat(BoundaryPoints.of(parcel))
        .extracting(p -> "%s %d/%d %s".formatted(p.number(), p.part(), p.ring(), p.next()))
        .containsExactly("J1 1/1 J2", "J2 1/1 J3", "J3 1/1 J4", "J4 1/1 J1", "J5 1/2 J6", "J6 1/2 J7", "J7 1/2 J5",
            "J8 1/3 J9", "J9 1/3 J10", "J10 1/3 J8", "J11 2/1 J12", "J12 2/1 J13", "J13 2/1 J11");
    assertThat(BoundaryPoints.of(parcel).get(4)).satisfies(hole -> {
      assertThat(hole.north()).isEqualByComparingTo("70");
      assertThat(hole.east()).isEqualByComparingTo("20");
    });
  }

  @Test
  void edgesAreThoseOfTheCoordinatesThatAreShown() {
    Geometry parcel = Wkt.read("POLYGON ((0.0004 0.0004, 10.0006 0.0004, 10.0006 10.0006, 0.0004 0.0004))");

    assertThat(BoundaryPoints.of(parcel)).extracting(p -> p.distanceToNext().toPlainString())
        .containsExactlyInAnyOrder("10.001", "10.001", "14.144");
  }

  @Test
  void aVertexDrawnTwiceIsOneBoundaryPoint() {
    assertThat(BoundaryPoints.of(Wkt.read("POLYGON ((0 0, 0 0, 10 0, 10 0, 10 10, 0 0, 0 0))"))).hasSize(3);
  }

  @Test
  void degreesHaveNoBoundaryTable() {
    assertThatThrownBy(() -> BoundaryPoints.of(Wkt.read("POLYGON ((109 22, 110 22, 110 23, 109 22))", 4490)))
        .isInstanceOf(GeometryRefusal.class);
  }

  private static List<String> rows(Geometry parcel) {
    return BoundaryPoints.of(parcel).stream().map(BoundaryPointsTest::row).toList();
  }

  private static String row(BoundaryPoint point) {
    return "%s %s %s %s %s".formatted(
        point.number(), point.north(), point.east(), point.distanceToNext(), point.next());
  }
}
