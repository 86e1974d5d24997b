package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateNumberTest {

  @Test
  void bothFormsAreWrittenAsTheLawHasThem() {
    assertThat(Series.STATE_LAND_USE.number("桂", "灵山县", 2012, 1)).isEqualTo("灵国用(2012)第0001号");
    assertThat(Series.STATE_LAND_USE.number("桂", "灵山县", 2012, 12_345)).isEqualTo("灵国用(2012)第12345号");
    assertThat(Series.REAL_ESTATE.number("桂", "灵山县", 2016, 1)).isEqualTo("桂(2016)灵山县不动产权第0000001号");
  }

  @Test
  void whatPeopleTypeIsReadAsTheNumberThatWasPrinted() {
    assertThat(CertificateNumber.find(" 灵国用（2012）第 0001 号")).contains(
        new CertificateNumber(Series.STATE_LAND_USE, "灵国用(2012)第0001号"));
    assertThat(CertificateNumber.find("灵国用(2012)0001号").orElseThrow().canonical()).isEqualTo("灵国用(2012)第0001号");
    assertThat(CertificateNumber.find("桂（2016）灵山县不动产权第0000001号")).contains(
        new CertificateNumber(Series.REAL_ESTATE, "桂(2016)灵山县不动产权第0000001号"));
    assertThat(CertificateNumber.find("桂(2016)灵山县不动产权第000001号")).isEmpty();
    assertThat(CertificateNumber.canonicalOrSame("第七号")).isEqualTo("第七号");
  }

  @Test
  void theFormFollowsFromTheDayAlone() {
    NumberRule rule = new NumberRule(LocalDate.of(2016, Month.JANUARY, 1), "桂", "灵山县");
    List<Series> series = new ArrayList<>();
    for (String day : List.of("1998-05-01", "2015-12-31", "2016-01-01", "2030-01-01")) {
      series.add(rule.seriesOn(LocalDate.parse(day)));
    }
    assertThat(series).containsExactly(Series.STATE_LAND_USE, Series.STATE_LAND_USE, Series.REAL_ESTATE,
        Series.REAL_ESTATE);
  }
}
