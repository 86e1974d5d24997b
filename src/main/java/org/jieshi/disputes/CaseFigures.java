package org.jieshi.disputes;

import static org.jieshi.disputes.Milestone.AGREED;
import static org.jieshi.disputes.Milestone.DECIDED;
import static org.jieshi.disputes.Milestone.ENDED;
import static org.jieshi.disputes.Milestone.INVESTIGATION_UNTIL;
import static org.jieshi.disputes.Milestone.OPENED;
import static org.jieshi.disputes.Milestone.RECOVERED;
import static org.jieshi.disputes.Milestone.RESTITUTION_BY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of the cases for a period, as they stood on the evening of its last day. */
@Service
public class CaseFigures {

  private final JdbcClient jdbc;
  private final DisputeRepository disputes;
  private final WorkingCalendar calendar;

  CaseFigures(JdbcClient jdbc, DisputeRepository disputes, WorkingCalendar calendar) {
    this.jdbc = jdbc;
    this.disputes = disputes;
    this.calendar = calendar;
  }

  /**
   * A case has its result on the day of the agreement, else of the last decision, else of the recovery.
   *
   * @param meanDays working days from opening to the result, mean over the cases that reached one in the period; null
   *     if none did, or a calendar is missing
   * @param meanDaysToDate the same with the open cases, which count with the days up to the last day of the period
   * @param open opened by the last day, without a result and not ended otherwise by then
   * @param recoveredArea m², plane
   * @param duties limits of the office that ended, or were met, in the period; {@code kept} of them met in time
   */
  public record Figures(long opened, long agreed, long decided, long recovered, @Nullable BigDecimal meanDays,
      @Nullable BigDecimal meanDaysToDate, long open, BigDecimal recoveredArea, long duties, long kept) {
  }

  @Transactional(readOnly = true)
  public Figures between(LocalDate from, LocalDate last) {
    WorkingDays days = calendar.load();
    List<Dispute> known = jdbc.sql("""
        select id from dispute where opened_on <= :last and (ended_on is null or ended_on >= :from)
        """).param("from", from).param("last", last).query(String.class).list().stream()
        .map(id -> asOf(disputes.find(id).orElseThrow(), last)).toList();
    List<Dispute> resolved = known.stream()
        .filter(each -> result(each).filter(day -> !day.isBefore(from)).isPresent()).toList();
    List<Dispute> open = known.stream().filter(each -> result(each).isEmpty() && !each.reached(ENDED)).toList();
    List<CaseClock> duties = known.stream().flatMap(each -> Clocks.of(each, days, last).stream())
        .filter(clock -> clock.kind().duty() && fellDue(clock, from, last)).toList();
    return new Figures(known.stream().filter(each -> !day(each, OPENED).isBefore(from)).count(),
        resolved.stream().filter(each -> each.reached(AGREED)).count(),
        resolved.stream().filter(each -> !each.reached(AGREED) && each.reached(DECIDED)).count(),
        resolved.stream().filter(each -> !each.reached(AGREED) && !each.reached(DECIDED)).count(),
        days.mean(spans(resolved, last)).orElse(null),
        days.mean(Stream.of(resolved, open).flatMap(each -> spans(each, last).stream()).toList()).orElse(null),
        open.size(), recoveredArea(from, last), duties.size(),
        duties.stream().filter(clock -> clock.state() == ClockState.MET && !clock.late()).count());
  }

  /** From opening to the result, else to the last day. */
  private static List<WorkingDays.Span> spans(Collection<Dispute> cases, LocalDate last) {
    return cases.stream().map(each -> new WorkingDays.Span(day(each, OPENED), result(each).orElse(last))).toList();
  }

  /** A duty that fell away undone, because the case went another way, is neither kept nor missed. */
  private static boolean fellDue(CaseClock clock, LocalDate from, LocalDate last) {
    LocalDate day = clock.state() == ClockState.MET && !clock.late() ? clock.finishedOn() : clock.deadline();
    return day != null && !day.isBefore(from) && !day.isAfter(last)
        && (clock.state() == ClockState.MET || clock.state() == ClockState.OVERDUE);
  }

  private static Optional<LocalDate> result(Dispute dispute) {
    return Stream.of(AGREED, DECIDED, RECOVERED).flatMap(milestone -> dispute.date(milestone).stream()).findFirst();
  }

  private static LocalDate day(Dispute dispute, Milestone milestone) {
    return dispute.date(milestone).orElseThrow();
  }

  /** What came later had not come; a day that was set ahead is taken as it is set now. */
  private static Dispute asOf(Dispute dispute, LocalDate last) {
    Map<Milestone, LocalDate> dates = new EnumMap<>(Milestone.class);
    dispute.dates().forEach((milestone, day) -> {
      if (milestone == INVESTIGATION_UNTIL || milestone == RESTITUTION_BY || !day.isAfter(last)) {
        dates.put(milestone, day);
      }
    });
    return new Dispute(dispute.id(), dispute.number(), dispute.title(), dispute.triage(), dispute.openedBy(),
        dispute.openedAt(), dispute.parties(), dispute.handlers(), dispute.recused(), dispute.stage(), dispute.level(),
        dispute.result(), dates, dispute.revision());
  }

  private BigDecimal recoveredArea(LocalDate from, LocalDate last) {
    return jdbc.sql("""
        select coalesce(sum(area), 0) from encroachment_end where how = 'RECOVERED' and ended_on between :from and :last
        """).param("from", from).param("last", last).query(BigDecimal.class).single();
  }
}
