package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A time limit of a case that somebody must be told of.
 *
 * @param caseId ASCII id, {@code D2013-0001}; {@code caseNumber} is the printed one
 * @param clock which limit; with the case it names the deadline for good
 * @param deadline its last day; null when the working-day calendar of its year is missing
 * @param earliestEnd the first day that could be its last
 * @param urgency what is to be done about it
 * @param days calendar days left until {@code earliestEnd}; negative: days past it
 * @param duty somebody of the office must act; otherwise it is a right of a party that lapses
 * @param handlers user names of those who handle the case
 * @param tell whom to tell beside the handlers, the next one up when it stays undone
 */
public record CaseDeadline(String caseId, String caseNumber, String caseTitle, DisputeTrack track, DisputeStage stage,
    @Nullable LadderLevel level, String clock, Bilingual title, String rule, @Nullable LocalDate deadline,
    LocalDate earliestEnd, Urgency urgency, long days, boolean duty, List<String> handlers, Tell tell) {

  /** How urgent a deadline is. */
  public enum Urgency {
    /** Its end is near. */
    DUE,
    /** A duty was not done by its day. */
    OVERDUE,
    /** Its day may be past: nobody can say while the working-day calendar is missing. */
    UNKNOWN
  }

  /** The escalation path of a case: its handlers, the leader of the office, the manager above. */
  public enum Tell { HANDLERS, LEADER, MANAGER }
}
