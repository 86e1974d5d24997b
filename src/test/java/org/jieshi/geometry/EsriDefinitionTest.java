package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EsriDefinitionTest {

  @Test
  void everySystemOfTheCatalogueIsRecognisedAgain() {
    for (PlaneSystem system : CoordinateSystems.planeSystems()) {
      Recognition recognition = CoordinateSystems.recognise(EsriDefinition.of(system.epsg()));
      int found = recognition.system().orElseThrow();
      // a six-degree zone on the central meridian of a three-degree one is the same system, which has the smaller width
      PlaneSystem same = CoordinateSystems.bySrid(found);
      assertThat(recognition.code()).isEqualTo(Recognition.Code.RECOGNISED);
      assertThat(same.datum()).isEqualTo(system.datum());
      assertThat(same.centralMeridian()).isEqualTo(system.centralMeridian());
      assertThat(same.falseEasting()).isEqualTo(system.falseEasting());
    }
    for (int degrees : new int[] {4490, 4610, 4214, 4326}) {
      assertThat(CoordinateSystems.recognise(EsriDefinition.of(degrees)).system()).hasValue(degrees);
    }
  }

  @Test
  void isNamedAsArcGisNamesIt() {
    assertThat(EsriDefinition.of(4524)).startsWith("PROJCS[\"CGCS2000_3_Degree_GK_Zone_36\",")
        .contains("PARAMETER[\"False_Easting\",36500000.0]").contains("PARAMETER[\"Central_Meridian\",108.0]");
    assertThat(EsriDefinition.of(4545)).startsWith("PROJCS[\"CGCS2000_3_Degree_GK_CM_108E\",");
    assertThat(EsriDefinition.of(2332)).startsWith("PROJCS[\"Xian_1980_GK_Zone_18\",");
  }
}
