package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.gates.Facts.Forestry;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.gates.FactsInHand;
import org.junit.jupiter.api.Test;

/** When the forestry department is asked (W3). */
class ForestryHearingTest {

  @Test
  void forestThatItWasNotAskedAboutYetIsAskedAbout() {
    assertThat(hearing(true, Reply.NOT_ASKED).asksNow(null)).isTrue();
  }

  @Test
  void whoHasALetterUnansweredIsNotAskedTwiceUnbidden() {
    ForestryHearing hearing = hearing(true, Reply.NOT_ANSWERED);

    assertThat(hearing.asksNow(null)).isFalse();
    assertThat(hearing.whyNot()).isEqualTo("waiting for the answer");
    assertThat(hearing.asksNow("请尽快答复")).as("somebody has a question").isTrue();
  }

  @Test
  void afterAnObjectionItIsAskedAgain() {
    assertThat(hearing(true, Reply.OBJECTED).asksNow(null)).isTrue();
  }

  @Test
  void whereNothingIsForestOrItAgreedItNeedNotBeAsked() {
    for (ForestryHearing hearing : List.of(hearing(false, Reply.NOT_ASKED), hearing(true, Reply.AGREED))) {
      assertThat(hearing.asksNow(null)).isFalse();
      assertThat(hearing.whyNot()).isEqualTo("need not be asked");
      assertThat(hearing.asksNow("是否有异议？")).isTrue();
    }
  }

  private static ForestryHearing hearing(boolean forestUse, Reply reply) {
    Facts facts = new FactsInHand().facts();
    return ForestryHearing.of(new Facts(facts.today(), facts.calendar(), facts.officers(), facts.title(), facts.parcel(),
        facts.investigation(), facts.noticeDays(), facts.notice(), facts.objections(), facts.contention(),
        new Forestry(true, List.of(), forestUse, reply, null), facts.minutes(), facts.fees(), facts.required(),
        facts.present(), facts.liveCertificates(), facts.overrides(), facts.useDecision()));
  }
}
