package org.jieshi.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.junit.jupiter.api.Test;

class TariffsTest {

  private static final BigDecimal WHOLE_FARM = new BigDecimal("19066300.00");
  private static final LocalDate IN_2012 = LocalDate.of(2012, 6, 1);

  private static final Tariff OF_1994 = tariff("GX-1994-210", "1994-01-01", "2016-07-11", false, null,
      FeeBasis.PER_SQUARE_METRE, "0.05", false);
  private static final Tariff PROPOSAL = tariff("GX-1999-423", "1999-01-01", "2016-07-11", true, true,
      FeeBasis.PER_SQUARE_METRE, "0.02", false);
  private static final Tariff PROPOSAL_UNDISPUTED = tariff("GX-1999-423", "1999-01-01", "2016-07-11", true, false,
      FeeBasis.EXEMPT, "0", false);
  private static final Tariff PER_ITEM = tariff("CN-2016-79", "2016-07-12", null, false, null, FeeBasis.PER_ITEM,
      "550", false);
  private static final Tariff FARMLAND_EXEMPT = tariff("CN-2019-45", "2019-07-01", null, false, null,
      FeeBasis.EXEMPT, "0", true);

  private final Tariffs tariffs =
      new Tariffs(List.of(FARMLAND_EXEMPT, PER_ITEM, PROPOSAL, PROPOSAL_UNDISPUTED, OF_1994));

  @Test
  void allTheCertifiedLandAsFarmlandCostsTheFigureOfTheCase() {
    Assessment due = tariffs.due(farmland(WHOLE_FARM, false), IN_2012).orElseThrow();

    assertThat(due.amount()).isEqualTo(new BigDecimal("953315.00"));
    assertThat(due.tariff()).isEqualTo("GX-1994-210");
  }

  @Test
  void theProposalOf1999IsComparedButNeverCharged() {
    FeeFacts disputed = farmland(WHOLE_FARM, true);

    assertThat(tariffs.due(disputed, IN_2012).orElseThrow().amount()).isEqualTo(new BigDecimal("953315.00"));
    assertThat(tariffs.scenarios(disputed, IN_2012)).extracting(Assessment::amount)
        .containsExactly(new BigDecimal("381326.00"));
    assertThat(tariffs.scenarios(farmland(WHOLE_FARM, false), IN_2012)).extracting(Assessment::amount)
        .containsExactly(new BigDecimal("0.00"));
  }

  @Test
  void anAmountIsRoundedOnceHalfUpToTheCent() {
    assertThat(tariffs.due(farmland(new BigDecimal("100.10"), false), IN_2012).orElseThrow().amount())
        .isEqualTo(new BigDecimal("5.01"));
    assertThat(tariffs.due(farmland(new BigDecimal("100.09"), false), IN_2012).orElseThrow().amount())
        .isEqualTo(new BigDecimal("5.00"));
  }

  @Test
  void theLastDayOfATariffIsStillItsOwn() {
    assertThat(dueOn("2016-07-11")).isEqualTo("GX-1994-210");
    assertThat(dueOn("2016-07-12")).isEqualTo("CN-2016-79");
    assertThat(dueOn("2019-06-30")).isEqualTo("CN-2016-79");
    assertThat(dueOn("2019-07-01")).isEqualTo("CN-2019-45");
  }

  @Test
  void aDayBeforeEveryTariffHasNoFeeInsteadOfAFeeOfZero() {
    assertThat(tariffs.due(farmland(WHOLE_FARM, false), LocalDate.of(1993, 12, 31))).isEmpty();
  }

  @Test
  void furtherCertificatesCostTheirCopyRate() {
    FeeFacts threeCopies = new FeeFacts("A2018-000001", WHOLE_FARM, LandClass.AGRICULTURAL, false, 3);
    Tariff withCopies = new Tariff("T", LocalDate.of(2016, 7, 12), null, false, new Bilingual("", ""), "财税[2016]79号",
        false, LandClass.AGRICULTURAL, null, FeeBasis.PER_ITEM, new BigDecimal("550"), new BigDecimal("10"), null, null);

    assertThat(withCopies.amount(threeCopies)).isEqualTo(new BigDecimal("570.00"));
  }

  @Test
  void aCapHoldsAnAmountDown() {
    Tariff capped = new Tariff("T", LocalDate.of(1994, 1, 1), null, false, new Bilingual("", ""), "s", false,
        LandClass.AGRICULTURAL, null, FeeBasis.PER_SQUARE_METRE, new BigDecimal("0.05"), BigDecimal.ZERO,
        new BigDecimal("100.00"), null);

    assertThat(capped.amount(farmland(WHOLE_FARM, false))).isEqualTo(new BigDecimal("100.00"));
  }

  @Test
  void aRateOfAnotherClassOfLandIsNotCharged() {
    FeeFacts dwelling = new FeeFacts("A2012-000001", WHOLE_FARM, LandClass.DWELLING, true, 1);

    assertThat(tariffs.due(dwelling, IN_2012)).isEmpty();
    assertThat(tariffs.scenarios(dwelling, IN_2012)).isEmpty();
  }

  @Test
  void aProposalIsComparedOnlyWhileItIsOnTheTable() {
    assertThat(tariffs.scenarios(farmland(WHOLE_FARM, true), LocalDate.of(1998, 12, 31))).isEmpty();
    assertThat(tariffs.scenarios(farmland(WHOLE_FARM, true), LocalDate.of(2016, 7, 12))).isEmpty();
  }

  @Test
  void anAssessmentSaysByWhatItWasJudged() {
    FeeFacts facts = farmland(new BigDecimal("100.00"), true);

    assertThat(tariffs.due(facts, IN_2012)).contains(new Assessment(facts, "GX-1994-210", "GX-1994-210",
        new Bilingual("", ""), false, false, FeeBasis.PER_SQUARE_METRE, new BigDecimal("0.05"), new BigDecimal("5.00"), null));
  }

  private String dueOn(String date) {
    return tariffs.due(farmland(WHOLE_FARM, false), LocalDate.parse(date)).orElseThrow().tariff();
  }

  private static FeeFacts farmland(BigDecimal area, boolean disputed) {
    return new FeeFacts("A2012-000001", area, LandClass.AGRICULTURAL, disputed, 1);
  }

  private static Tariff tariff(String code, String from, String to, boolean scenario, Boolean disputed, FeeBasis basis,
      String rate, boolean uncertain) {
    return new Tariff(code, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), scenario,
        new Bilingual("", ""), code, uncertain, LandClass.AGRICULTURAL, disputed, basis, new BigDecimal(rate),
        BigDecimal.ZERO, null, null);
  }
}
