package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.geometry.VertexMismatch.Kind.VERTEX_DIFFERS;
import static org.jieshi.geometry.VertexMismatch.Kind.VERTEX_MISSING;
import static org.jieshi.geometry.Wkt.rectangle;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Rule C7. */
class SharedBoundariesTest {

  @Test
  void neighboursWithTheSameVerticesMatch() {
    assertThat(mismatches(rectangle(0, 0, 100, 100), rectangle(100, 0, 100, 100), rectangle(0, 100, 100, 50)))
        .isEmpty();
    assertThat(mismatches(rectangle(0, 0, 100, 100), rectangle(300, 0, 100, 100))).isEmpty();
  }

  @Test
  void aVertexOnTheNeighboursEdgeIsMissingThere() {
    List<VertexMismatch> found = mismatches(rectangle(0, 0, 100, 100), rectangle(100, 0, 100, 40));

    assertThat(found).singleElement().satisfies(miss -> {
      assertThat(miss.kind()).isEqualTo(VERTEX_MISSING);
      assertThat(miss.parcel()).isEqualTo(1);
      assertThat(miss.neighbour()).isZero();
      assertThat(miss.at()).isEqualTo(new Coordinate(100, 40));
      assertThat(miss.distance()).isZero();
    });
  }

  @Test
  void aVertexThreeCentimetresBesideTheNeighboursIsOneMismatchAndNotTwo() {
    Geometry own = rectangle(0, 0, 100, 100);
    Geometry neighbour = Wkt.read("POLYGON ((100 0, 100.03 100, 200 100, 200 0, 100 0))");

    assertThat(mismatches(own, neighbour)).singleElement().satisfies(miss -> {
      assertThat(miss.kind()).isEqualTo(VERTEX_DIFFERS);
      assertThat(miss.parcel()).isZero();
      assertThat(miss.at()).isEqualTo(new Coordinate(100, 100));
      assertThat(miss.there()).isEqualTo(new Coordinate(100.03, 100));
      assertThat(miss.distance()).isCloseTo(0.03, within(1e-9));
    });
    assertThat(mismatches(neighbour, own)).singleElement().satisfies(miss ->
        assertThat(miss.at()).isEqualTo(new Coordinate(100.03, 100)));
  }

  @Test
  void theToleranceIsFiveCentimetresToTheDot() {
    Geometry own = rectangle(0, 0, 100, 100);

    assertThat(mismatches(own, rectangle(100.05, 20, 50, 50))).extracting(VertexMismatch::kind, VertexMismatch::at)
        .containsExactly(tuple(VERTEX_MISSING, new Coordinate(100.05, 20)),
            tuple(VERTEX_MISSING, new Coordinate(100.05, 70)));
    assertThat(mismatches(own, rectangle(100.051, 20, 50, 50))).isEmpty();
    assertThat(SharedBoundaries.mismatches(List.of(own, rectangle(100.1, 20, 50, 50)), 0.1)).hasSize(2);
  }

  @Test
  void theToleranceHoldsOnEastingsOfEightDigitsToo() {
    Geometry own = rectangle(36_632_000, 2_480_000, 100, 100);

    assertThat(mismatches(own, rectangle(36_632_100.05, 2_480_020, 50, 50))).hasSize(2);
    assertThat(mismatches(own, rectangle(36_632_100.051, 2_480_020, 50, 50))).isEmpty();
  }

  @Test
  void edgesThatRunAlongEachOtherWithDifferentVerticesAreFoundAtEachOfThem() {
    Geometry west = Wkt.read("POLYGON ((0 0, 0 100, 100 100, 100.01 70, 99.99 30, 100 0, 0 0))");
    Geometry east = Wkt.read("POLYGON ((100 0, 100 50, 100 100, 200 100, 200 0, 100 0))");

    assertThat(mismatches(west, east)).extracting(VertexMismatch::parcel, VertexMismatch::at, VertexMismatch::kind)
        .containsExactly(tuple(0, new Coordinate(99.99, 30), VERTEX_MISSING),
            tuple(0, new Coordinate(100.01, 70), VERTEX_MISSING),
            tuple(1, new Coordinate(100, 50), VERTEX_MISSING));
  }

  @Test
  void aHoleAndTheIslandInItShareABoundaryToo() {
    Geometry around = Wkt.read("POLYGON ((0 0, 0 90, 90 90, 90 0, 0 0), (30 30, 60 30, 60 60, 30 60, 30 30))");
    Geometry island = Wkt.read("POLYGON ((30 30, 30 60, 60 60, 60 45, 60 30, 30 30))");

    assertThat(mismatches(around, island)).extracting(VertexMismatch::at).containsExactly(new Coordinate(60, 45));
  }

  @Test
  void parcelsThatOverlapAreStillComparedWhereTheirBoundariesRunTogether() {
    assertThat(mismatches(rectangle(0, 0, 100, 100), rectangle(50, 0, 100, 100))).extracting(VertexMismatch::at)
        .containsExactlyInAnyOrder(new Coordinate(100, 0), new Coordinate(100, 100), new Coordinate(50, 0),
            new Coordinate(50, 100));
  }

  @Test
  void theLastPlaceOfAWrittenCoordinateIsNoMismatch() {
    assertThat(mismatches(rectangle(0, 0, 100, 100), Wkt.read(
        "POLYGON ((100.001 0.001, 100 100, 200 100, 200 0.001, 100.001 0.001))"))).isEmpty();
  }

  private static List<VertexMismatch> mismatches(Geometry... parcels) {
    return SharedBoundaries.mismatches(Arrays.asList(parcels), SharedBoundaries.TOLERANCE);
  }
}
