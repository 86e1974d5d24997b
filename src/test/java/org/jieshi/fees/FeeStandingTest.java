package org.jieshi.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.junit.jupiter.api.Test;

class FeeStandingTest {

  private static final FeeFacts FACTS =
      new FeeFacts("A2012-000001", new BigDecimal("20000.00"), LandClass.AGRICULTURAL, false, 1);

  @Test
  void whatWasPaidInFullIsSettled() {
    assertThat(FeeStanding.of(due("1000.00", false), List.of(), paid("1000.00")).settled()).isTrue();
  }

  @Test
  void landThatGrewAfterThePaymentOwesTheDifference() {
    assertThat(FeeStanding.of(due("1000.01", false), List.of(), paid("1000.00")).missing().en())
        .isEqualTo("The fee is not settled: 0.01 yuan are open by 桂涉价字[1994]210号.");
  }

  @Test
  void nothingPaidIsNotSettled() {
    assertThat(FeeStanding.of(due("1000.00", false), List.of(), null).settled()).isFalse();
  }

  @Test
  void landWithoutATariffIsNotSettledByPayingNothing() {
    assertThat(FeeStanding.of(null, List.of(), null).missing().en())
        .isEqualTo("No tariff in force covers this class of land: record an exemption with its document.");
  }

  @Test
  void anExemptionWithItsDocumentSettlesEvenLandWithoutATariff() {
    Settlement exempted = new Settlement(Settlement.Kind.EXEMPTED, BigDecimal.ZERO, FACTS.area(), FACTS.landClass(),
        false, 1, null, null, null, "国有农场减免", "桂价函[2012]1号", LocalDate.of(2012, 3, 5), "leader");

    assertThat(FeeStanding.of(null, List.of(), exempted).settled()).isTrue();
  }

  @Test
  void anUncertainExemptionMustBeConfirmed() {
    assertThat(FeeStanding.of(due("0.00", true), List.of(), null).settled()).isFalse();
    assertThat(FeeStanding.of(due("0.00", true), List.of(), paid("0.00")).settled()).isTrue();
    assertThat(FeeStanding.of(due("0.00", false), List.of(), null).settled()).isTrue();
  }

  private static Assessment due(String amount, boolean uncertain) {
    return new Assessment(FACTS, "GX-1994-210", "桂涉价字[1994]210号", new Bilingual("in force", "执行"), false,
        uncertain, FeeBasis.PER_SQUARE_METRE, new BigDecimal("0.05"), new BigDecimal(amount), null);
  }

  private static Settlement paid(String amount) {
    return new Settlement(Settlement.Kind.PAID, new BigDecimal(amount), FACTS.area(), FACTS.landClass(), false, 1,
        "GX-1994-210", "桂涉价字[1994]210号", "R-1", null, null, LocalDate.of(2012, 3, 5), "reviewer");
  }
}
