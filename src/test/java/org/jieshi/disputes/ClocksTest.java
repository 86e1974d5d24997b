package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the calendars of 2012 and 2013 as far as the rows need them; that of 2014 is not there. */
class ClocksTest {

  private static final WorkingDays CALENDAR = of2012And2013();

  /** The clocks of the domain sheet §6, all of them: length, unit, whether somebody must act, from when. */
  private static final String LAW = """
      ACCEPTANCE              7 WORKING_DAYS duty  OPENED
      COPY                    5 WORKING_DAYS duty  ACCEPTED
      ANSWER                 30 DAYS         right COPIED
      INVESTIGATION           6 MONTHS       duty  ACCEPTED
      REPORT                  5 WORKING_DAYS duty  OPINION
      MEDIATION_DOCUMENT     15 DAYS         duty  AGREED
      JUDICIAL_CONFIRMATION  30 DAYS         right AGREED
      ADMINISTRATIVE_REVIEW  60 DAYS         right SERVED
      DIRECT_SUIT            30 DAYS         right SERVED
      SUIT_AFTER_REVIEW      15 DAYS         right SERVED
      OBJECTION_REGISTRATION 15 DAYS         right OBJECTION_REGISTERED
      RESTITUTION             0 SET_DAY      duty  ORDERED
      """;

  /** Every clock, over weekends, holidays, make-up days and the end of the year. */
  private static final String TABLE = """
      # track     | stage     | level    | clock                 | dates                                                              | today      | deadline   | state
      OWNERSHIP   | OPENED    | -        | ACCEPTANCE            | OPENED 2013-04-01                                                  | 2013-04-11 | 2013-04-11 | RUNNING
      OWNERSHIP   | OPENED    | -        | ACCEPTANCE            | OPENED 2013-04-01                                                  | 2013-04-12 | 2013-04-11 | OVERDUE
      OWNERSHIP   | ACCEPTED  | -        | ACCEPTANCE            | OPENED 2013-04-01, ACCEPTED 2013-04-11                             | 2013-09-01 | 2013-04-11 | MET
      OWNERSHIP   | NOT_ACCEPTED | -     | ACCEPTANCE            | OPENED 2013-04-01, ENDED 2013-04-11                                | 2013-09-01 | 2013-04-11 | MET
      OWNERSHIP   | WITHDRAWN | -        | ACCEPTANCE            | OPENED 2013-04-01, ENDED 2013-04-11                                | 2013-09-01 | 2013-04-11 | STOPPED
      TRESPASS    | OPENED    | -        | ACCEPTANCE            | OPENED 2013-04-27                                                  | 2013-05-02 | 2013-05-09 | RUNNING
      OWNERSHIP   | OPENED    | -        | ACCEPTANCE            | OPENED 2012-12-27                                                  | 2013-01-08 | 2013-01-08 | RUNNING
      OWNERSHIP   | OPENED    | -        | ACCEPTANCE            | OPENED 2013-12-26                                                  | 2014-01-02 | -          | RUNNING
      OWNERSHIP   | OPENED    | -        | ACCEPTANCE            | OPENED 2013-12-26                                                  | 2014-01-03 | -          | UNKNOWN
      OWNERSHIP   | ACCEPTED  | -        | COPY                  | OPENED 2013-09-16, ACCEPTED 2013-09-17                             | 2013-09-25 | 2013-09-25 | RUNNING
      OWNERSHIP   | ACCEPTED  | -        | COPY                  | OPENED 2013-09-16, ACCEPTED 2013-09-17                             | 2013-09-26 | 2013-09-25 | OVERDUE
      OWNERSHIP   | COPIED    | -        | ANSWER                | OPENED 2013-08-26, ACCEPTED 2013-08-27, COPIED 2013-09-01          | 2013-10-08 | 2013-10-08 | RUNNING
      OWNERSHIP   | COPIED    | -        | ANSWER                | OPENED 2013-08-26, ACCEPTED 2013-08-27, COPIED 2013-09-01          | 2013-10-09 | 2013-10-08 | LAPSED
      OWNERSHIP   | MEDIATION | TOWN     | ANSWER                | OPENED 2013-08-26, COPIED 2013-09-01, ANSWERED 2013-10-20          | 2013-10-20 | 2013-10-08 | MET
      OWNERSHIP   | ACCEPTED  | -        | INVESTIGATION         | OPENED 2013-04-01, ACCEPTED 2013-04-01                             | 2013-10-08 | 2013-10-08 | RUNNING
      OWNERSHIP   | ACCEPTED  | -        | INVESTIGATION         | OPENED 2013-04-01, ACCEPTED 2013-04-01                             | 2013-10-09 | 2013-10-08 | OVERDUE
      OWNERSHIP   | ACCEPTED  | -        | INVESTIGATION         | OPENED 2012-08-30, ACCEPTED 2012-08-31                             | 2013-02-28 | 2013-02-28 | RUNNING
      OWNERSHIP   | ACCEPTED  | -        | INVESTIGATION         | OPENED 2013-08-01, ACCEPTED 2013-08-01                             | 2014-02-01 | -          | RUNNING
      OWNERSHIP   | ACCEPTED  | -        | INVESTIGATION         | OPENED 2013-04-01, ACCEPTED 2013-04-01, INVESTIGATION_UNTIL 2014-01-01 | 2013-12-31 | 2014-01-01 | RUNNING
      OWNERSHIP   | MEDIATION | DECISION | INVESTIGATION         | OPENED 2013-04-01, ACCEPTED 2013-04-01, OPINION 2013-07-01         | 2013-12-31 | 2013-10-08 | MET
      OWNERSHIP   | MEDIATION | DECISION | REPORT                | OPENED 2013-04-01, OPINION 2013-06-06                              | 2013-06-14 | 2013-06-14 | RUNNING
      OWNERSHIP   | MEDIATION | DECISION | REPORT                | OPENED 2013-04-01, OPINION 2013-06-06, REPORTED 2013-06-17         | 2013-06-18 | 2013-06-14 | MET
      OWNERSHIP   | DECIDED   | DECISION | REPORT                | OPENED 2013-04-01, OPINION 2013-06-06, DECIDED 2013-06-13          | 2013-07-18 | 2013-06-14 | STOPPED
      OWNERSHIP   | AGREED    | VILLAGE  | MEDIATION_DOCUMENT    | OPENED 2013-04-01, AGREED 2013-09-20                               | 2013-10-08 | 2013-10-08 | RUNNING
      OWNERSHIP   | AGREED    | VILLAGE  | MEDIATION_DOCUMENT    | OPENED 2013-04-01, AGREED 2013-09-20                               | 2013-10-09 | 2013-10-08 | OVERDUE
      OWNERSHIP   | AGREED    | VILLAGE  | JUDICIAL_CONFIRMATION | OPENED 2013-04-01, AGREED 2013-05-06                               | 2013-06-05 | 2013-06-05 | RUNNING
      OWNERSHIP   | AGREED    | VILLAGE  | JUDICIAL_CONFIRMATION | OPENED 2013-04-01, AGREED 2013-05-06                               | 2013-06-06 | 2013-06-05 | LAPSED
      OWNERSHIP   | DECIDED   | DECISION | ADMINISTRATIVE_REVIEW | OPENED 2013-04-01, DECIDED 2013-07-25, SERVED 2013-08-04           | 2013-10-08 | 2013-10-08 | RUNNING
      OWNERSHIP   | DECIDED   | DECISION | DIRECT_SUIT           | OPENED 2013-04-01, DECIDED 2013-07-25, SERVED 2013-08-01           | 2013-09-03 | 2013-09-02 | LAPSED
      OWNERSHIP   | DECIDED   | REVIEW   | SUIT_AFTER_REVIEW     | OPENED 2013-04-01, DECIDED 2013-09-10, SERVED 2013-09-16           | 2013-10-02 | 2013-10-08 | RUNNING
      DOUBLE_CERTIFICATE | ACCEPTED | - | OBJECTION_REGISTRATION | OPENED 2013-04-01, OBJECTION_REGISTERED 2013-09-20              | 2013-10-08 | 2013-10-08 | RUNNING
      DOUBLE_CERTIFICATE | ACCEPTED | - | OBJECTION_REGISTRATION | OPENED 2013-04-01, OBJECTION_REGISTERED 2013-09-20              | 2013-10-09 | 2013-10-08 | LAPSED
      DOUBLE_CERTIFICATE | ACCEPTED | - | OBJECTION_REGISTRATION | OPENED 2013-04-01, OBJECTION_REGISTERED 2013-05-06, SUIT_FILED 2013-05-20 | 2013-12-01 | 2013-05-21 | MET
      DOUBLE_CERTIFICATE | ACCEPTED | - | OBJECTION_REGISTRATION | OPENED 2013-04-01, OBJECTION_REGISTERED 2013-12-20              | 2014-01-05 | -          | UNKNOWN
      OWNERSHIP   | AGREED    | VILLAGE  | MEDIATION_DOCUMENT    | OPENED 2013-04-01, AGREED 2013-05-06                               | 2013-05-21 | 2013-05-21 | RUNNING
      OWNERSHIP   | DECIDED   | DECISION | ADMINISTRATIVE_REVIEW | OPENED 2013-04-01, DECIDED 2013-10-25, SERVED 2013-11-05           | 2014-01-06 | -          | UNKNOWN
      OWNERSHIP   | DECIDED   | DECISION | DIRECT_SUIT           | OPENED 2013-04-01, DECIDED 2013-10-25, SERVED 2013-12-01           | 2013-12-31 | 2013-12-31 | RUNNING
      OWNERSHIP   | DECIDED   | REVIEW   | SUIT_AFTER_REVIEW     | OPENED 2012-04-01, DECIDED 2012-12-10, SERVED 2012-12-18           | 2013-01-04 | 2013-01-04 | RUNNING
      OWNERSHIP   | DECIDED   | REVIEW   | SUIT_AFTER_REVIEW     | OPENED 2012-04-01, DECIDED 2012-12-10, SERVED 2012-12-18           | 2013-01-05 | 2013-01-04 | LAPSED
      TRESPASS    | RESTITUTION_ORDERED | - | RESTITUTION        | OPENED 2013-04-01, ORDERED 2013-05-06, RESTITUTION_BY 2013-10-01   | 2013-10-01 | 2013-10-01 | RUNNING
      TRESPASS    | RESTITUTION_ORDERED | - | RESTITUTION        | OPENED 2013-04-01, ORDERED 2013-05-06, RESTITUTION_BY 2013-10-01   | 2013-10-02 | 2013-10-01 | OVERDUE
      TRESPASS    | RECOVERED | -        | RESTITUTION           | OPENED 2013-04-01, ORDERED 2013-05-06, RESTITUTION_BY 2013-10-01, RECOVERED 2013-10-09 | 2013-12-01 | 2013-10-01 | MET
      OWNERSHIP   | COPIED    | -        | ANSWER                | OPENED 2012-11-20, COPIED 2012-12-02                               | 2013-01-04 | 2013-01-04 | RUNNING
      OWNERSHIP   | ACCEPTED  | -        | COPY                  | OPENED 2012-12-20, ACCEPTED 2012-12-28                             | 2013-01-07 | 2013-01-07 | RUNNING
      OWNERSHIP   | ACCEPTED  | -        | COPY                  | OPENED 2013-09-16, ACCEPTED 2013-09-17, COPIED 2013-09-25          | 2013-12-26 | 2013-09-25 | MET
      OWNERSHIP   | MEDIATION | DECISION | REPORT                | OPENED 2012-04-01, OPINION 2012-12-31                              | 2013-01-09 | 2013-01-08 | OVERDUE
      OWNERSHIP   | AGREED    | VILLAGE  | MEDIATION_DOCUMENT    | OPENED 2012-04-01, AGREED 2012-12-19                               | 2013-01-04 | 2013-01-04 | RUNNING
      OWNERSHIP   | AGREED    | VILLAGE  | MEDIATION_DOCUMENT    | OPENED 2013-04-01, AGREED 2013-09-20, SERVED 2013-09-22            | 2013-12-01 | 2013-10-08 | MET
      OWNERSHIP   | AGREED    | VILLAGE  | JUDICIAL_CONFIRMATION | OPENED 2012-04-01, AGREED 2012-12-02                               | 2013-01-05 | 2013-01-04 | LAPSED
      OWNERSHIP   | DECIDED   | DECISION | ADMINISTRATIVE_REVIEW | OPENED 2012-04-01, DECIDED 2012-10-25, SERVED 2012-11-03           | 2013-01-04 | 2013-01-04 | RUNNING
      OWNERSHIP   | DECIDED   | DECISION | ADMINISTRATIVE_REVIEW | OPENED 2012-04-01, DECIDED 2012-10-25, SERVED 2012-11-03           | 2013-01-05 | 2013-01-04 | LAPSED
      OWNERSHIP   | DECIDED   | DECISION | DIRECT_SUIT           | OPENED 2012-04-01, DECIDED 2012-10-25, SERVED 2012-12-02           | 2013-01-04 | 2013-01-04 | RUNNING
      DOUBLE_CERTIFICATE | ACCEPTED | - | OBJECTION_REGISTRATION | OPENED 2012-04-01, OBJECTION_REGISTERED 2012-12-18              | 2013-01-04 | 2013-01-04 | RUNNING
      TRESPASS    | RESTITUTION_ORDERED | - | RESTITUTION        | OPENED 2012-04-01, ORDERED 2012-12-01, RESTITUTION_BY 2013-01-01   | 2013-01-02 | 2013-01-01 | OVERDUE
      """;

  @ParameterizedTest(name = "{0} {3} on {4}: {5} {6}")
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = TABLE)
  void aClockEndsWhenTheLawSays(DisputeTrack track, DisputeStage stage, LadderLevel level, ClockKind kind,
      String dates, LocalDate today, LocalDate deadline, ClockState state) {
    CaseClock clock = clock(Cases.in(track, stage, level, Cases.dates(dates)), kind, today);

    assertThat(clock.deadline()).isEqualTo(deadline);
    assertThat(clock.state()).isEqualTo(state);
  }

  @Test
  void theClocksAreThoseOfTheLaw() {
    assertThat(LAW.lines().map(line -> line.strip().split("\\s+")).map(words -> words[0] + " " + words[1] + " "
        + words[2] + " " + words[3])).containsExactlyElementsOf(Arrays.stream(ClockKind.values())
            .map(kind -> "%s %d %s %s".formatted(kind, kind.length(), kind.unit(), kind.duty() ? "duty" : "right"))
            .toList());
  }

  /** No clock is left out of the table: each is seen running, ended, met where it can be, and begun by its own event. */
  @Test
  void theTableWalksEveryClock() {
    Map<ClockKind, Set<ClockState>> seen = new EnumMap<>(ClockKind.class);
    TABLE.lines().filter(line -> !line.strip().startsWith("#")).map(line -> line.split("\\|")).forEach(row ->
        seen.computeIfAbsent(ClockKind.valueOf(row[3].strip()), kind -> EnumSet.noneOf(ClockState.class))
            .add(ClockState.valueOf(row[7].strip())));
    for (ClockKind kind : ClockKind.values()) {
      assertThat(seen.get(kind)).as("%s", kind).contains(ClockState.RUNNING,
          kind.duty() ? ClockState.OVERDUE : ClockState.LAPSED);
      assertThat(seen.get(kind).contains(ClockState.MET) || !kind.duty()).as("%s met", kind).isTrue();
    }
    LAW.lines().map(line -> line.strip().split("\\s+")).forEach(words -> {
      DisputeTrack track = words[0].equals("RESTITUTION") ? DisputeTrack.TRESPASS : DisputeTrack.DOUBLE_CERTIFICATE;
      LadderLevel level = words[0].equals("SUIT_AFTER_REVIEW") ? LadderLevel.REVIEW
          : words[0].equals("JUDICIAL_CONFIRMATION") ? LadderLevel.TOWN : LadderLevel.DECISION;
      String before = words[4].equals("SERVED") ? "DECIDED 2013-04-01, " : words[4].equals("ORDERED")
          ? "RESTITUTION_BY 2013-05-01, " : "";
      assertThat(clock(Cases.in(track, DisputeStage.DECIDED, level, Cases.dates(before + words[4] + " 2013-04-02")),
          ClockKind.valueOf(words[0]), LocalDate.of(2013, 4, 2)).from()).as(words[0]).isEqualTo("2013-04-02");
    });
  }

  @Test
  void aMissingCalendarIsNamedInsteadOfGuessingTheDay() {
    CaseClock clock = clock(Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.OPENED, null,
        Cases.dates("OPENED 2013-12-26")), ClockKind.ACCEPTANCE, LocalDate.of(2014, 1, 10));

    assertThat(clock.deadline()).isNull();
    assertThat(clock.earliestEnd()).isEqualTo("2014-01-02");
    assertThat(clock.pressing()).isTrue();
    assertThat(clock.note().en()).isEqualTo(
        "The working-day calendar of 2014 is missing; an administrator must enter it.");
  }

  @Test
  void whatWasDoneTooLateIsMetLate() {
    Dispute dispute = Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.ACCEPTED, null,
        Cases.dates("OPENED 2013-04-01, ACCEPTED 2013-04-15"));

    CaseClock clock = clock(dispute, ClockKind.ACCEPTANCE, LocalDate.of(2013, 4, 20));

    assertThat(clock.state()).isEqualTo(ClockState.MET);
    assertThat(clock.late()).isTrue();
    assertThat(clock.pressing()).isFalse();
  }

  @Test
  void bothClocksOfADecisionRunSideBySide() {
    Dispute dispute = Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.DECIDED, LadderLevel.DECISION,
        Cases.dates("OPENED 2013-04-01, DECIDED 2013-07-25, SERVED 2013-08-01"));

    assertThat(Clocks.of(dispute, CALENDAR, LocalDate.of(2013, 8, 2))).extracting(CaseClock::kind)
        .contains(ClockKind.ADMINISTRATIVE_REVIEW, ClockKind.DIRECT_SUIT);
  }

  /** Both the 60-day and the 30-day clock warn before they end, each by itself. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      # today     | warned of
      2013-08-21  | -
      2013-08-22  | -
      2013-08-23  | DIRECT_SUIT
      2013-09-02  | DIRECT_SUIT
      2013-09-03  | -
      2013-09-14  | -
      2013-09-15  | ADMINISTRATIVE_REVIEW
      2013-09-30  | ADMINISTRATIVE_REVIEW
      2013-10-08  | -
      """)
  void aClockWarnsBeforeItsEnd(LocalDate today, @Nullable ClockKind warned) {
    Dispute dispute = Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.DECIDED, LadderLevel.DECISION,
        Cases.dates("OPENED 2013-04-01, ACCEPTED 2013-04-02, COPIED 2013-04-02, ANSWERED 2013-04-03, "
            + "OPINION 2013-07-01, REPORTED 2013-07-02, DECIDED 2013-07-25, SERVED 2013-08-01"));

    assertThat(Clocks.of(dispute, CALENDAR, today).stream().filter(clock -> clock.warns(today)).map(CaseClock::kind))
        .isEqualTo(warned == null ? List.of() : List.of(warned));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      # today     | urgency | days | tell
      2013-04-08  | DUE     |    3 | HANDLERS
      2013-04-11  | DUE     |    0 | HANDLERS
      2013-04-12  | OVERDUE |   -1 | LEADER
      2013-04-21  | OVERDUE |  -10 | LEADER
      2013-04-22  | OVERDUE |  -11 | MANAGER
      """)
  void whatStaysUndoneGoesUp(LocalDate today, CaseDeadline.Urgency urgency, long days, CaseDeadline.Tell tell) {
    Dispute dispute = Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.OPENED, null, Cases.dates("OPENED 2013-04-01"));

    CaseDeadline deadline = CaseDeadlines.deadline(dispute, clock(dispute, ClockKind.ACCEPTANCE, today), today);

    assertThat(deadline.urgency()).isEqualTo(urgency);
    assertThat(deadline.days()).isEqualTo(days);
    assertThat(deadline.tell()).isEqualTo(tell);
    assertThat(deadline.handlers()).containsExactly("mediator", "reviewer");
  }

  @Test
  void aContractQuarrelHasNoClockHere() {
    assertThat(Clocks.of(Cases.in(DisputeTrack.CONTRACT, DisputeStage.CLOSED, null, Cases.dates(
        "OPENED 2013-04-01, ENDED 2013-04-01")), CALENDAR, LocalDate.of(2013, 9, 1))).isEmpty();
  }

  private static CaseClock clock(Dispute dispute, ClockKind kind, LocalDate today) {
    return Clocks.of(dispute, CALENDAR, today).stream().filter(clock -> clock.kind() == kind).findFirst()
        .orElseThrow();
  }

  /** 国务院办公厅 国办发明电〔2012〕33号. */
  private static WorkingDays of2012And2013() {
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    for (String day : """
        off 2013-01-01, off 2013-01-02, off 2013-01-03, work 2013-01-05, work 2013-01-06,
        off 2013-04-04, off 2013-04-05, work 2013-04-07,
        work 2013-04-27, work 2013-04-28, off 2013-04-29, off 2013-04-30, off 2013-05-01,
        work 2013-06-08, work 2013-06-09, off 2013-06-10, off 2013-06-11, off 2013-06-12,
        off 2013-09-19, off 2013-09-20, work 2013-09-22, work 2013-09-29,
        off 2013-10-01, off 2013-10-02, off 2013-10-03, off 2013-10-04, off 2013-10-07, work 2013-10-12
        """.split(",\\s*")) {
      String[] words = day.strip().split(" ");
      exceptions.put(LocalDate.parse(words[1]), words[0].equals("work"));
    }
    return new WorkingDays(Set.of(2012, 2013), exceptions);
  }
}
