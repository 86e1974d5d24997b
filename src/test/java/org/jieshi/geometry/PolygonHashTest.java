package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class PolygonHashTest {

  private static final String PARCEL = """
      POLYGON ((36632000 2480000, 36632100.5 2480000, 36632100 2480100, 36632000 2480100, 36632000 2480000),
        (36632020 2480020, 36632020 2480040, 36632040 2480040, 36632020 2480020),
        (36632060 2480060, 36632060 2480080, 36632080 2480080, 36632060 2480060))""";

  @Test
  void theSameLandHasTheSameHashHoweverItWasDrawn() {
    Geometry parcel = Wkt.read(PARCEL);
    String hash = PolygonHash.of(parcel);

    for (int seed = 0; seed < 10; seed++) {
      assertThat(PolygonHash.of(OverlapPropertyTest.redrawn(parcel, new Random(seed)))).isEqualTo(hash);
    }
    assertThat(hash).matches("[0-9a-f]{64}");
  }

  @Test
  void partsInAnotherOrderAndASinglePartWrappedAreTheSameLand() {
    String one = "((0 0, 10 0, 10 10, 0 0))";
    String two = "((20 0, 30 0, 30 10, 20 0))";

    assertThat(hash("MULTIPOLYGON (" + one + "," + two + ")"))
        .isEqualTo(hash("MULTIPOLYGON (" + two + "," + one + ")"));
    assertThat(hash("MULTIPOLYGON (" + one + ")")).isEqualTo(hash("POLYGON " + one));
  }

  @Test
  void aVertexDrawnTwiceAndANegativeZeroChangeNothing() {
    assertThat(hash("POLYGON ((0 0, 10 0, 10 0, 10 10, 0 0, 0 0))"))
        .isEqualTo(hash("POLYGON ((10 0, 10 10, -0.0 0, 10 0))"));
  }

  @Test
  void theLastBitOfACoordinateAndTheSystemChangeIt() {
    Geometry moved = Wkt.read(PARCEL);
    moved.getCoordinates()[2].x = Math.nextUp(moved.getCoordinates()[2].x);

    assertThat(PolygonHash.of(moved)).isNotEqualTo(hash(PARCEL));
    assertThat(PolygonHash.of(Wkt.read(PARCEL, 2360))).isNotEqualTo(hash(PARCEL));
  }

  @Test
  void landWithAHoleIsNotTheLandAndItsHole() {
    String outer = "(0 0, 100 0, 100 100, 0 100, 0 0)";
    String inner = "(10 10, 10 20, 20 20, 10 10)";

    assertThat(hash("POLYGON (" + outer + "," + inner + ")"))
        .isNotEqualTo(hash("MULTIPOLYGON ((" + outer + "), (" + inner + "))"));
  }

  private static String hash(String wkt) {
    return PolygonHash.of(Wkt.read(wkt));
  }
}
