package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.due.Reminders;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.TestClock;
import org.jieshi.shared.WorkingCalendar;
import org.jieshi.store.Box;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** No clock of a case ends in silence: each is pointed out before its end, and a missed one climbs. */
@EachDatabase
class ClocksSpeakIT {

  /** A case in which the clock runs, and whether somebody is told once it has run out. */
  private static final String TABLE = """
      ACCEPTANCE             | OWNERSHIP          | OPENED              | -        | climbs | OPENED 2013-04-01
      COPY                   | OWNERSHIP          | ACCEPTED            | -        | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02
      ANSWER                 | OWNERSHIP          | COPIED              | -        | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-03
      INVESTIGATION          | OWNERSHIP          | MEDIATION           | COUNTY   | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, ANSWERED 2013-04-03, MEDIATION 2013-04-08
      REPORT                 | OWNERSHIP          | MEDIATION           | DECISION | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, ANSWERED 2013-04-03, OPINION 2013-04-08
      MEDIATION_DOCUMENT     | OWNERSHIP          | AGREED              | VILLAGE  | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, AGREED 2013-04-08
      JUDICIAL_CONFIRMATION  | OWNERSHIP          | AGREED              | VILLAGE  | lapses | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, AGREED 2013-04-08, SERVED 2013-04-09
      ADMINISTRATIVE_REVIEW  | OWNERSHIP          | DECIDED             | DECISION | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, DECIDED 2013-04-08, SERVED 2013-04-09
      DIRECT_SUIT            | OWNERSHIP          | DECIDED             | DECISION | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, DECIDED 2013-04-08, SERVED 2013-04-09
      SUIT_AFTER_REVIEW      | OWNERSHIP          | DECIDED             | REVIEW   | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, DECIDED 2013-04-08, SERVED 2013-04-09
      OBJECTION_REGISTRATION | DOUBLE_CERTIFICATE | MEDIATION           | COUNTY   | lapses | OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, OBJECTION_REGISTERED 2013-04-09
      RESTITUTION            | TRESPASS           | RESTITUTION_ORDERED | -        | climbs | OPENED 2013-04-01, ACCEPTED 2013-04-02, ORDERED 2013-04-08, RESTITUTION_BY 2013-05-20
      """;

  @Autowired DisputeRepository disputes;
  @Autowired DisputedLand land;
  @Autowired Reminders reminders;
  @Autowired WorkingCalendar calendar;
  @Autowired CurrentUser current;
  @Autowired AuditLog audit;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void everyClockIsToldBeforeItsEndAndClimbsAfterIt() {
    clock.set(LocalDate.of(2013, 4, 9));
    land.people();
    Map<ClockKind, Dispute> cases = new EnumMap<>(ClockKind.class);
    TABLE.lines().map(line -> line.strip().split("\\s*\\|\\s*")).forEach(row -> cases.put(ClockKind.valueOf(row[0]),
        onFile("2013-09%02d".formatted(cases.size() + 1), row)));
    assertThat(cases.keySet()).as("no clock is left out").containsExactly(ClockKind.values());

    cases.forEach((kind, dispute) -> {
      clock.set(end(kind, dispute));
      reminders.search();
      assertThat(told(kind, dispute, "SOON")).as("%s on its last day", kind)
          .containsExactlyInAnyOrder("mediator", "reviewer");
    });

    clock.set(LocalDate.of(2013, 12, 20));
    reminders.search();
    TABLE.lines().map(line -> line.strip().split("\\s*\\|\\s*")).forEach(row -> {
      ClockKind kind = ClockKind.valueOf(row[0]);
      boolean climbs = row[4].equals("climbs");
      Dispute dispute = cases.get(kind);
      assertThat(told(kind, dispute, "OVERDUE")).as("%s", kind)
          .containsExactlyInAnyOrderElementsOf(climbs ? List.of("mediator", "reviewer") : List.of());
      assertThat(told(kind, dispute, "APPROVER")).as("%s", kind).hasSize(climbs ? 1 : 0);
      assertThat(told(kind, dispute, "MANAGER")).as("%s", kind).hasSize(climbs ? 1 : 0);
      assertThat(kind.duty() && !climbs).as("a duty always climbs: %s", kind).isFalse();
    });
  }

  private Dispute onFile(String number, String[] row) {
    Dispute dispute = Cases.in(number, DisputeTrack.valueOf(row[1]), DisputeStage.valueOf(row[2]),
        row[3].equals("-") ? null : LadderLevel.valueOf(row[3]), Cases.dates(row[5]));
    current.actingAs("reviewer", () -> new TransactionTemplate(transactions).execute(status -> {
      disputes.insert(dispute, Box.of(new Envelope(109.2, 109.3, 22.4, 22.5)), List.of(), List.of());
      audit.record("DISPUTE_OPENED", "dispute", dispute.id());
      return dispute;
    }));
    return dispute;
  }

  private LocalDate end(ClockKind kind, Dispute dispute) {
    return Clocks.of(dispute, calendar.load(), clock.today()).stream().filter(each -> each.kind() == kind).findFirst()
        .orElseThrow().earliestEnd();
  }

  private List<String> told(ClockKind kind, Dispute dispute, String level) {
    return jdbc.sql("""
        select coalesce(username, role) from reminder
        where kind = 'CASE' and subject_id = :id and clock = :clock and level = :level and closed_on is null
        """).param("id", dispute.id()).param("clock", kind.name()).param("level", level).query(String.class).list();
  }
}
