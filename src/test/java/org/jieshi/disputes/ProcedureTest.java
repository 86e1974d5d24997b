package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProcedureTest {

  private static final LocalDate DAY = LocalDate.of(2013, 4, 1);
  private static final WorkingDays CALENDAR = new WorkingDays(Set.of(2012, 2013), Map.of());

  /** Each track and stage with everything that is possible in it; what is not named is refused. */
  private static final String TABLE = """
      OWNERSHIP OPENED              ASSIGN RECUSE ACCEPT REJECT WITHDRAW NOTE
      OWNERSHIP ACCEPTED            ASSIGN RECUSE COPY EXTEND PARK WITHDRAW NOTE
      OWNERSHIP COPIED              ASSIGN RECUSE ANSWER MEDIATE EXTEND PARK WITHDRAW NOTE
      OWNERSHIP ANSWERED            ASSIGN RECUSE MEDIATE EXTEND PARK WITHDRAW NOTE
      OWNERSHIP MEDIATION           ASSIGN RECUSE ANSWER SESSION ESCALATE EXTEND REPORT AGREE DECIDE PARK WITHDRAW NOTE
      OWNERSHIP AGREED              SERVE CLOSE NOTE
      OWNERSHIP DECIDED             SERVE ESCALATE CLOSE NOTE
      OWNERSHIP RESTITUTION_ORDERED
      OWNERSHIP RECOVERED
      OWNERSHIP CLOSED
      OWNERSHIP NOT_ACCEPTED
      OWNERSHIP WITHDRAWN
      DOUBLE_CERTIFICATE OPENED     ASSIGN RECUSE ACCEPT REJECT WITHDRAW NOTE OBJECT SUE
      DOUBLE_CERTIFICATE ACCEPTED   ASSIGN RECUSE COPY EXTEND PARK WITHDRAW NOTE OBJECT SUE
      DOUBLE_CERTIFICATE COPIED     ASSIGN RECUSE ANSWER MEDIATE EXTEND PARK WITHDRAW NOTE OBJECT SUE
      DOUBLE_CERTIFICATE ANSWERED   ASSIGN RECUSE MEDIATE EXTEND PARK WITHDRAW NOTE OBJECT SUE
      DOUBLE_CERTIFICATE MEDIATION  ASSIGN RECUSE ANSWER SESSION ESCALATE EXTEND REPORT AGREE DECIDE PARK WITHDRAW NOTE OBJECT SUE
      DOUBLE_CERTIFICATE AGREED     SERVE CLOSE NOTE
      DOUBLE_CERTIFICATE DECIDED    SERVE ESCALATE CLOSE NOTE OBJECT SUE
      DOUBLE_CERTIFICATE RESTITUTION_ORDERED
      DOUBLE_CERTIFICATE RECOVERED
      DOUBLE_CERTIFICATE CLOSED
      DOUBLE_CERTIFICATE NOT_ACCEPTED
      DOUBLE_CERTIFICATE WITHDRAWN
      TRESPASS OPENED               ASSIGN RECUSE ACCEPT REJECT WITHDRAW NOTE
      TRESPASS ACCEPTED             ASSIGN RECUSE SESSION ORDER WITHDRAW NOTE
      TRESPASS COPIED
      TRESPASS ANSWERED
      TRESPASS MEDIATION
      TRESPASS AGREED
      TRESPASS DECIDED
      TRESPASS RESTITUTION_ORDERED  ASSIGN RECUSE SESSION ORDER RECOVER WITHDRAW NOTE
      TRESPASS RECOVERED            CLOSE NOTE
      TRESPASS CLOSED
      TRESPASS NOT_ACCEPTED
      TRESPASS WITHDRAWN
      CONTRACT OPENED
      CONTRACT ACCEPTED
      CONTRACT COPIED
      CONTRACT ANSWERED
      CONTRACT MEDIATION
      CONTRACT AGREED
      CONTRACT DECIDED
      CONTRACT RESTITUTION_ORDERED
      CONTRACT RECOVERED
      CONTRACT CLOSED
      CONTRACT NOT_ACCEPTED
      CONTRACT WITHDRAWN
      """;

  static Stream<Arguments> table() {
    return TABLE.lines().map(line -> line.split("\\s+")).map(words -> Arguments.of(DisputeTrack.valueOf(words[0]),
        DisputeStage.valueOf(words[1]),
        Arrays.stream(words).skip(2).map(DisputeAction::valueOf).toList()));
  }

  @Test
  void theTableNamesEveryTrackAndStage() {
    assertThat(table().map(row -> row.get()[0] + " " + row.get()[1]).distinct())
        .hasSize(DisputeTrack.values().length * DisputeStage.values().length);
  }

  @ParameterizedTest
  @MethodSource("table")
  void whatTheTableNamesIsPossibleAndEverythingElseIsRefused(DisputeTrack track, DisputeStage stage,
      List<DisputeAction> possible) {
    assertThat(Procedure.possible(track, stage)).containsExactlyInAnyOrderElementsOf(possible);

    Dispute dispute = Cases.in(track, stage, null, Map.of(Milestone.OPENED, DAY));
    for (DisputeAction action : EnumSet.complementOf(enumSetOf(possible))) {
      assertThatThrownBy(() -> Procedure.require(dispute, action, List.of()))
          .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
          .extracting(refusal -> refusal.problem().code()).as("%s %s %s", track, stage, action)
          .isEqualTo(ProblemCode.CONFLICTING_STATE);
    }
  }

  @Test
  void aRefusalSaysWhereTheCaseStandsAndWhatIsPossibleInstead() {
    Dispute dispute = Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.OPENED, null, Map.of(Milestone.OPENED, DAY));

    assertThatThrownBy(() -> Procedure.require(dispute, DisputeAction.AGREE, List.of()))
        .hasMessage("CONFLICTING_STATE: Case D2013-0001 is opened: it is not possible to enter the agreement now. "
            + "Possible: assign, accept, reject, withdraw, recuse, note.");
  }

  @Test
  void aClosedFileOffersNothing() {
    assertThatThrownBy(() -> Procedure.require(
        Cases.in(DisputeTrack.OWNERSHIP, DisputeStage.CLOSED, null, Map.of(Milestone.OPENED, DAY)),
        DisputeAction.NOTE, List.of())).hasMessageEndingWith("Possible: nothing, the file is closed.");
  }

  static Stream<Arguments> obstacles() {
    return Stream.of(
        Arguments.of("COPIED", null, "OPENED 2013-04-01, ACCEPTED 2013-04-01, COPIED 2013-04-02", "2013-05-02",
            "MEDIATE", "The respondent may still answer until 2013-05-02"),
        Arguments.of("COPIED", null, "OPENED 2013-04-01, ACCEPTED 2013-04-01, COPIED 2013-04-02", "2013-05-03",
            "MEDIATE", null),
        Arguments.of("MEDIATION", "TOWN", "OPENED 2013-04-01, ANSWERED 2013-04-02", "2013-05-03", "ANSWER",
            "The answer is entered already"),
        Arguments.of("MEDIATION", "COUNTY", "OPENED 2013-04-01", "2013-05-03", "DECIDE", "Mediation comes first"),
        Arguments.of("MEDIATION", "DECISION", "OPENED 2013-04-01", "2013-05-03", "DECIDE", null),
        Arguments.of("MEDIATION", "DECISION", "OPENED 2013-04-01", "2013-05-03", "ESCALATE",
            "The case waits for the decision on this level"),
        Arguments.of("MEDIATION", "COUNTY", "OPENED 2013-04-01", "2013-05-03", "REPORT", "A case is reported once"),
        Arguments.of("MEDIATION", "REVIEW", "OPENED 2013-04-01, DECIDED 2013-05-01", "2013-05-03", "WITHDRAW",
            "A decision was made"),
        Arguments.of("AGREED", "VILLAGE", "OPENED 2013-04-01, AGREED 2013-05-02", "2013-05-03", "CLOSE",
            "The document was not served on the parties yet"),
        Arguments.of("AGREED", "VILLAGE", "OPENED 2013-04-01, AGREED 2013-05-02, SERVED 2013-05-03", "2013-05-03",
            "CLOSE", null),
        Arguments.of("DECIDED", "DECISION", "OPENED 2013-04-01, DECIDED 2013-05-02, SERVED 2013-05-06", "2013-07-05",
            "CLOSE", "The parties may still turn to review or court until 2013-07-05"),
        Arguments.of("DECIDED", "DECISION", "OPENED 2013-04-01, DECIDED 2013-05-02, SERVED 2013-05-06", "2013-07-06",
            "CLOSE", null),
        Arguments.of("DECIDED", "REVIEW", "OPENED 2013-04-01, DECIDED 2013-05-02, SERVED 2013-05-06", "2013-05-21",
            "CLOSE", "The parties may still turn to review or court until 2013-05-21"),
        Arguments.of("DECIDED", "DECISION", "OPENED 2013-04-01, DECIDED 2013-12-02, SERVED 2013-12-06", "2014-03-01",
            "CLOSE", "The parties may still turn to review or court, nobody can say until when: The working-day "
                + "calendar of 2014 is missing"),
        Arguments.of("DECIDED", "COURT", "OPENED 2013-04-01, DECIDED 2013-05-02, SERVED 2013-05-06", "2013-05-06",
            "ESCALATE", "The court has decided"));
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void whatElseStandsInTheWayIsSaid(DisputeStage stage, @Nullable LadderLevel level, String dates, LocalDate today,
      DisputeAction action, @Nullable String obstacle) {
    Dispute dispute = Cases.in(DisputeTrack.OWNERSHIP, stage, level, Cases.dates(dates));
    List<CaseClock> clocks = Clocks.of(dispute, CALENDAR, today);

    assertThat(Procedure.possible(dispute, clocks).contains(action)).isEqualTo(obstacle == null);
    if (obstacle != null) {
      assertThatThrownBy(() -> Procedure.require(dispute, action, clocks)).hasMessageContaining(obstacle);
    }
  }

  static Stream<Arguments> objectionRegistrations() {
    return Stream.of(
        Arguments.of("OPENED 2013-04-01", "2013-04-02", "OBJECT", null),
        Arguments.of("OPENED 2013-04-01, OBJECTION_REGISTERED 2013-04-02", "2013-04-02", "OBJECT",
            "The objection is registered"),
        Arguments.of("OPENED 2013-04-01", "2013-04-02", "SUE", "No objection is registered"),
        Arguments.of("OPENED 2013-04-01, OBJECTION_REGISTERED 2013-04-02", "2013-04-17", "SUE", null),
        Arguments.of("OPENED 2013-04-01, OBJECTION_REGISTERED 2013-04-02", "2013-04-18", "SUE",
            "The objection registration has lapsed"),
        Arguments.of("OPENED 2013-04-01, OBJECTION_REGISTERED 2013-04-02, SUIT_FILED 2013-04-10", "2013-04-18", "SUE",
            "The suit is entered already"));
  }

  @ParameterizedTest
  @MethodSource("objectionRegistrations")
  void anObjectionRegistrationNeedsItsSuit(String dates, LocalDate today, DisputeAction action,
      @Nullable String obstacle) {
    Dispute dispute = Cases.in(DisputeTrack.DOUBLE_CERTIFICATE, DisputeStage.OPENED, null, Cases.dates(dates));
    List<CaseClock> clocks = Clocks.of(dispute, CALENDAR, today);

    assertThat(Procedure.possible(dispute, clocks).contains(action)).isEqualTo(obstacle == null);
    if (obstacle != null) {
      assertThatThrownBy(() -> Procedure.require(dispute, action, clocks)).hasMessageContaining(obstacle);
    }
  }

  private static EnumSet<DisputeAction> enumSetOf(List<DisputeAction> actions) {
    return actions.isEmpty() ? EnumSet.noneOf(DisputeAction.class) : EnumSet.copyOf(actions);
  }
}
