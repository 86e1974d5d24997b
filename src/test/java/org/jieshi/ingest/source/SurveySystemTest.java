package org.jieshi.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.jieshi.ingest.SurveyFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurveySystemTest {

  private static final String XIAN = SurveyFile.prj("Xian_1980_3_Degree_GK_Zone_36", 36_500_000, 108)
      .replace("D_China_2000", "D_Xian_1980")
      .replace("\"CGCS2000\",6378137.0,298.257222101", "\"Xian_1980\",6378140.0,298.257");

  @Test
  void isReadFromTheParametersOfThePrj() throws IOException {
    assertThat(system(SurveyFile.ZONE_36, null, false, null)).isEqualTo(4524);
    assertThat(system(SurveyFile.prj("whatever", 500_000, 108), null, false, null)).isEqualTo(4545);
  }

  @Test
  void isWhatTheSurveyorSaysWhenThereIsNoPrj() throws IOException {
    assertThat(system(null, "EPSG:4524", false, null)).isEqualTo(4524);
    assertThat(system(null, "4545", false, null)).isEqualTo(4545);
  }

  @Test
  void isNeverGuessed() {
    refused(null, null, false, null, FileFault.CRS_NONE,
        "ZD.shp has no .prj, and a coordinate system can't be guessed; send the .prj or give the system"
            + " (crs), e.g. EPSG:4524.");
  }

  @Test
  void isRefusedWhenPrjAndSurveyorDisagree() {
    refused(SurveyFile.ZONE_36, "EPSG:4525", false, null, FileFault.CRS_CONFLICT,
        "The file says EPSG:4524, the request says EPSG:4525; correct one of them.");
  }

  @Test
  void isRefusedInDegreesOrOutsideTheCatalogue() {
    refused(null, "EPSG:4490", false, null, FileFault.CRS_DEGREES, "The file is in degrees (EPSG:4490), but a surveyed"
        + " boundary is in metres; export it in its 3° zone, e.g. EPSG:4524.");
    refused(null, "EPSG:32649", false, null, FileFault.CRS_UNKNOWN, "The coordinate system EPSG:32649 isn't one that is"
        + " used here; use CGCS2000 in 3° or 6° zones, e.g. EPSG:4524.");
    refused(null, "WGS84", false, null, FileFault.CRS_UNKNOWN, "The coordinate system WGS84 isn't one that is"
        + " used here; use CGCS2000 in 3° or 6° zones, e.g. EPSG:4524.");
  }

  @Test
  void projectsDegreesOnlyWhereSomebodyNamesTheZone() throws IOException {
    DeclaredSystem degrees = DeclaredSystem.byCode("claims.kml", 4326);

    assertThatThrownBy(() -> SurveySystem.of(degrees, null, false, null)).hasMessage("CRS_DEGREES_DECLARED: claims.kml"
        + " is in degrees (EPSG:4326), but a boundary on the register is in metres; send it in its 3° zone, or give that"
        + " zone as the system (crs), e.g. EPSG:4524, to have it projected there.");
    SurveySystem projected = SurveySystem.of(degrees, "EPSG:4524", false, null);
    assertThat(projected.system().epsg()).isEqualTo(4524);
    assertThat(projected.degrees()).hasValue(4326);
    assertThat(projected.findings()).extracting(finding -> finding.sentence().en()).containsExactly("The file is in"
        + " degrees (WGS 84); they were projected into EPSG:4524, so the coordinates are not those of a survey.");
    assertThatThrownBy(() -> SurveySystem.of(degrees, "EPSG:2360", true, 80.0))
        .hasMessage("CRS_CONFLICT: The file says EPSG:4326, the request says EPSG:2360; correct one of them.");
    assertThatThrownBy(() -> SurveySystem.of(DeclaredSystem.byCode("a.gpkg", 4610), "EPSG:4524", true, 80.0))
        .hasMessage("CRS_CONFLICT: The file says EPSG:4610, the request says EPSG:4524; correct one of them.");
  }

  @Test
  void ofAnOlderDatumNeedsAnExplicitAcceptanceWithItsAccuracy() throws IOException {
    assertThatThrownBy(() -> system(XIAN, null, false, null)).isInstanceOfSatisfying(FileProblem.class,
        problem -> assertThat(problem.fault()).isEqualTo(FileFault.CRS_BALLPARK));
    assertThatThrownBy(() -> system(XIAN, null, true, null)).isInstanceOfSatisfying(FileProblem.class,
        problem -> assertThat(problem.fault()).isEqualTo(FileFault.CRS_BALLPARK_ACCURACY));
    assertThat(system(XIAN, null, true, 80.0)).isEqualTo(2360);
  }

  private void refused(@Nullable String prj, @Nullable String requested, boolean accept, @Nullable Double accuracy,
      FileFault fault, String sentence) {
    assertThatThrownBy(() -> system(prj, requested, accept, accuracy))
        .isInstanceOfSatisfying(FileProblem.class, problem -> {
          assertThat(problem.fault()).isEqualTo(fault);
          assertThat(problem.sentence().en()).isEqualTo(sentence);
        });
  }

  private int system(@Nullable String prj, @Nullable String requested, boolean accept, @Nullable Double accuracy)
      throws IOException {
    DeclaredSystem declared = prj == null ? DeclaredSystem.none("ZD.shp", FileFault.CRS_NONE)
        : DeclaredSystem.byDefinition("ZD.prj", prj);
    return SurveySystem.of(declared, requested, accept, accuracy).system().epsg();
  }
}
