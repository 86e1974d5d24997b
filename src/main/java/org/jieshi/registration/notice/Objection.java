package org.jieshi.registration.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An objection as the office sees it.
 *
 * @param caseNumber the dispute that an upheld objection became
 */
public record Objection(String id, String receipt, String noticeId, String applicationId, String person, String contact,
    String ground, @Nullable String evidence, Instant lodgedAt, Status status, @Nullable String answer,
    @Nullable String answeredBy, @Nullable Instant answeredAt, @Nullable String caseNumber) {

  /** An objection is open until it is answered in writing. */
  public enum Status {
    OPEN, REJECTED, UPHELD
  }
}
