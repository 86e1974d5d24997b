package org.jieshi.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.jieshi.geometry.Accuracy.SurveyClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyTest {

  @Test
  void theAllowedMismatchOfTwoSourcesIsTwiceTheirCombinedError() {
    assertThat(Accuracy.allowedMismatch(0.05, 0.05)).isEqualTo(0.1414, within(1e-4));
    assertThat(Accuracy.allowedMismatch(3, 4)).isEqualTo(10);
  }

  @Test
  void anUnknownAccuracyIsNoAccuracy() {
    assertThatThrownBy(() -> Accuracy.allowedMismatch(Double.NaN, 0.05)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Accuracy.allowedMismatch(0.05, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"CLASS_1, 0.05, 0.10", "CLASS_2, 0.075, 0.15", "CLASS_3, 0.10, 0.20"})
  void classesOfSurvey(SurveyClass surveyClass, double rmse, double limit) {
    assertThat(surveyClass.rmse()).isEqualTo(rmse);
    assertThat(surveyClass.limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @CsvSource({"500, 0.15, 0.30", "2000, 0.6, 1.2", "5000, 1.5, 3.0", "10000, 3.0, 6.0"})
  void pointsFromAMapSheet(int scale, double rmse, double limit) {
    assertThat(Accuracy.graphicalRmse(scale)).isEqualTo(rmse, within(1e-12));
    assertThat(Accuracy.graphicalLimit(scale)).isEqualTo(limit, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
      "0.5,   0.5,   0.10, 0.2, NOISE", "0.5,   0.5,   0.20, 0.2, NOISE", "0.5,   0.5,   0.21, 0.2, BOUNDARY",
      "0.5,   0.5,   0.60, 0.2, BOUNDARY", "0.5,   0.5,   0.61, 0.2, ENCROACHMENT",
      "0.5,   0.5,   3.00, 10, NOISE", "0.5,   0.5,   3.00, 0.2, ENCROACHMENT",
      "0.99,  0.1,   0.01, 10, CONTAINED", "0.1,   0.995, 50, 0.2, CONTAINED", "0.989, 0.1, 50, 0.2, ENCROACHMENT",
      "0.99,  0.99,  50, 0.2, DUPLICATE", "1,     0.989, 50, 0.2, CONTAINED"})
  void overlapsAreJudgedAgainstTheAccuracyOfBothSources(
      double left, double right, double width, double allowed, OverlapClass expected) {
    assertThat(OverlapClass.judge(left, right, width, allowed)).isEqualTo(expected);
  }
}
