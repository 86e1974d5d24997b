package org.jieshi.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.fees.Scenarios.Amount;
import org.jieshi.fees.Scenarios.Scenario;
import org.jieshi.shared.Bilingual;
import org.junit.jupiter.api.Test;

class ScenariosTest {

  private static final LocalDate DAY = LocalDate.of(2012, 6, 1);
  private static final Tariff OLD = tariff("OLD", 1990, DAY.minusDays(1), false, null, "0.09");
  private static final Tariff FIRST = tariff("FIRST", 1992, null, false, null, "0.04");
  private static final Tariff CHARGED = tariff("CHARGED", 1994, DAY, false, null, "0.05");
  private static final Tariff PROPOSED_CLEAR = tariff("PROPOSED", 1999, null, true, false, "0.01");
  private static final Tariff PROPOSED_DISPUTED = tariff("PROPOSED", 1999, null, true, true, "0.02");
  private static final Tariff ONLY_DISPUTED = tariff("ONLY", 1998, null, true, true, "0.03");

  @Test
  void theSameLandByEveryRuleOfTheDayTheOneInForceFirst() {
    List<Scenario> scenarios = new Scenarios(List.of(ONLY_DISPUTED, PROPOSED_DISPUTED, PROPOSED_CLEAR, OLD, FIRST, CHARGED))
        .of(new BigDecimal("100.005"), LandClass.AGRICULTURAL, 3, DAY);

    assertThat(scenarios).extracting(Scenario::tariff).containsExactly("CHARGED", "FIRST", "PROPOSED", "ONLY");
    assertThat(scenarios).extracting(Scenario::charged).containsExactly(true, false, false, false);
    assertThat(scenarios).extracting(Scenario::undisputed).containsExactly(amount("0.05", "6.00"), amount("0.04", "5.00"),
        amount("0.01", "2.00"), null);
    assertThat(scenarios).extracting(Scenario::disputed).containsExactly(amount("0.05", "6.00"), amount("0.04", "5.00"),
        amount("0.02", "3.00"), amount("0.03", "4.00"));
    assertThat(scenarios.get(0)).isEqualTo(new Scenario("CHARGED", "s", new Bilingual("e", "z"), false, true, true,
        LocalDate.of(1994, 1, 1), DAY, amount("0.05", "6.00"), amount("0.05", "6.00")));
  }

  @Test
  void aDayBeforeEveryRuleHasNone() {
    assertThat(new Scenarios(List.of(OLD, FIRST)).of(BigDecimal.ONE, LandClass.AGRICULTURAL, 1, LocalDate.of(1980, 1, 1)))
        .isEmpty();
  }

  /** The rate, and what 100.01 m² and two further papers at half a yuan cost by it. */
  private static Amount amount(String rate, String amount) {
    return new Amount(FeeBasis.PER_SQUARE_METRE, new BigDecimal(rate), new BigDecimal(amount), "n");
  }

  private static Tariff tariff(String code, int year, LocalDate to, boolean scenario, Boolean disputed, String rate) {
    return new Tariff(code, LocalDate.of(year, 1, 1), to, scenario, new Bilingual("e", "z"), "s", true,
        LandClass.AGRICULTURAL, disputed, FeeBasis.PER_SQUARE_METRE, new BigDecimal(rate), new BigDecimal("0.50"), null, "n");
  }
}
