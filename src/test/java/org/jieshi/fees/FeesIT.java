package org.jieshi.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tariffs that the program brings, and what is settled by them. */
@EachDatabase
class FeesIT {

  private static final BigDecimal WHOLE_FARM = new BigDecimal("19066300.00");
  private static final LocalDate IN_2012 = LocalDate.of(2012, 6, 1);

  @Autowired Fees fees;
  @Autowired Users users;
  @Autowired CurrentUser current;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @BeforeEach
  void somebodyTakesTheMoney() {
    if (users.find("cashier").isEmpty()) {
      users.add("cashier", "收费员", Role.REVIEWER, null, "long enough");
    }
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void theFiguresOfTheCaseAreExactToTheCent() {
    FeeStanding standing = fees.standing(farmland("A2012-0001", true), IN_2012);

    assertThat(standing.due().amount()).isEqualTo(new BigDecimal("953315.00"));
    assertThat(standing.due().source()).isEqualTo("桂涉价字[1994]210号");
    assertThat(standing.due().scenario()).isFalse();
    assertThat(standing.scenarios()).singleElement().satisfies(proposal -> {
      assertThat(proposal.amount()).isEqualTo(new BigDecimal("381326.00"));
      assertThat(proposal.source()).isEqualTo("桂价费字[1999]423号");
      assertThat(proposal.status().zh()).isEqualTo("拟议方案，未获批准");
    });
  }

  @ParameterizedTest
  @CsvSource({
      "CONSTRUCTION, 2012-06-01, 2500.00, 桂涉价字[1994]210号",
      "DWELLING, 2012-06-01, 2500.00, 桂涉价字[1994]210号",
      "AGRICULTURAL, 2012-06-01, 500.00, 桂涉价字[1994]210号",
      "DWELLING, 2018-06-01, 80.00, 财税[2016]79号",
      "CONSTRUCTION, 2018-06-01, 550.00, 财税[2016]79号",
      "AGRICULTURAL, 2018-06-01, 550.00, 财税[2016]79号",
      "AGRICULTURAL, 2020-06-01, 0.00, 财税[2019]45号",
      "CONSTRUCTION, 2020-06-01, 550.00, 财税[2016]79号"})
  void eachClassOfLandHasItsTariffOfTheDay(LandClass landClass, LocalDate day, BigDecimal amount, String source) {
    Assessment due = fees.assess(new FeeFacts("A", new BigDecimal("10000.00"), landClass, false, 1), day).orElseThrow();

    assertThat(due.amount()).isEqualTo(amount);
    assertThat(due.source()).isEqualTo(source);
  }

  @Test
  void unusedLandHasNoTariffInTheCaseAndIsSettledByAnExemptionOnly() {
    FeeFacts unused = new FeeFacts("A2012-0002", new BigDecimal("10000.00"), LandClass.UNUSED, false, 1);

    assertThat(fees.assess(unused, IN_2012)).isEmpty();
    assertThatThrownBy(() -> settle(unused, "R-1")).hasMessage("CONFLICTING_STATE: No tariff in force on 2012-06-01 "
        + "covers unused land: record an exemption with its document instead.");

    inTheName(() -> fees.exempt(unused, IN_2012, "未利用地免收", "桂价函[2012]1号"));
    assertThat(fees.standing(unused, IN_2012).settled()).isTrue();
  }

  @Test
  void aSecondReceiptTakesThePlaceOfTheFirstWhichStaysOnFile() {
    FeeFacts before = farmland("A2012-0003", false);
    settle(before, "R-1");
    FeeFacts grown = new FeeFacts("A2012-0003", WHOLE_FARM.add(new BigDecimal("100.00")), LandClass.AGRICULTURAL, false, 1);
    assertThat(fees.standing(grown, IN_2012).missing().en()).isEqualTo(
        "The fee is not settled: 5.00 yuan are open by 桂涉价字[1994]210号.");

    settle(grown, "R-2");

    assertThat(fees.standing(grown, IN_2012).settled()).isTrue();
    assertThat(jdbc.sql("select receipt_number from fee_settlement where subject = 'A2012-0003' order by id")
        .query(String.class).list()).containsExactly("R-1", "R-2");
  }

  @Test
  void aPaymentOutsideATransactionOfItsApplicationIsRefused() {
    assertThatThrownBy(() -> fees.settle(farmland("A", false), IN_2012, "R-1", IN_2012))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void aTariffIsNeverRewritten() {
    assertThatThrownBy(() -> jdbc.sql("update tariff set valid_to = null").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  private void settle(FeeFacts facts, String receipt) {
    inTheName(() -> fees.settle(facts, IN_2012, receipt, IN_2012));
  }

  private void inTheName(Supplier<Settlement> work) {
    current.actingAs("cashier", () -> new TransactionTemplate(transactions).execute(status -> work.get()));
  }

  private static FeeFacts farmland(String subject, boolean disputed) {
    return new FeeFacts(subject, WHOLE_FARM, LandClass.AGRICULTURAL, disputed, 1);
  }
}
