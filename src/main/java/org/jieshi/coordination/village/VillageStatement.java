package org.jieshi.coordination.village;

import java.time.Instant;
import java.time.LocalDate;
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
    return new VillageStatement(id, receipt, claimant, kind, claimCode, conflictId, person, null, body, lodgedAt,
        lodgedOn, status, answer, answeredOn);
  }
}
