package org.jieshi.registration.notice;

import java.time.Instant;
import org.jieshi.identity.personal.Masked;
import org.jspecify.annotations.Nullable;

/**
 * An objection as the office sees it.
 *
 * @param contact telephone or address; null for those it does not concern
 * @param caseNumber the dispute that an upheld objection became
 */
public record Objection(String id, String receipt, String noticeId, String applicationId, String person, @Nullable String contact,
    String ground, @Nullable String evidence, Instant lodgedAt, Status status, @Nullable String answer,
    @Nullable String answeredBy, @Nullable Instant answeredAt, @Nullable String caseNumber) {

  public Objection withoutContact() {
    return withContact(null);
  }

  /** As it is shown to those who answer it. */
  public Objection masked() {
    return withContact(Masked.contact(contact));
  }

  private Objection withContact(@Nullable String shown) {
    return new Objection(id, receipt, noticeId, applicationId, person, shown, ground, evidence, lodgedAt, status, answer,
        answeredBy, answeredAt, caseNumber);
  }

  /** An objection is open until it is answered in writing. */
  public enum Status {
    OPEN, REJECTED, UPHELD
  }
}
