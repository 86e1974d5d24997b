package org.jieshi.coordination.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint.
 *
 * @param contact of the complainant; null for those it does not concern
 * @param respondent the person or department complained of
 * @param respondentUser its account, if it is one of ours
 * @param answerBy last day to answer
 * @param resultBy last day for the result
 * @param members user names of the group that hears it
 * @param copies to whom the result was sent
 */
record Complaint(String id, String number, String complainant, @Nullable String contact, String respondent,
    @Nullable String respondentUser, @Nullable String subjectKind, @Nullable String subjectId, String body,
    String receivedBy, LocalDate receivedOn, Status status, @Nullable LocalDate copiedOn, @Nullable LocalDate answerBy,
    @Nullable String answer, @Nullable String answeredBy, @Nullable LocalDate answeredOn, LocalDate resultBy,
    @Nullable Finding finding, @Nullable String result, @Nullable LocalDate decidedOn, List<Person> members,
    List<Hearing> hearings, List<Copy> copies, List<Event> timeline, int revision) {

  /** Where it stands. */
  enum Status { RECEIVED, WITH_RESPONDENT, HEARING, DECIDED, WITHDRAWN }

  /** What the group found. */
  enum Finding { UPHELD, PARTLY, REJECTED }

  /** Whose side was heard. */
  enum Side { COMPLAINANT, RESPONDENT }

  record Person(String username, String name) {
  }

  /** @param appeared false: invited, and stayed away */
  record Hearing(Side side, LocalDate heldOn, boolean appeared, String people, String minutes) {
  }

  record Copy(String recipient, LocalDate sentOn) {
  }

  record Event(Instant at, String action, String by, String byName, @Nullable String note) {
  }

  boolean open() {
    return status != Status.DECIDED && status != Status.WITHDRAWN;
  }

  boolean heard(Side side) {
    return hearings.stream().anyMatch(hearing -> hearing.side() == side);
  }

  Complaint withContact(@Nullable String shown) {
    return new Complaint(id, number, complainant, shown, respondent, respondentUser, subjectKind, subjectId, body,
        receivedBy, receivedOn, status, copiedOn, answerBy, answer, answeredBy, answeredOn, resultBy, finding, result,
        decidedOn, members, hearings, copies, timeline, revision);
  }
}
