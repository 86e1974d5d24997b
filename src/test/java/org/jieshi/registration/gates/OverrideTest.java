package org.jieshi.registration.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.registration.gates.Facts.Forestry;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.gates.Officers.Office;
import org.jieshi.registration.overrides.GateOverride;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Overrides: of W1 to W6 what was named and while it lasts; of W7 nothing. */
class OverrideTest {

  private static final LocalDate LAST_DAY = FactsInHand.DEADLINE.plusDays(30);

  record Case(Rule rule, Consumer<FactsInHand> lack) {
    @Override
    public String toString() {
      return rule.name();
    }
  }

  static Stream<Case> oneLackForEachGate() {
    return Stream.of(
        new Case(Rule.NOTICE_POSSIBLE, hand -> hand.investigation = null),
        new Case(Rule.NOTICE_RUN, hand -> hand.notice = null),
        new Case(Rule.UNDISPUTED, hand -> hand.contention = new Contention(List.of(),
            List.of(new Bilingual("Case 调2012-0001 is open.", "案件未结。")), true)),
        new Case(Rule.FORESTRY, hand -> hand.forestry = new Forestry(true, List.of(), true, Reply.NOT_ASKED, null)),
        new Case(Rule.FOUR_EYES, hand ->
            hand.officers = new Officers("approver", "reviewer", null, "approver", Office.APPROVER)),
        new Case(Rule.MEETING, hand -> hand.contention = new Contention(List.of(), List.of(), true)),
        new Case(Rule.FEES_AND_DOCUMENTS, hand -> hand.present = Set.of()));
  }

  @ParameterizedTest
  @MethodSource("oneLackForEachGate")
  void whatTwoApproversOverrodePassesUntilTheLastDay(Case one) {
    FactsInHand hand = new FactsInHand();
    one.lack().accept(hand);
    List<UnmetGate> lacking = one.rule().unmet(hand.facts());
    assertThat(lacking).as("refused without it").isNotEmpty();

    hand.overrides = List.of(override(lacking, "second"));
    assertThat(one.rule().unmet(hand.facts())).isEmpty();
    assertThat(Rule.overridden(Set.of(one.rule()), hand.facts())).isEqualTo(lacking);

    hand.overrides = List.of(override(lacking, null));
    assertThat(one.rule().unmet(hand.facts())).as("nobody confirmed it").isEqualTo(lacking);

    GateOverride confirmed = override(lacking, "second");
    UnmetGate fact = lacking.get(0);
    assertThat(confirmed.covers(fact, LAST_DAY)).isTrue();
    assertThat(confirmed.covers(fact, LAST_DAY.plusDays(1))).as("expired").isFalse();
  }

  @Test
  void whatCameLaterIsNotOverridden() {
    FactsInHand hand = new FactsInHand();
    hand.present = Set.of();
    hand.overrides = List.of(override(Rule.FEES_AND_DOCUMENTS.unmet(hand.facts()), "second"));
    hand.fees = null;

    assertThat(hand.unmet(Rule.FEES_AND_DOCUMENTS))
        .containsExactly("W6 The fee cannot be assessed: the class of the land use is not known.");
  }

  @Test
  void landUnderALiveCertificateHasNoOverride() {
    FactsInHand hand = new FactsInHand();
    hand.liveCertificates = List.of(new Bilingual("Live certificate 1 covers it.", "有效证书 1 与其重叠。"));
    hand.overrides = List.of(override(Rule.NO_LIVE_CERTIFICATE.unmet(hand.facts()), "second"));

    assertThat(hand.unmet(Rule.NO_LIVE_CERTIFICATE)).containsExactly("W7 Live certificate 1 covers it.");
  }

  private static GateOverride override(List<UnmetGate> lacking, @Nullable String confirmedBy) {
    Instant at = Instant.parse("2012-03-06T01:00:00Z");
    return new GateOverride(1, "A2012-0001", lacking.get(0).gate(), lacking.stream().map(UnmetGate::fact).toList(),
        "急办", "灵政函〔2012〕3号", LAST_DAY, "first", at, confirmedBy, confirmedBy == null ? null : at, null, null, null);
  }
}
