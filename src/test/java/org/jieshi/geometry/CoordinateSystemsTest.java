package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.geotools.referencing.CRS;
import org.jieshi.geometry.GeometryRefusal.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.WKTReader;

class CoordinateSystemsTest {

  @BeforeAll
  static void warmUp() throws Exception {
    // kept after the test: GeoTools holds on to its database as long as this virtual machine runs
    CoordinateSystems.warmUp(Path.of("target", "test-data"));
  }

  static Stream<Integer> wholeCatalogue() {
    return Stream.concat(CoordinateSystems.planeSystems().stream().map(PlaneSystem::epsg),
        Stream.of(4490, 4610, 4214, 4326));
  }

  @ParameterizedTest
  @MethodSource("wholeCatalogue")
  void everySystemOfTheCatalogueIsTheOneInTheEpsgDatabase(int epsg) throws Exception {
    assertThat(CRS.equalsIgnoreMetadata(CoordinateSystems.crs(epsg), CRS.decode("EPSG:" + epsg, true))).isTrue();
    assertThat(CRS.lookupIdentifier(CoordinateSystems.crs(epsg), false)).isEqualTo("EPSG:" + epsg);
  }

  @ParameterizedTest
  @CsvSource({"4524, CGCS2000, 3, 36, 108, true", "4545, CGCS2000, 3, 36, 108, false",
      "4525, CGCS2000, 3, 37, 111, true", "2360, XIAN_1980, 3, 36, 108, true", "2381, XIAN_1980, 3, 36, 108, false",
      "2412, BEIJING_1954, 3, 36, 108, true", "2433, BEIJING_1954, 3, 36, 108, false",
      "2434, BEIJING_1954, 3, 37, 111, false", "4496, CGCS2000, 6, 18, 105, true",
      "4508, CGCS2000, 6, 19, 111, false", "2332, XIAN_1980, 6, 18, 105, true",
      "2344, XIAN_1980, 6, 19, 111, false", "21418, BEIJING_1954, 6, 18, 105, true",
      "21459, BEIJING_1954, 6, 19, 111, false"})
  void theCatalogueHoldsTheZonesOfTheDomainSheet(
      int epsg, Datum datum, int width, int zone, double meridian, boolean prefixed) {
    assertThat(CoordinateSystems.bySrid(epsg))
        .isEqualTo(new PlaneSystem(epsg, datum, width, zone, meridian, prefixed));
  }

  @Test
  void theTestPointOfTheDomainSheetFallsOnItsEastingAndNorthing() {
    Geometry plane = CoordinateSystems.transform(Wkt.read("POINT (109.29 22.42)", 4490), 4490, 4524);

    assertThat(plane.getCoordinate().x).isEqualTo(36632820.374, within(0.0005));
    assertThat(plane.getCoordinate().y).isEqualTo(2480878.717, within(0.0005));
    assertThat(plane.getSRID()).isEqualTo(4524);
  }

  @Test
  void degreesAreLongitudeFirstAndTheOriginalIsUntouched() {
    Geometry plane = Wkt.read("POINT (36632820.37405 2480878.71685)");

    Coordinate degrees = CoordinateSystems.toDegrees(plane).getCoordinate();

    assertThat(degrees.x).isEqualTo(109.29, within(1e-9));
    assertThat(degrees.y).isEqualTo(22.42, within(1e-9));
    assertThat(plane.getCoordinate().x).isEqualTo(36632820.37405);
  }

  @Test
  void aParcelIsComparedWithItsNeighbourOfTheNextZoneWithoutLosingATenthOfAMillimetre() {
    Geometry zone36 = Wkt.read("POINT (36654321.123 2481234.567)");

    Geometry zone37 = CoordinateSystems.transform(zone36, 4524, 4525);
    Geometry back = CoordinateSystems.transform(zone37, 4525, 4524);

    assertThat(zone37.getCoordinate().x).isBetween(37_340_000.0, 37_350_000.0);
    assertThat(back.getCoordinate().distance(zone36.getCoordinate())).isLessThan(1e-4);
  }

  @ParameterizedTest
  @CsvSource({"2360, 4490", "2412, 4490", "2412, 2360", "4524, 2360", "2360, 4524", "4326, 2412"})
  void noDatumIsEverShiftedSilently(int from, int to) {
    Geometry point = from == 4326 ? Wkt.read("POINT (109 22)", from) : Wkt.read("POINT (36632820 2480878)", from);

    assertThatThrownBy(() -> CoordinateSystems.transform(point, from, to))
        .isInstanceOfSatisfying(GeometryRefusal.class, refusal -> {
          assertThat(refusal.reason()).isEqualTo(Reason.DATUM_SHIFT_REFUSED);
          assertThat(refusal).hasMessageContaining("ballpark");
          assertThat(refusal.messageZh()).contains("转换参数");
        });
  }

  @Test
  void anAcceptedBallparkStaysWithinTwoHundredMetres() {
    Geometry xian = Wkt.read("POINT (36632820.374 2480878.717)", 2360);

    Coordinate degrees = CoordinateSystems.transformAcceptingBallpark(xian, 2360, 4490).getCoordinate();

    assertThat(degrees.x).isEqualTo(109.29, within(0.002));
    assertThat(degrees.y).isEqualTo(22.42, within(0.002));
    assertThatThrownBy(() -> CoordinateSystems.transform(xian, 2360, 4490)).isInstanceOf(GeometryRefusal.class);
  }

  @Test
  void degreesOfGpsAreTakenAsCgcs2000() {
    Coordinate point = CoordinateSystems.toDegrees(Wkt.read("POINT (109.29 22.42)", 4326)).getCoordinate();

    assertThat(point.x).isEqualTo(109.29, within(1e-12));
    assertThat(point.y).isEqualTo(22.42, within(1e-9));
  }

  @Test
  void anUnknownCodeAndDegreesAreRefusedAsPlaneSystems() {
    assertThatThrownBy(() -> CoordinateSystems.bySrid(32649))
        .isInstanceOfSatisfying(GeometryRefusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.SYSTEM_UNKNOWN));
    assertThatThrownBy(() -> CoordinateSystems.bySrid(4490))
        .isInstanceOfSatisfying(GeometryRefusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.DEGREES_NOT_PLANE));
    assertThatThrownBy(() -> CoordinateSystems.crs(0))
        .isInstanceOfSatisfying(GeometryRefusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.SYSTEM_UNKNOWN));
  }

  @Test
  void coordinatesThatAreNotNumbersAreRefusedByName() {
    Geometry broken = Wkt.read("LINESTRING (36632820 2480878, 36632821 2480878)");
    broken.getCoordinates()[1].x = Double.NaN;

    assertThatThrownBy(() -> CoordinateSystems.transform(broken, 4524, 4490))
        .isInstanceOfSatisfying(GeometryRefusal.class, r -> assertThat(r.reason()).isEqualTo(Reason.TRANSFORM_FAILED));
  }

  @Test
  void manyThreadsGetTheSameDegrees() {
    List<Double> longitudes = IntStream.range(0, 4_000).parallel()
        .mapToObj(i -> CoordinateSystems.toDegrees(Wkt.read("POINT (36632820.374 2480878.717)")).getCoordinate().x)
        .distinct().toList();

    assertThat(longitudes).hasSize(1);
  }

  /** An intersection carries its factory's SRID, whatever the geometries say of themselves. */
  @ParameterizedTest
  @ValueSource(strings = {"POLYGON ((109 22, 109.1 22, 109.1 22.1, 109 22), (109.05 22.01, 109.06 22.01, 109.06 22.02,"
      + " 109.05 22.01))", "MULTIPOLYGON (((109 22, 109.1 22, 109.1 22.1, 109 22)))", "POINT (109 22)",
      "LINESTRING (109 22, 109.1 22)", "LINEARRING (109 22, 109.1 22, 109.1 22.1, 109 22)",
      "MULTILINESTRING ((109 22, 109.1 22))", "MULTIPOINT ((109 22))", "GEOMETRYCOLLECTION (POINT (109 22))",
      "POLYGON EMPTY"})
  void whatIsMadeOfATransformedGeometryIsInItsSystem(String wkt) throws Exception {
    Geometry degrees = new WKTReader(new GeometryFactory(new PrecisionModel(), 4490)).read(wkt);

    Geometry plane = CoordinateSystems.transform(degrees, 4490, 4524);

    assertThat(plane.getSRID()).isEqualTo(4524);
    assertThat(plane.getFactory().getSRID()).isEqualTo(4524);
    assertThat(plane.getGeometryType()).isEqualTo(degrees.getGeometryType());
    assertThat(plane.getNumPoints()).isEqualTo(degrees.getNumPoints());
    assertThat(plane.convexHull().getSRID()).isEqualTo(4524);
    assertThat(degrees).isEqualTo(new WKTReader().read(wkt));
  }
}
