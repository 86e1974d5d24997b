package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jieshi.geometry.Recognition.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrjRecogniserTest {

  private static final String CHINA_2000 = "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]]";
  private static final String XIAN_1980 = "DATUM[\"D_Xian_1980\",SPHEROID[\"Xian_1980\",6378140.0,298.257]]";
  private static final String BEIJING_1954 =
      "DATUM[\"D_Beijing_1954\",SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]]";

  @ParameterizedTest
  @CsvSource({"36500000.0, 108.0, 4524", "500000.0, 108.0, 4545", "37500000.0, 111.0, 4525", "500000.0, 111.0, 4546",
      "18500000.0, 105.0, 4496", "500000.0, 105.0, 4544"})
  void zonesOfCgcs2000AreRecognisedByMeridianAndFalseEasting(String easting, String meridian, int epsg) {
    assertRecognised(esri(CHINA_2000, "Gauss_Kruger", easting, meridian), epsg);
  }

  @Test
  void theOlderDatumsAreRecognisedByTheirEllipsoids() {
    assertRecognised(esri(XIAN_1980, "Gauss_Kruger", "36500000.0", "108.0"), 2360);
    assertRecognised(esri(BEIJING_1954, "Gauss_Kruger", "500000.0", "108.0"), 2433);
  }

  @Test
  void aLyingNameOfTheSystemChangesNothing() {
    String wkt = esri(CHINA_2000, "Gauss_Kruger", "36500000.0", "108.0")
        .replace("CGCS2000_3_Degree_GK_Zone_36", "Xian_1980_3_Degree_GK_Zone_40");

    assertRecognised(wkt, 4524);
  }

  @Test
  void theProjectionMayBeWrittenAsTransverseMercatorAndTheFileMayBeginWithAByteOrderMark() {
    assertRecognised("\uFEFF" + esri(CHINA_2000, "Transverse_Mercator", "36500000.0", "108.0") + "\r\n", 4524);
  }

  @Test
  void degreesAreRecognised() {
    assertRecognised(geographic(CHINA_2000), 4490);
    assertRecognised(geographic("DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]]"), 4326);
    assertRecognised(geographic(XIAN_1980), 4610);
    assertRecognised(geographic(BEIJING_1954), 4214);
  }

  @Test
  void aNamelessDatumIsTakenByItsEllipsoidAndSaidToBeSo() {
    String nameless = "DATUM[\"unknown\",SPHEROID[\"GRS 1980\",6378137.0,298.257222101]]";

    Recognition recognition = CoordinateSystems.recognise(esri(nameless, "Gauss_Kruger", "36500000.0", "108.0"));

    assertThat(recognition.code()).isEqualTo(Code.RECOGNISED_BY_ELLIPSOID);
    assertThat(recognition.system()).hasValue(4524);
    assertThat(recognition.message()).contains("confirm");
    assertRefused(geographic(nameless), Code.DATUM_UNKNOWN);
  }

  @Test
  void anotherCountrysDatumOnTheSameEllipsoidIsNotTaken() {
    assertRefused(geographic("DATUM[\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]]"),
        Code.DATUM_UNKNOWN);
    assertRefused(esri("DATUM[\"D_Pulkovo_1942\",SPHEROID[\"Krasovsky_1940\",6378245.0,298.3]]", "Gauss_Kruger",
        "18500000.0", "105.0"), Code.DATUM_UNKNOWN);
  }

  @Test
  void aDatumThatContradictsItsEllipsoidIsAskedAbout() {
    assertRefused(esri("DATUM[\"D_Xian_1980\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]]", "Gauss_Kruger",
        "36500000.0", "108.0"), Code.DATUM_CONTRADICTS_ELLIPSOID);
  }

  @ParameterizedTest
  @CsvSource({"37500000.0, 108.0", "36500000.0, 111.0", "36500000.0, 109.5", "0.0, 108.0"})
  void aFalseEastingThatDoesNotFitTheMeridianIsNoZone(String easting, String meridian) {
    assertRefused(esri(CHINA_2000, "Gauss_Kruger", easting, meridian), Code.NO_SUCH_ZONE);
  }

  @Test
  void localGridsAndOtherUnitsAndProjectionsAreRefused() {
    String zone36 = esri(CHINA_2000, "Gauss_Kruger", "36500000.0", "108.0");

    assertRefused(zone36.replace("\"Scale_Factor\",1.0", "\"Scale_Factor\",0.9996"), Code.LOCAL_GRID);
    assertRefused(zone36.replace("\"False_Northing\",0.0", "\"False_Northing\",-2000000.0"), Code.LOCAL_GRID);
    assertRefused(zone36.replace("UNIT[\"Meter\",1.0]", "UNIT[\"Foot\",0.3048]"), Code.NOT_METRES);
    assertRefused(zone36.replace("PRIMEM[\"Greenwich\",0.0]", "PRIMEM[\"Paris\",2.337229166666667]"),
        Code.NOT_GREENWICH);
    assertRefused(zone36.replace("6378137.0,298.257222101", "6377397.155,299.1528128"), Code.ELLIPSOID_UNKNOWN);
    assertRefused(zone36.replace("Gauss_Kruger", "Mercator_1SP"), Code.NOT_GAUSS_KRUGER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "PROJCS[", "not a projection", "LOCAL_CS[\"x\"]"})
  void aFileThatIsNoSystemIsUnreadable(String text) {
    assertRefused(text, Code.UNREADABLE);
  }

  private static void assertRecognised(String wkt, int epsg) {
    Recognition recognition = CoordinateSystems.recognise(wkt);
    assertThat(recognition.code()).as(recognition.message()).isEqualTo(Code.RECOGNISED);
    assertThat(recognition.system()).hasValue(epsg);
  }

  private static void assertRefused(String wkt, Code code) {
    Recognition recognition = CoordinateSystems.recognise(wkt);
    assertThat(recognition.code()).as(recognition.message()).isEqualTo(code);
    assertThat(recognition.isRecognised()).isFalse();
    assertThat(recognition.message()).endsWith(".");
    assertThat(recognition.messageZh()).endsWith("。");
  }

  private static String geographic(String datum) {
    return "GEOGCS[\"GCS\"," + datum + ",PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
  }

  private static String esri(String datum, String projection, String falseEasting, String meridian) {
    return "PROJCS[\"CGCS2000_3_Degree_GK_Zone_36\"," + geographic(datum) + ",PROJECTION[\"" + projection
        + "\"],PARAMETER[\"False_Easting\"," + falseEasting + "],PARAMETER[\"False_Northing\",0.0],"
        + "PARAMETER[\"Central_Meridian\"," + meridian + "],PARAMETER[\"Scale_Factor\",1.0],"
        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
  }
}
