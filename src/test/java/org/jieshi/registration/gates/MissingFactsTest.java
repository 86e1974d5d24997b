package org.jieshi.registration.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.registration.gates.Facts.Forestry;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.gates.Officers.Office;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Gates fail closed: whichever single fact is taken away from an application that passes everything, the gates named here
 * and no others refuse it. A fact that is added to {@link Facts} must be named here.
 */
class MissingFactsTest {

  /** What is taken away, and which gates refuse then. */
  record Lack(String fact, Consumer<FactsInHand> take, Set<Rule> refusing) {
    @Override
    public String toString() {
      return fact;
    }
  }

  /** Of these an empty list or a false says that there is none; that it is unknown cannot be said. */
  private static final Set<String> NEVER_UNKNOWN = Set.of("today", "objections", "overrides");

  static List<Lack> everyFact() {
    return List.of(
        new Lack("calendar", hand -> hand.calendar = new WorkingDays(Set.of(), Map.of()),
            Set.of(Rule.NOTICE_POSSIBLE, Rule.NOTICE_RUN)),
        new Lack("officers", hand -> hand.officers = new Officers(null, null, null, "approver", Office.APPROVER),
            Set.of(Rule.FOUR_EYES)),
        new Lack("title", hand -> hand.title = TitleFacts.NONE, Set.of(Rule.NOTICE_POSSIBLE, Rule.NOTICE_RUN)),
        new Lack("parcel", hand -> hand.parcel = null,
            Set.of(Rule.NOTICE_POSSIBLE, Rule.NOTICE_RUN, Rule.UNDISPUTED)),
        new Lack("investigation", hand -> hand.investigation = null, Set.of(Rule.NOTICE_POSSIBLE)),
        new Lack("noticeDays", hand -> hand.noticeDays = null, Set.of(Rule.NOTICE_POSSIBLE, Rule.NOTICE_RUN)),
        new Lack("notice", hand -> hand.notice = null, Set.of(Rule.NOTICE_RUN)),
        new Lack("contention", hand -> hand.contention = Contention.UNKNOWN, Set.of(Rule.UNDISPUTED, Rule.MEETING)),
        new Lack("forestry", hand -> hand.forestry = new Forestry(false, null, null, Reply.NOT_ASKED, null),
            Set.of(Rule.FORESTRY)),
        new Lack("minutes", hand -> hand.contention = new Contention(List.of(), List.of(), true), Set.of(Rule.MEETING)),
        new Lack("fees", hand -> hand.fees = null, Set.of(Rule.FEES_AND_DOCUMENTS)),
        new Lack("required", hand -> hand.required = null, Set.of(Rule.FEES_AND_DOCUMENTS)),
        new Lack("present", hand -> hand.present = Set.of(), Set.of(Rule.FEES_AND_DOCUMENTS)),
        new Lack("liveCertificates", hand -> hand.liveCertificates = null, Set.of(Rule.NO_LIVE_CERTIFICATE)),
        new Lack("useDecision", MissingFactsTest::approvedForAnotherUse, Set.of(Rule.FORESTRY)));
  }

  @ParameterizedTest
  @MethodSource("everyFact")
  void whatIsNotKnownIsRefused(Lack lack) {
    FactsInHand hand = new FactsInHand();
    lack.take().accept(hand);

    assertThat(Arrays.stream(Rule.values()).filter(rule -> !hand.unmet(rule).isEmpty()))
        .containsExactlyInAnyOrderElementsOf(lack.refusing());
  }

  @Test
  void everyFactIsNamedAndEveryGateRefusesForOne() {
    Set<String> named = new TreeSet<>(NEVER_UNKNOWN);
    everyFact().forEach(lack -> named.add(lack.fact()));

    assertThat(named).containsExactlyInAnyOrderElementsOf(Arrays.stream(Facts.class.getRecordComponents())
        .map(RecordComponent::getName).toList());
    assertThat(everyFact().stream().flatMap(lack -> lack.refusing().stream())).contains(Rule.values());
  }

  private static void approvedForAnotherUse(FactsInHand hand) {
    LandUse forest = new LandUse("GB/T 21010-2007", "031");
    hand.title = new TitleFacts("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇", forest,
        FactsInHand.ORCHARD, null);
  }
}
