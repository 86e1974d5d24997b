package org.jieshi.registration;

import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.gates.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Whether the step consult asks the forestry department (W3): where it must be heard and was not asked yet, or where
 * somebody has a question. Whom it waits for is not asked a second time unbidden.
 *
 * @param needed whether the gate lacks its consent
 * @param waiting whether a letter lies with it unanswered
 */
record ForestryHearing(boolean needed, boolean waiting) {

  static ForestryHearing of(Facts known) {
    return new ForestryHearing(!Rule.FORESTRY.unmet(known).isEmpty(), known.forestry().reply() == Reply.NOT_ANSWERED);
  }

  /** @param question that a person states; null for the usual one */
  boolean asksNow(@Nullable String question) {
    return question != null || (needed && !waiting);
  }

  /** As it is recorded where nothing is asked. */
  String whyNot() {
    return waiting ? "waiting for the answer" : "need not be asked";
  }
}
