package org.jieshi.coordination.village;

import java.time.Instant;
import java.time.LocalDate;
import org.jieshi.identity.personal.Masked;
import org.jspecify.annotations.Nullable;

/**
 * What a claimant stated, with the answer.
 *
 * @param receipt the number on the receipt
 * @param contact for those who answer; null for others
 */
record VillageStatement(String id, String receipt, String claimant, Kind kind, String claimCode,
    @Nullable Long conflictId, String person, @Nullable String contact, String body, Instant lodgedAt,
    LocalDate lodgedOn, Status status, @Nullable String answer, @Nullable LocalDate answeredOn) {

  /** What it is. */
  enum Kind { STATEMENT, OBJECTION }

  /** Open until it is answered in writing. */
  enum Status { OPEN, ANSWERED }

  VillageStatement withoutContact() {
    return withContact(null);
  }

  /** As it is shown to those who answer it. */
  VillageStatement masked() {
    return withContact(Masked.contact(contact));
  }

  private VillageStatement withContact(@Nullable String shown) {
    return new VillageStatement(id, receipt, claimant, kind, claimCode, conflictId, person, shown, body, lodgedAt,
        lodgedOn, status, answer, answeredOn);
  }
}
