package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.jieshi.geometry.SystemFinding.Code;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class MagnitudeCheckTest {

  private static final Envelope FARM = new Envelope(36_632_000, 36_640_000, 2_478_000, 2_486_000);
  private static final Envelope FARM_UNPREFIXED = new Envelope(632_000, 640_000, 2_478_000, 2_486_000);
  private static final Envelope FARM_DEGREES = new Envelope(109.28, 109.36, 22.39, 22.47);

  @Test
  void coordinatesThatFitTheirSystemAreNotQuestioned() {
    assertThat(CoordinateSystems.checkMagnitudes(FARM, 4524)).isEmpty();
    assertThat(CoordinateSystems.checkMagnitudes(FARM, 2360)).isEmpty();
    assertThat(CoordinateSystems.checkMagnitudes(FARM_UNPREFIXED, 4545)).isEmpty();
    assertThat(CoordinateSystems.checkMagnitudes(FARM_DEGREES, 4490)).isEmpty();
  }

  @Test
  void aFileOfTheNextZoneIsCaughtByItsPrefix() {
    Envelope zone37 = new Envelope(37_324_000, 37_332_000, 2_478_000, 2_486_000);

    assertOne(zone37, 4524, Code.ZONE_PREFIX_DIFFERS, "zone 36", "zone 37", "第37带");
  }

  @Test
  void aPrefixThatIsMissingOrTooMuchIsCaught() {
    assertOne(FARM_UNPREFIXED, 4524, Code.ZONE_PREFIX_MISSING, "beginning with 36", "632000.00", "不带带号");
    assertOne(FARM, 4545, Code.ZONE_PREFIX_UNEXPECTED, "without a zone number", "zone 36", "不带带号");
  }

  @Test
  void degreesForMetresAndMetresForDegreesAreCaught() {
    assertOne(FARM_DEGREES, 4524, Code.DEGREES_INSTEAD_OF_METRES, "degrees", "109.28", "经纬度");
    assertOne(FARM, 4490, Code.METRES_INSTEAD_OF_DEGREES, "metres", "EPSG:4490", "米");
  }

  @Test
  void swappedAxesAreCaughtInEveryForm() {
    assertOne(new Envelope(2_478_000, 2_486_000, 36_632_000, 36_640_000), 4524, Code.AXES_SWAPPED, "", "", "颠倒");
    assertOne(new Envelope(2_478_000, 2_486_000, 632_000, 640_000), 4545, Code.AXES_SWAPPED, "", "", "颠倒");
    assertOne(new Envelope(22.39, 22.47, 109.28, 109.36), 4490, Code.AXES_SWAPPED, "", "", "颠倒");
  }

  @Test
  void landFarOutsideItsZoneIsCaughtButASurveyAtTheEdgeKeepsItsZone() {
    Envelope atTheEdge = new Envelope(36_655_000, 36_760_000, 2_478_000, 2_486_000);
    Envelope farOut = new Envelope(36_820_000, 36_830_000, 2_478_000, 2_486_000);

    assertThat(CoordinateSystems.checkMagnitudes(atTheEdge, 4524)).isEmpty();
    assertOne(farOut, 4524, Code.OUTSIDE_ZONE, "111.", "109.5", "分带");
  }

  @Test
  void northingsAndDegreesOutsideChinaAreCaught() {
    assertOne(new Envelope(36_632_000, 36_640_000, 7_478_000, 7_486_000), 4524, Code.NORTHING_OUTSIDE_CHINA,
        "7478000.00", "unit", "北坐标");
    assertOne(new Envelope(10, 11, 50, 51), 4490, Code.OUTSIDE_CHINA, "outside China", "10.00", "中国范围之外");
  }

  @Test
  void nothingToCheckIsSaidAndNotPassed() {
    assertOne(new Envelope(), 4524, Code.NO_COORDINATES, "", "", "坐标");
    assertOne(new Envelope(0, Double.POSITIVE_INFINITY, 0, 1), 4524, Code.NO_COORDINATES, "", "", "坐标");
  }

  @Test
  void withoutAPrjTheZoneIsReadFromThePrefixAndTheDatumIsLeftToBeAsked() {
    assertThat(CoordinateSystems.candidates(FARM)).extracting(PlaneSystem::epsg).containsExactly(4524, 2360, 2412);
    assertThat(CoordinateSystems.candidates(FARM_UNPREFIXED)).isEmpty();
    assertThat(CoordinateSystems.candidates(FARM_DEGREES)).isEmpty();
  }

  private static void assertOne(Envelope box, int epsg, Code code, String part, String otherPart, String partZh) {
    assertThat(CoordinateSystems.checkMagnitudes(box, epsg)).singleElement().satisfies(finding -> {
      assertThat(finding.code()).isEqualTo(code);
      assertThat(finding.message()).contains(part, otherPart).endsWith(".");
      assertThat(finding.messageZh()).contains(partZh).endsWith("。");
    });
  }
}
