package org.jieshi.disputes;

import static org.jieshi.disputes.Milestone.ACCEPTED;
import static org.jieshi.disputes.Milestone.AGREED;
import static org.jieshi.disputes.Milestone.ANSWERED;
import static org.jieshi.disputes.Milestone.COPIED;
import static org.jieshi.disputes.Milestone.DECIDED;
import static org.jieshi.disputes.Milestone.ENDED;
import static org.jieshi.disputes.Milestone.INVESTIGATION_UNTIL;
import static org.jieshi.disputes.Milestone.OBJECTION_REGISTERED;
import static org.jieshi.disputes.Milestone.OPENED;
import static org.jieshi.disputes.Milestone.OPINION;
import static org.jieshi.disputes.Milestone.ORDERED;
import static org.jieshi.disputes.Milestone.RECOVERED;
import static org.jieshi.disputes.Milestone.REPORTED;
import static org.jieshi.disputes.Milestone.RESTITUTION_BY;
import static org.jieshi.disputes.Milestone.SERVED;
import static org.jieshi.disputes.Milestone.SUIT_FILED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * Computes the time limits of a case from its dates.
 *
 * <p>The day of the event is not counted (民法典 Art. 201). A period of days or months whose last day is a holiday ends on
 * the next working day (Art. 203), so those need the calendar too. A day that somebody set is taken as it was set.
 */
final class Clocks {

  private static final Bilingual NOTHING_UNKNOWN = new Bilingual("", "");

  private final Dispute dispute;
  private final WorkingDays calendar;
  private final LocalDate today;
  private final List<CaseClock> clocks = new ArrayList<>();

  private Clocks(Dispute dispute, WorkingDays calendar, LocalDate today) {
    this.dispute = dispute;
    this.calendar = calendar;
    this.today = today;
  }

  /** The limits that have begun to run, in the order of the procedure. */
  static List<CaseClock> of(Dispute dispute, WorkingDays calendar, LocalDate today) {
    return new Clocks(dispute, calendar, today).all();
  }

  private List<CaseClock> all() {
    if (dispute.track() == DisputeTrack.CONTRACT) {
      return List.of();
    }
    add(ClockKind.ACCEPTANCE, OPENED, dispute.stage() == DisputeStage.NOT_ACCEPTED ? ENDED : ACCEPTED);
    if (dispute.track() == DisputeTrack.TRESPASS) {
      add(ClockKind.RESTITUTION, ORDERED, RECOVERED);
      return List.copyOf(clocks);
    }
    add(ClockKind.COPY, ACCEPTED, COPIED);
    add(ClockKind.ANSWER, COPIED, ANSWERED);
    add(ClockKind.INVESTIGATION, ACCEPTED, OPINION, AGREED, DECIDED);
    add(ClockKind.REPORT, OPINION, REPORTED);
    add(ClockKind.MEDIATION_DOCUMENT, AGREED, SERVED);
    addRights();
    add(ClockKind.OBJECTION_REGISTRATION, OBJECTION_REGISTERED, SUIT_FILED);
    return List.copyOf(clocks);
  }

  private void addRights() {
    LadderLevel level = dispute.level();
    if (dispute.reached(AGREED) && level != null && level.compareTo(LadderLevel.TOWN) <= 0) {
      add(ClockKind.JUDICIAL_CONFIRMATION, AGREED);
    }
    // a case that was taken further is before its next decision: the remedies against the last one were used
    boolean decided = dispute.stage() == DisputeStage.DECIDED || dispute.stage() == DisputeStage.CLOSED;
    if (decided && dispute.reached(DECIDED) && !dispute.reached(AGREED)) {
      if (level == LadderLevel.DECISION) {
        add(ClockKind.ADMINISTRATIVE_REVIEW, SERVED);
        add(ClockKind.DIRECT_SUIT, SERVED);
      } else if (level == LadderLevel.REVIEW) {
        add(ClockKind.SUIT_AFTER_REVIEW, SERVED);
      }
    }
  }

  private void add(ClockKind kind, Milestone start, Milestone... metBy) {
    dispute.date(start).ifPresent(from -> clocks.add(clock(kind, from, Stream.of(metBy)
        .flatMap(milestone -> dispute.date(milestone).stream()).min(LocalDate::compareTo).orElse(null))));
  }

  private CaseClock clock(ClockKind kind, LocalDate from, @Nullable LocalDate met) {
    LocalDate earliest = nominalEnd(kind, from);
    @Nullable LocalDate deadline = null;
    Bilingual note = NOTHING_UNKNOWN;
    try {
      deadline = setBySomebody(kind) ? earliest
          : kind.unit() == ClockUnit.WORKING_DAYS ? calendar.lastDay(from, kind.length()) : shifted(earliest);
      earliest = deadline;
    } catch (ProblemException refusal) {
      if (refusal.problem().code() != ProblemCode.CALENDAR_MISSING) {
        throw refusal;
      }
      note = refusal.problem().detail();
    }
    @Nullable LocalDate stopped = met == null && kind.duty() ? stoppedOn(kind) : null;
    ClockState state = met != null ? ClockState.MET : stopped != null ? ClockState.STOPPED
        : !today.isAfter(earliest) ? ClockState.RUNNING
        : deadline == null ? ClockState.UNKNOWN : kind.duty() ? ClockState.OVERDUE : ClockState.LAPSED;
    return new CaseClock(kind, kind.title(), kind.rule(), kind.unit(), kind.length(), from, deadline, earliest, state,
        met != null ? met : stopped, met != null && deadline != null && met.isAfter(deadline),
        earliest.minusDays(kind.warning()), note);
  }

  /** The end before holidays are looked at: never later than the real one. */
  private LocalDate nominalEnd(ClockKind kind, LocalDate from) {
    return switch (kind.unit()) {
      case WORKING_DAYS, DAYS -> from.plusDays(kind.length());
      case MONTHS -> dispute.date(INVESTIGATION_UNTIL).orElse(from.plusMonths(kind.length()));
      case SET_DAY -> dispute.date(RESTITUTION_BY).orElseThrow();
    };
  }

  private boolean setBySomebody(ClockKind kind) {
    return kind == ClockKind.RESTITUTION
        || kind == ClockKind.INVESTIGATION && dispute.reached(INVESTIGATION_UNTIL);
  }

  private LocalDate shifted(LocalDate end) {
    LocalDate day = end;
    while (!calendar.isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** The day the case went another way, so that the duty fell away. */
  private @Nullable LocalDate stoppedOn(ClockKind kind) {
    Stream<Milestone> other = kind == ClockKind.MEDIATION_DOCUMENT ? Stream.of(ENDED)
        : Stream.of(AGREED, DECIDED, ENDED);
    return other.flatMap(milestone -> dispute.date(milestone).stream()).min(LocalDate::compareTo).orElse(null);
  }
}
