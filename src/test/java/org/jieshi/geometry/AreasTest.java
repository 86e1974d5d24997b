package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jieshi.geometry.GeometryRefusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;

class AreasTest {

  private static final double EAST = 36632820.374;
  private static final double NORTH = 2480878.717;

  @Test
  void aSquareKilometreOfTheZoneIsSmallerOnTheEllipsoid() {
    Geometry square = Wkt.square(EAST, NORTH, 1000);

    assertThat(Areas.planeArea(square)).isEqualByComparingTo("1000000.00");
    assertThat(Areas.ellipsoidAreaExact(square)).isEqualTo(999_561.115, within(0.01));
    assertThat(Areas.ellipsoidArea(square).scale()).isEqualTo(2);
  }

  @Test
  void theEllipsoidAreaIsTheSameFromDegreesAndFromEitherFormOfTheZone() {
    Geometry square = Wkt.square(EAST, NORTH, 1000);
    double expected = Areas.ellipsoidAreaExact(square);

    assertThat(Areas.ellipsoidAreaExact(CoordinateSystems.toDegrees(square))).isEqualTo(expected, within(1e-3));
    assertThat(Areas.ellipsoidAreaExact(CoordinateSystems.transform(square, 4524, 4545)))
        .isEqualTo(expected, within(1e-3));
  }

  @Test
  void aSurveyInAnOlderDatumIsMeasuredOnItsOwnEllipsoid() {
    Geometry square = Wkt.square(EAST, NORTH, 1000);
    square.setSRID(2412);

    assertThat(Areas.ellipsoidAreaExact(square)).isEqualTo(999_561, within(1.0));
  }

  @Test
  void holesAreSubtractedAndPartsAdded() {
    Geometry land = Wkt.read("""
        MULTIPOLYGON (((36632000 2480000, 36632100 2480000, 36632100 2480100, 36632000 2480100, 36632000 2480000),
            (36632010 2480010, 36632010 2480020, 36632020 2480020, 36632020 2480010, 36632010 2480010)),
          ((36632200 2480000, 36632210 2480000, 36632210 2480010, 36632200 2480010, 36632200 2480000)))""");

    assertThat(Areas.planeArea(land)).isEqualByComparingTo("10000.00");
    assertThat(Areas.ellipsoidAreaExact(land)).isEqualTo(10_000 * (1 - 431e-6), within(0.02));
  }

  @Test
  void directionOfRingsMakesNoDifference() {
    Geometry land = Wkt.read("""
        POLYGON ((36632000.1 2480000.2, 36632100.3 2480000.4, 36632100.5 2480100.6, 36632000.1 2480000.2))""");

    assertThat(Areas.planeArea(land.reverse())).isEqualTo(Areas.planeArea(land));
    assertThat(Areas.ellipsoidArea(land.reverse())).isEqualTo(Areas.ellipsoidArea(land));
  }

  @Test
  void aTieOfTheLastDigitIsRoundedUpWhicheverVertexComesFirst() {
    // 404.745 m² in decimal arithmetic; the binary sum falls just below the tie
    String[] corners =
        {"36632020.1 2480000.5", "36632000.5 2480011.3", "36631953.2 2480000.5", "36632000.5 2479999.2"};
    for (int first = 0; first < 4; first++) {
      String ring = corners[first] + "," + corners[(first + 1) % 4] + "," + corners[(first + 2) % 4] + ","
          + corners[(first + 3) % 4] + "," + corners[first];

      Geometry kite = Wkt.read("POLYGON ((" + ring + "))");

      assertThat(Areas.planeArea(kite)).isEqualByComparingTo("404.75");
      assertThat(Areas.planeArea(kite.reverse())).isEqualByComparingTo("404.75");
    }
  }

  @Test
  void theShoelaceStaysExactAtFullCoordinates() {
    Geometry triangle = Wkt.read("POLYGON ((36632820.374 2480878.717, 36632821.374 2480878.717,"
        + " 36632820.374 2480879.717, 36632820.374 2480878.717))");

    assertThat(Areas.planeAreaExact(triangle)).isEqualTo(0.5, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource({"4490", "4326", "4610", "4214"})
  void areaIsNeverTakenFromDegrees(int srid) {
    Geometry degrees = Wkt.read("POLYGON ((109 22, 109.1 22, 109.1 22.1, 109 22))", srid);

    assertThatThrownBy(() -> Areas.planeArea(degrees))
        .isInstanceOfSatisfying(GeometryRefusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.DEGREES_NOT_PLANE));
    assertThatThrownBy(() -> Areas.planeAreaExact(degrees)).isInstanceOf(GeometryRefusal.class);
  }

  @Test
  void aGeometryThatNamesNoSystemHasNoCertificateArea() {
    Geometry nameless = Wkt.read("POLYGON ((0 0, 1 0, 1 1, 0 0))", 0);

    assertThatThrownBy(() -> Areas.planeArea(nameless))
        .isInstanceOfSatisfying(GeometryRefusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.SYSTEM_UNKNOWN));
  }

  @Test
  void aLineHasNoArea() {
    assertThatThrownBy(() -> Areas.planeArea(Wkt.read("LINESTRING (0 0, 1 1)")))
        .isInstanceOfSatisfying(GeometryRefusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.NOT_POLYGONAL));
  }

  @ParameterizedTest
  @CsvSource({"0.05, 45", "0.075, 67", "0.10, 89"})
  void theAreaToleranceOfTwentyHectaresIsThatOfTheDomainSheet(double rmse, long tolerance) {
    Geometry square = Wkt.square(EAST, NORTH, Math.sqrt(200_000));

    assertThat(Math.round(2 * Areas.standardDeviation(square, rmse))).isEqualTo(tolerance);
  }
}
