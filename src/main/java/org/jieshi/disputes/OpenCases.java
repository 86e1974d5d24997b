package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases that are not over, each with every limit that runs: for the board and its reminders. What presses already
 * is in {@link CaseDeadlines}.
 */
@Service
public class OpenCases {

  private final JdbcClient jdbc;
  private final DisputeRepository disputes;
  private final WorkingCalendar calendar;
  private final OfficeClock clock;

  OpenCases(JdbcClient jdbc, DisputeRepository disputes, WorkingCalendar calendar, OfficeClock clock) {
    this.jdbc = jdbc;
    this.disputes = disputes;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * A case that is not over.
   *
   * @param since the day of its last step
   * @param handlers user names
   */
  public record WatchedCase(String id, String number, String title, DisputeTrack track, DisputeStage stage,
      LocalDate since, List<String> handlers, List<String> parcels, List<Limit> limits) {
  }

  /**
   * A limit that runs, or that has ended and holds the next step back.
   *
   * @param earliestEnd its last day; where the calendar is missing the first day that could be it
   * @param certain whether that is its last day
   */
  public record Limit(String kind, Bilingual title, LocalDate earliestEnd, boolean certain) {
  }

  /** In order of their opening. A county has hundreds of them. */
  @Transactional(readOnly = true)
  public List<WatchedCase> all() {
    WorkingDays days = calendar.load();
    LocalDate today = clock.today();
    return jdbc.sql("select id from dispute where ended_on is null order by opened_on, id").query(String.class).list()
        .stream().map(id -> watched(disputes.find(id).orElseThrow(), days, today)).toList();
  }

  private WatchedCase watched(Dispute dispute, WorkingDays days, LocalDate today) {
    List<Limit> limits = Clocks.of(dispute, days, today).stream().filter(limit -> presses(dispute, limit))
        .map(limit -> new Limit(limit.kind().name(), limit.title(), limit.earliestEnd(), limit.deadline() != null))
        .toList();
    LocalDate since = dispute.dates().values().stream().filter(day -> !day.isAfter(today))
        .max(Comparator.naturalOrder()).orElse(today);
    return new WatchedCase(dispute.id(), dispute.number(), dispute.title(), dispute.track(), dispute.stage(), since,
        List.copyOf(dispute.handlers()), disputes.units(dispute.id()).stream().map(DisputedUnit::ref)
            .filter(ref -> ref.kind() == UnitKind.PARCEL).map(ref -> ref.code()).toList(), limits);
  }

  /** A right that has lapsed presses too while the case waits for it: now somebody has to go on. */
  private static boolean presses(Dispute dispute, CaseClock limit) {
    return switch (limit.state()) {
      case RUNNING, OVERDUE, UNKNOWN -> true;
      case LAPSED -> dispute.stage() == DisputeStage.COPIED || dispute.stage() == DisputeStage.DECIDED;
      case MET, STOPPED -> false;
    };
  }
}
