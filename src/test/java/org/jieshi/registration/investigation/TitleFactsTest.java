package org.jieshi.registration.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleFactsTest {

  private static final LandUse ORCHARD = new LandUse("GB/T 21010-2007", "021");
  private static final LandUse FOREST = new LandUse("GB/T 21010-2007", "031");
  private static final TitleFacts KNOWN = new TitleFacts("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "一分场",
      FOREST, ORCHARD, LocalDate.of(2060, 1, 1));
  private static final TitleFacts OTHER = new TitleFacts("红星农场", RightKind.FOREST_LAND_USE, RightNature.GRANT, "二分场",
      ORCHARD, FOREST, LocalDate.of(2070, 1, 1));

  @Test
  void whatIsStatedTakesThePlaceOfWhatWasKnownAndNothingElseDoes() {
    assertThat(KNOWN.with(OTHER)).isEqualTo(OTHER);
    assertThat(KNOWN.with(TitleFacts.NONE)).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @CsvSource({"450721108003GN00012, FARMLAND_USE", "450721108003GL00012, FOREST_LAND_USE",
      "450721108003GB00012, CONSTRUCTION_LAND_USE", "450721108003GS00012, CONSTRUCTION_LAND_USE",
      "450721108003GX00012, CONSTRUCTION_LAND_USE", "450721108003JA00012,", "450721108003GN, FARMLAND_USE",
      "450721108003G,"})
  void theCodeOfAParcelTellsTheKindOfRight(String code, RightKind kind) {
    assertThat(RightKind.ofParcel(code)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"grant, GRANT", "' 划拨 ', ALLOCATION", "授权经营, AUTHORISED_OPERATION", "拨用,", ","})
  void theNatureOfARightIsReadByNameOrInChinese(String text, RightNature nature) {
    assertThat(RightNature.read(text)).isEqualTo(nature);
  }

  @ParameterizedTest
  @CsvSource({"FINAL, , , true", "FINAL, 2012-03-05, , false", "FINAL, , 灵政处[2012]1号, false", "FINAL, , ' ', true",
      "SERVED, , , true", "SERVED, 2012-03-05, , false", "OBJECTED, , 灵政处[2012]1号, true", "OBJECTED, 2012-03-05, , false",
      "BOTH_SIGNED, , , false", "DRAFTED, , , false"})
  void whatIsSettledByDefaultNeedsAServiceOrADocument(Pointing pointing, LocalDate servedOn, String document, boolean lacks) {
    assertThat(new Neighbour("大岭村", "N", pointing, null, null, null, null, servedOn, null, null, null, document)
        .lacksGround()).isEqualTo(lacks);
  }
}
