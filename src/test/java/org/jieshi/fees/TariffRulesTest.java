package org.jieshi.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jieshi.fees.TariffView.Rate;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.Test;

class TariffRulesTest {

  private static final LocalDate FIRST = LocalDate.of(2016, 7, 12);
  private static final Rate FARMLAND = rate(LandClass.AGRICULTURAL, null, FeeBasis.PER_ITEM, "550");
  private static final Rate FARMLAND_DISPUTED = rate(LandClass.AGRICULTURAL, true, FeeBasis.PER_ITEM, "550");
  private static final Rate FARMLAND_CLEAR = rate(LandClass.AGRICULTURAL, false, FeeBasis.EXEMPT, "0");
  private static final Rate DWELLINGS = rate(LandClass.DWELLING, null, FeeBasis.PER_ITEM, "80");

  @Test
  void oneRateForEachLandIsSound() {
    assertThatCode(() -> TariffRules.requireSound(tariff("A", FIRST, FIRST, false, FARMLAND, DWELLINGS), List.of()))
        .doesNotThrowAnyException();
    assertThatCode(() -> TariffRules.requireSound(tariff("A", FIRST, null, false, FARMLAND_DISPUTED, FARMLAND_CLEAR),
        List.of())).doesNotThrowAnyException();
  }

  @Test
  void noTariffEndsBeforeItsFirstDay() {
    Problem refusal = refusal(() -> TariffRules.requireSound(tariff("A", FIRST, FIRST.minusDays(1), false, FARMLAND),
        List.of()));

    assertThat(refusal.field()).isEqualTo("validTo");
    assertThat(refusal.detail().en()).isEqualTo("validTo: it is before validFrom.");
  }

  @Test
  void anExemptionCostsNothing() {
    Rate costly = rate(LandClass.UNUSED, null, FeeBasis.EXEMPT, "0.01");

    assertThat(refusal(() -> TariffRules.requireSound(tariff("A", FIRST, null, false, costly), List.of())).detail().en())
        .isEqualTo("rates: an exemption has the rate 0.");
  }

  @Test
  void noLandHasTwoRates() {
    for (List<Rate> twice : List.of(List.of(FARMLAND, FARMLAND), List.of(FARMLAND, FARMLAND_DISPUTED),
        List.of(FARMLAND_CLEAR, FARMLAND), List.of(FARMLAND_DISPUTED, DWELLINGS, FARMLAND_DISPUTED))) {
      Problem refusal = refusal(() -> TariffRules.requireSound(tariff("A", FIRST, null, true, twice.toArray(Rate[]::new)),
          List.of()));
      assertThat(refusal.field()).isEqualTo("rates");
      assertThat(refusal.detail().en()).isEqualTo("rates: agricultural land has two rates for the same land.");
    }
  }

  @Test
  void twoTariffsOfOneDayAreNotBothChargedForOneClassOfLand() {
    TariffView other = tariff("B", FIRST, null, false, DWELLINGS, FARMLAND_CLEAR);

    Problem refusal = refusal(() -> TariffRules.requireSound(tariff("A", FIRST, null, false, FARMLAND), List.of(other)));

    assertThat(refusal.field()).isEqualTo("validFrom");
    assertThat(refusal.detail().en()).isEqualTo("validFrom: tariff B begins on the same day for agricultural land.");
  }

  @Test
  void anotherDayAnotherClassAProposalAndItselfAreInNobodysWay() {
    TariffView tariff = tariff("A", FIRST, null, false, FARMLAND);
    List<TariffView> onFile = List.of(tariff, tariff("B", FIRST.plusDays(1), null, false, FARMLAND),
        tariff("C", FIRST, null, false, DWELLINGS), tariff("D", FIRST, null, true, FARMLAND));

    assertThatCode(() -> TariffRules.requireSound(tariff, onFile)).doesNotThrowAnyException();
    assertThatCode(() -> TariffRules.requireSound(tariff("E", FIRST, null, true, FARMLAND), onFile))
        .doesNotThrowAnyException();
  }

  @Test
  void aTariffIsEndedOnceAndNotBeforeItBegan() {
    TariffView open = tariff("A", FIRST, null, false, FARMLAND);

    assertThatCode(() -> TariffRules.requireEnds(open, FIRST)).doesNotThrowAnyException();
    assertThat(refusal(() -> TariffRules.requireEnds(open, FIRST.minusDays(1))).detail().en())
        .isEqualTo("lastDay: it is before the first day 2016-07-12.");
    Problem ended = refusal(() -> TariffRules.requireEnds(tariff("A", FIRST, FIRST, false, FARMLAND), FIRST));
    assertThat(ended.code()).isEqualTo(ProblemCode.CONFLICTING_STATE);
    assertThat(ended.detail().en()).isEqualTo("Tariff A has its last day already, 2016-07-12.");
  }

  private static Problem refusal(ThrowingCallable attempt) {
    return catchThrowableOfType(ProblemException.class, attempt).problem();
  }

  private static Rate rate(LandClass landClass, Boolean disputed, FeeBasis basis, String rate) {
    return new Rate(landClass, disputed, basis, new BigDecimal(rate), null, null, null);
  }

  private static TariffView tariff(String code, LocalDate from, LocalDate to, boolean scenario, Rate... rates) {
    return new TariffView(code, from, to, scenario, "in force", "执行", "财税[2016]79号", false, List.of(rates), null);
  }
}
