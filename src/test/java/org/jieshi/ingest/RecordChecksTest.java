package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RecordChecksTest {

  private static final String GOOD_CODE = "450721001002GN00001";
  /** 20 hm², the example of domain.md §4: two standard deviations are 45, 67 and 89 m² at class 1, 2 and 3. */
  private static final double SIDE = Math.sqrt(200_000);

  @ParameterizedTest
  @CsvSource({"450721001002GN00001,", "450721001002ZW00001,", "450721001002GA00001,WARN", "450721001002GN00000,BLOCK",
      "450721001002GN0001,BLOCK", "450721-01002GN00001,BLOCK", ",BLOCK"})
  void aParcelCodeHasTheFormOfGbT37346(@Nullable String code, @Nullable Severity expected) {
    List<Finding> findings = new ArrayList<>();
    new RecordChecks(Layer.PARCELS, Rules.DEFAULT).check(7, code, null, fields(null, null), findings);

    assertThat(findings).extracting(Finding::severity)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
    assertThat(findings).allSatisfy(finding -> assertThat(finding.sentence().en()).contains("Record 7"));
  }

  @ParameterizedTest
  @CsvSource({"0.05,44,", "0.05,46,WARN", "0.075,66,", "0.075,68,WARN", "0.10,88,", "0.10,91,WARN", "0.05,1990,WARN",
      "0.05,2010,BLOCK", ",0,", ",0.4,WARN"})
  void aDeclaredAreaIsJudgedByTheAccuracyOfTheSurvey(
      @Nullable Double accuracy, BigDecimal difference, @Nullable Severity expected) throws ParseException {
    BigDecimal declared = new BigDecimal("200000").add(difference);

    assertThat(ofRule("A1", Layer.PARCELS, fields(declared, accuracy))).extracting(Finding::severity)
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void whatAClaimantDeclaresIsComparedButBlocksNothing() throws ParseException {
    assertThat(ofRule("A1", Layer.CLAIMS, fields(new BigDecimal("300000"), 1.0))).extracting(Finding::severity)
        .containsExactly(Severity.WARN);
  }

  @Test
  void evidenceSaysWhichDocumentItIs() {
    List<Finding> findings = new ArrayList<>();
    new RecordChecks(Layer.EVIDENCE, Rules.DEFAULT).check(1, "EV1-1", null, fields(null, null), findings);

    assertThat(findings).extracting(finding -> finding.sentence().en()).containsExactly(
        "Record 1 doesn't say which document it is; fill BASIS, or give basis with the upload.");
  }

  @Test
  void anAdministrativeUnitHasACodeAndAName() {
    List<Finding> findings = new ArrayList<>();
    new RecordChecks(Layer.TOWNS, Rules.DEFAULT).check(1, null, null, fields(null, null), findings);

    assertThat(findings).extracting(finding -> finding.rule() + " " + finding.severity())
        .containsExactly("L1 BLOCK", "L2 BLOCK");
  }

  private static List<Finding> ofRule(String rule, Layer layer, StagedFields fields) throws ParseException {
    List<Finding> findings = new ArrayList<>();
    new RecordChecks(layer, Rules.DEFAULT).check(1, GOOD_CODE, square(), fields, findings);
    return findings.stream().filter(finding -> finding.rule().equals(rule)).toList();
  }

  private static Geometry square() throws ParseException {
    double w = 36_632_000;
    double s = 2_480_000;
    Geometry square = new WKTReader().read("POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
        .formatted(w, s, w + SIDE, s + SIDE));
    square.setSRID(4524);
    return square;
  }

  private static StagedFields fields(@Nullable BigDecimal declared, @Nullable Double accuracy) {
    return new StagedFields(null, null, null, declared, accuracy, null, null, "大岭村", null, null, null, null, null, null,
        null);
  }
}
