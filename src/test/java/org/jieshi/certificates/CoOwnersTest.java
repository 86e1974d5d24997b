package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.certificates.PapersInHand.FIRST;
import static org.jieshi.certificates.PapersInHand.SECOND;
import static org.jieshi.certificates.PapersInHand.alone;
import static org.jieshi.certificates.PapersInHand.paper;
import static org.jieshi.certificates.PapersInHand.shared;

import org.jieshi.registration.investigation.Holding.Kind;
import org.junit.jupiter.api.Test;

/** What each paper of a right says of those who hold it. */
class CoOwnersTest {

  private static final CoHolder A_THIRD = new CoHolder("甲", 1L, 3L, FIRST);
  private static final CoHolder TWO_THIRDS = new CoHolder("乙", 2L, 3L, FIRST);

  @Test
  void whoHoldsAloneIsNamedOnTheOnlyPaper() {
    Certificate certificate = alone("华山农场");

    assertThat(certificate.holding()).isEqualTo(Kind.ALONE);
    assertThat(CoOwners.holding(certificate, FIRST)).isEqualTo("单独所有");
    assertThat(CoOwners.note(certificate, FIRST)).isEmpty();
    assertThat(certificate.numbers()).containsExactly(FIRST);
    assertThat(certificate.bearer(FIRST)).isEqualTo("华山农场");
    assertThat(paper(certificate, FIRST).names()).containsExactly("华山农场");
  }

  @Test
  void onePaperForAllNamesAllWithTheirShares() {
    Certificate old = shared(Series.STATE_LAND_USE, A_THIRD, TWO_THIRDS);
    Certificate unified = shared(Series.REAL_ESTATE, A_THIRD, TWO_THIRDS);

    assertThat(old.holding()).isEqualTo(Kind.SHARES);
    assertThat(old.numbers()).containsExactly(FIRST);
    assertThat(old.bearer(FIRST)).isEqualTo("甲、乙");
    assertThat(paper(old, FIRST).names()).containsExactly("甲", "乙");
    assertThat(CoOwners.holding(old, FIRST)).isEqualTo("按份共有：甲 1/3、乙 2/3");
    assertThat(CoOwners.note(old, FIRST)).isEqualTo("按份共有：甲 1/3、乙 2/3。");
    assertThat(CoOwners.note(unified, FIRST)).as("its line 共有情况 says it").isEmpty();
  }

  @Test
  void aPaperForEachNamesItsBearerAndAllOthers() {
    Certificate certificate = shared(Series.REAL_ESTATE, A_THIRD, TWO_THIRDS.on(SECOND));

    assertThat(certificate.numbers()).containsExactly(FIRST, SECOND);
    assertThat(certificate.bearer(SECOND)).isEqualTo("乙");
    assertThat(paper(certificate, SECOND).holder()).isEqualTo("乙");
    assertThat(paper(certificate, SECOND).names()).containsExactly("乙");
    assertThat(CoOwners.holding(certificate, SECOND)).isEqualTo("按份共有，本证权利人份额 2/3");
    assertThat(CoOwners.note(certificate, SECOND)).isEqualTo("按份共有，全体共有人：甲（1/3，灵国用(2012)第0001号）、乙（2/3，本证）。");
  }

  @Test
  void whoHoldsJointlyHasNoShare() {
    Certificate one = shared(Series.STATE_LAND_USE, new CoHolder("甲", null, null, FIRST), new CoHolder("乙", null, null, FIRST));
    Certificate each = shared(Series.STATE_LAND_USE, new CoHolder("甲", null, null, FIRST), new CoHolder("乙", null, null, SECOND));

    assertThat(one.holding()).isEqualTo(Kind.JOINT);
    assertThat(CoOwners.holding(one, FIRST)).isEqualTo("共同共有");
    assertThat(CoOwners.note(one, FIRST)).isEqualTo("共同共有：甲、乙。");
    assertThat(CoOwners.note(each, FIRST)).isEqualTo("共同共有，全体共有人：甲（本证）、乙（灵国用(2012)第0002号）。");
  }
}
