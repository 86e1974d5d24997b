package org.jieshi.disputes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The time limits of all cases that somebody must be told of: near their end, overdue, or not to be computed. Computed
 * from the dates of the cases each time, so that nothing overdue can stay silent because a job did not run.
 */
@Service
public class CaseDeadlines {

  /** So many days past its end a duty goes one step further up. */
  static final int PATIENCE = 10;

  private final JdbcClient jdbc;
  private final DisputeRepository disputes;
  private final OfficeClock clock;
  private final WorkingCalendar calendar;

  CaseDeadlines(JdbcClient jdbc, DisputeRepository disputes, OfficeClock clock, WorkingCalendar calendar) {
    this.jdbc = jdbc;
    this.disputes = disputes;
    this.clock = clock;
    this.calendar = calendar;
  }

  /** As things stand today, the most urgent first. */
  public List<CaseDeadline> pressing() {
    WorkingDays days = calendar.load();
    LocalDate today = clock.today();
    return jdbc.sql("select id from dispute where ended_on is null order by id").query(String.class).list().stream()
        .map(id -> disputes.find(id).orElseThrow())
        .flatMap(dispute -> Clocks.of(dispute, days, today).stream()
            .filter(each -> each.pressing() || each.warns(today))
            .map(each -> deadline(dispute, each, today)))
        .sorted(Comparator.comparing(CaseDeadline::earliestEnd).thenComparing(CaseDeadline::caseId)
            .thenComparing(CaseDeadline::clock))
        .toList();
  }

  static CaseDeadline deadline(Dispute dispute, CaseClock clock, LocalDate today) {
    CaseDeadline.Urgency urgency = switch (clock.state()) {
      case OVERDUE -> CaseDeadline.Urgency.OVERDUE;
      case UNKNOWN -> CaseDeadline.Urgency.UNKNOWN;
      default -> CaseDeadline.Urgency.DUE;
    };
    long left = ChronoUnit.DAYS.between(today, clock.earliestEnd());
    CaseDeadline.Tell tell = urgency == CaseDeadline.Urgency.DUE ? CaseDeadline.Tell.HANDLERS
        : left >= -PATIENCE ? CaseDeadline.Tell.LEADER : CaseDeadline.Tell.MANAGER;
    return new CaseDeadline(dispute.id(), dispute.number(), dispute.title(), dispute.track(), dispute.stage(),
        dispute.level(), clock.kind().name(), clock.title(), clock.rule(), clock.deadline(), clock.earliestEnd(),
        urgency, left, clock.kind().duty(), List.copyOf(dispute.handlers()), tell);
  }
}
