package org.jieshi.registration.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jieshi.registration.investigation.Holding.Kind;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How several hold a right, as a notice says it. */
class HoldingTest {

  @Test
  void whoHoldsAloneHasNothingToShare() {
    assertThat(Holding.ALONE.kind()).isEqualTo(Kind.ALONE);
    assertThat(holding(holder("华山农场", 1L, 1L)).kind()).isEqualTo(Kind.ALONE);
    assertThat(holding(holder("华山农场", 1L, 1L)).stated()).isEmpty();
    assertThat(Holding.of(null)).isEqualTo(Holding.ALONE);
    assertThat(Holding.of(InvestigationForm.EMPTY)).isEqualTo(Holding.ALONE);
  }

  @Test
  void coOwnersAreStatedWithTheirShares() {
    Holding shares = holding(holder(" 甲 ", 1L, 3L), holder("乙", 2L, 3L));

    assertThat(shares.kind()).isEqualTo(Kind.SHARES);
    assertThat(shares.stated()).contains(new Bilingual("held in shares: 甲 1/3, 乙 2/3", "按份共有：甲 1/3、乙 2/3"));
  }

  @Test
  void whoHoldsJointlyHasNoShares() {
    Holding joint = holding(holder("甲", null, null), holder("乙", null, null));

    assertThat(joint.kind()).isEqualTo(Kind.JOINT);
    assertThat(joint.stated()).contains(new Bilingual("held jointly", "共同共有"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      华山农场      | false
      甲、乙        | true
      甲，乙        | true
      甲,乙         | true
      甲；乙        | true
      甲;乙         | true
      -             | false
      """)
  void aTitleOfSeveralNamesLeavesOpenHowTheyHold(@Nullable String titleHolder, boolean open) {
    assertThat(Holding.ALONE.leavesOpen(titleHolder)).isEqualTo(open);
    assertThat(holding(holder("甲", null, null), holder("乙", null, null)).leavesOpen(titleHolder))
        .as("once the form says it").isFalse();
  }

  private static Holding holding(Holder... holders) {
    return new Holding(List.of(holders), null);
  }

  private static Holder holder(String name, @Nullable Long share, @Nullable Long shareOf) {
    return new Holder(name, Holder.Type.PERSON, null, null, null, null, share, shareOf);
  }
}
