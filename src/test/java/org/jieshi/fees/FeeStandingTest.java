package org.jieshi.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.ProblemException;
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
    assertThat(FeeStanding.of(null, List.of(), exempted("0")).settled()).isTrue();
  }

  @Test
  void anUncertainExemptionMustBeConfirmed() {
    assertThat(FeeStanding.of(due("0.00", true), List.of(), null).settled()).isFalse();
    assertThat(FeeStanding.of(due("0.00", true), List.of(), paid("0.00")).settled()).isTrue();
    assertThat(FeeStanding.of(due("0.00", false), List.of(), null).settled()).isTrue();
  }

  @Test
  void whatIsPaidBeyondWhatIsDueCanGoBack() {
    FeeStanding standing = new FeeStanding(due("900.00", false), List.of(), paid("1000.00"), null,
        List.of(refund("30.00"), refund("20.00")));

    assertThat(standing.paid()).isEqualByComparingTo("950.00");
    assertThat(standing.refundable(false)).isEqualByComparingTo("50.00");
    assertThat(standing.refundable(true)).as("nothing stays").isEqualByComparingTo("950.00");
    assertThat(FeeStanding.of(null, List.of(), paid("1000.00")).refundable(false)).as("nothing is due")
        .isEqualByComparingTo("1000.00");
    assertThat(FeeStanding.of(due("1000.01", false), List.of(), paid("1000.00")).refundable(false)).as("something is open")
        .isEqualByComparingTo("0");
    assertThat(FeeStanding.of(due("0.00", false), List.of(), null).paid()).isEqualByComparingTo("0");
    assertThat(FeeStanding.of(due("0.00", false), List.of(), exempted("1000.00")).paid()).as("let off, not paid")
        .isEqualByComparingTo("0");
  }

  @Test
  void nothingGoesBackBeyondThat() {
    FeeStanding standing = FeeStanding.of(due("900.00", false), List.of(), paid("1000.00"));

    assertThatCode(() -> standing.requireRefundable(new BigDecimal("100.00"), "A1", false)).doesNotThrowAnyException();
    assertThatCode(() -> standing.requireRefundable(new BigDecimal("1000.00"), "A1", true)).doesNotThrowAnyException();
    assertThatThrownBy(() -> standing.requireRefundable(new BigDecimal("100.01"), "A1", false))
        .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem().detail().en())
            .isEqualTo("amount: at most 100.00 yuan can go back for A1: 1000.00 are paid and 900.00 have to stay."));
  }

  @Test
  void whatWentBackIsOpenAgain() {
    assertThat(FeeStanding.of(due("1000.00", false), List.of(), paid("1000.00"), List.of(refund("0.01"))).missing().en())
        .isEqualTo("The fee is not settled: 0.01 yuan are open by 桂涉价字[1994]210号.");
  }

  private static Refund refund(String amount) {
    return new Refund(new BigDecimal(amount), "多收", "桂价函[2012]2号", "T-1", LocalDate.of(2012, 4, 1), "leader");
  }

  private static Settlement exempted(String amount) {
    return new Settlement(Settlement.Kind.EXEMPTED, new BigDecimal(amount), FACTS.area(), FACTS.landClass(), false, 1,
        null, null, null, "国有农场减免", "桂价函[2012]1号", LocalDate.of(2012, 3, 5), "leader");
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
