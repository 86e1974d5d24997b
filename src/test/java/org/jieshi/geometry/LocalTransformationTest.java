package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jieshi.geometry.LocalTransformation.Convention;
import org.jieshi.geometry.LocalTransformation.Helmert;
import org.jieshi.geometry.LocalTransformation.Similarity;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

class LocalTransformationTest {

  private static final double MILLIMETRE = 0.0005;

  /** Expected values: PROJ 9, {@code gdaltransform} with {@code +towgs84} and its position vector rotations. */
  @Test
  void sevenParametersGiveWhatProjGives() {
    Helmert xian = new Helmert(Convention.POSITION_VECTOR, 12.5, -3.25, 7.75, 0.61, -0.42, 0.93, -2.15);
    assertCarried(LocalTransformation.sevenParameters(2360, xian), 2360, 36632820.374, 2480878.717,
        4524, 36632842.9945, 2480901.1922);

    Helmert beijing = new Helmert(Convention.POSITION_VECTOR, 15.8, -154.4, -82.3, 0.5, -0.3, 0.2, 1.9);
    assertCarried(LocalTransformation.sevenParameters(2412, beijing), 2412, 36640000, 2475000,
        4524, 36640044.9422, 2474950.9968);
  }

  @Test
  void theOtherConventionIsTheSameWithOppositeRotations() {
    Helmert frame = new Helmert(Convention.COORDINATE_FRAME, 12.5, -3.25, 7.75, -0.61, 0.42, -0.93, -2.15);

    assertCarried(LocalTransformation.sevenParameters(2360, frame), 2360, 36632820.374, 2480878.717,
        4524, 36632842.9945, 2480901.1922);
  }

  @Test
  void theZoneAndItsPrefixStayAsTheyAre() {
    Helmert none = new Helmert(Convention.POSITION_VECTOR, 0, 0, 0, 0, 0, 0, 0);

    assertThat(LocalTransformation.sevenParameters(2381, none).to()).isEqualTo(4545);
    assertThat(LocalTransformation.sevenParameters(21418, none).to()).isEqualTo(4496);
  }

  /**
   * By hand: a quarter turn (324 000″) with k = 1.000 001 takes (3, 4) to (dx − 4k, dy + 3k); no turn with k = 1 − 2·10⁻⁶
   * takes an easting of 36 632 820.374 m to 73.265 641 m less.
   */
  @Test
  void fourParametersGiveWhatThePaperGives() {
    LocalTransformation turned =
        LocalTransformation.fourParameters(2360, 4524, new Similarity(100, 200, 324_000, 1));
    assertCarried(turned, 2360, 3, 4, 4524, 100 - 4.000004, 200 + 3.000003);

    LocalTransformation scaled =
        LocalTransformation.fourParameters(2360, 4524, new Similarity(10.25, -5.5, 0, -2));
    assertCarried(scaled, 2360, 36632820.374, 2480878.717,
        4524, 36632820.374 - 73.265641 + 10.25, 2480878.717 - 4.961757 - 5.5);
  }

  @Test
  void coordinatesOfAnotherSystemAreRefused() {
    LocalTransformation carry = LocalTransformation.fourParameters(2360, 4524, new Similarity(0, 0, 0, 0));

    assertThatThrownBy(() -> carry.apply(point(2361, 37_400_000, 2_480_000))).isInstanceOf(GeometryRefusal.class)
        .hasMessage("These parameters carry EPSG:2360, not EPSG:2361; choose those of the file's system.");
  }

  private static void assertCarried(LocalTransformation by, int from, double x, double y, int to, double east,
      double north) {
    Geometry carried = by.apply(point(from, x, y));

    assertThat(carried.getSRID()).isEqualTo(to);
    assertThat(carried.getCoordinate().x).isCloseTo(east, within(MILLIMETRE));
    assertThat(carried.getCoordinate().y).isCloseTo(north, within(MILLIMETRE));
  }

  private static Geometry point(int srid, double x, double y) {
    return new GeometryFactory(new PrecisionModel(), srid).createPoint(new Coordinate(x, y));
  }
}
