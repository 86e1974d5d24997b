package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jieshi.identity.Role;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.registration.gates.Rule;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/** Every pair of state and step, with its outcome. */
class ActionTableTest {

  private static final TitleFacts NOTHING = TitleFacts.NONE;

  /** The state each step leads to; {@code .} is a refusal, {@code =} stays, {@code <} goes back to where it was. */
  private static final String TABLE = """
      state           record-survey publish-notice review   approve         decide-in-meeting consult   register   certify   suspend   resume reject   withdraw  settle-fees exempt-fees decide-land-use refund-fees point-boundary fill-form propose-override confirm-override end-override
      APPLIED         SURVEYED      .              .        .               .                 .         .          .         SUSPENDED .      REJECTED WITHDRAWN =           =           .               =           .              .         =                =                =
      SURVEYED        SURVEYED      NOTICED        .        .               .                 .         .          .         SUSPENDED .      REJECTED WITHDRAWN =           =           =               =           =              =         =                =                =
      NOTICED         SURVEYED      NOTICED        REVIEWED .               .                 .         .          .         SUSPENDED .      REJECTED WITHDRAWN =           =           =               =           =              .         =                =                =
      REVIEWED        SURVEYED      .              .        LEADER_APPROVED MEETING_DECIDED   .         .          .         SUSPENDED .      REJECTED WITHDRAWN =           =           =               =           =              .         =                =                =
      LEADER_APPROVED SURVEYED      .              .        .               MEETING_DECIDED   CONSULTED .          .         SUSPENDED .      REJECTED WITHDRAWN =           =           =               =           =              .         =                =                =
      MEETING_DECIDED SURVEYED      .              .        .               .                 CONSULTED .          .         SUSPENDED .      REJECTED WITHDRAWN =           =           =               =           =              .         =                =                =
      CONSULTED       SURVEYED      .              .        .               MEETING_DECIDED   CONSULTED REGISTERED .         SUSPENDED .      REJECTED WITHDRAWN =           =           =               =           =              .         =                =                =
      REGISTERED      .             .              .        .               .                 .         .          CERTIFIED SUSPENDED .      REJECTED .         =           =           .               =           .              .         =                =                =
      CERTIFIED       .             .              .        .               .                 .         .          .         .         .      .        .         .           .           .               =           .              .         .                .                .
      SUSPENDED       .             .              .        .               .                 .         .          .         .         <      REJECTED WITHDRAWN =           =           =               =           =              .         =                =                =
      REJECTED        .             .              .        .               .                 .         .          .         .         .      .        .         .           .           .               =           .              .         .                .                .
      WITHDRAWN       .             .              .        .               .                 .         .          .         .         .      .        .         .           .           .               =           .              .         .                .                .
      """;

  static Stream<Arguments> everyPair() {
    List<String[]> rows = TABLE.lines().map(line -> line.strip().split("\\s+")).toList();
    List<Arguments> pairs = new ArrayList<>();
    for (String[] row : rows.subList(1, rows.size())) {
      for (int column = 1; column < row.length; column++) {
        pairs.add(Arguments.of(ApplicationState.valueOf(row[0]), rows.get(0)[column], row[column]));
      }
    }
    return pairs.stream();
  }

  @Test
  void theTableNamesEveryStateAndEveryStep() {
    assertThat(everyPair()).hasSize(ApplicationState.values().length * Action.values().length);
    assertThat(everyPair().map(pair -> pair.get()[1]).distinct())
        .containsExactlyElementsOf(Arrays.stream(Action.values()).map(Action::path).toList());
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("everyPair")
  void eachStateAndStepHasItsOutcome(ApplicationState state, String path, String outcome) {
    Action action = Action.ofPath(path).orElseThrow();
    Application application = in(state, ApplicationState.NOTICED);

    if (outcome.equals(".")) {
      assertThat(application.refusal(action)).get().satisfies(problem -> {
        assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICTING_STATE);
        assertThat(problem.detail().en()).isEqualTo("Application 申2012-0001 is %s: %s is not possible now."
            .formatted(state.title().en(), path));
      });
      assertThatThrownBy(() -> take(application, action)).isInstanceOf(ProblemException.class);
      assertThat(application.state()).isEqualTo(state);
      return;
    }
    assertThat(application.refusal(action)).isEmpty();
    take(application, action);
    assertThat(application.state()).isEqualTo(switch (outcome) {
      case "=" -> state;
      case "<" -> ApplicationState.NOTICED;
      default -> ApplicationState.valueOf(outcome);
    });
  }

  @ParameterizedTest
  @EnumSource(value = ApplicationState.class, names = {"APPLIED", "SURVEYED", "NOTICED", "REVIEWED", "LEADER_APPROVED",
      "MEETING_DECIDED", "CONSULTED", "REGISTERED"})
  void aSuspendedApplicationGoesOnWhereItStopped(ApplicationState state) {
    Application application = in(state, null);

    application.suspend(Cause.DISPUTE);
    application.resume();

    assertThat(application.state()).isEqualTo(state);
    assertThat(application.suspension()).isNull();
  }

  @Test
  void afterTheEntryInTheRegisterNothingIsWithdrawnNotEvenByWayOfASuspension() {
    Application application = in(ApplicationState.SUSPENDED, ApplicationState.REGISTERED);

    assertThat(application.refusal(Action.WITHDRAW)).isPresent();
    assertThat(application.refusal(Action.REJECT)).isEmpty();
  }

  @Test
  void aNewSurveyThrowsAwayWhoReviewedAndApprovedTheOldOne() {
    Application application = in(ApplicationState.CONSULTED, null);

    application.recordSurvey("another", NOTHING);

    assertThat(application.surveyor()).isEqualTo("another");
    assertThat(application.reviewer()).isNull();
    assertThat(application.approver()).isNull();
  }

  @Test
  void theEntryInTheRegisterHasItsDay() {
    Application application = in(ApplicationState.CONSULTED, null);

    application.register(LocalDate.of(2012, 6, 1));

    assertThat(application.registeredOn()).isEqualTo("2012-06-01");
  }

  @Test
  void everyStepHasExactlyTheGatesOfTheProcedure() {
    Map<String, String> gates = new HashMap<>();
    for (Action action : Action.values()) {
      gates.put(action.path(), String.join(" ", action.gates().stream().map(Rule::id).sorted().toList()));
    }
    assertThat(gates).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
        Map.entry("record-survey", ""), Map.entry("publish-notice", "W1 W2 W4"), Map.entry("review", "W1 W2 W4"),
        Map.entry("approve", "W1 W2 W4 W5"), Map.entry("decide-in-meeting", "W1 W2 W4 W5"),
        Map.entry("consult", "W1 W2 W4 W5"), Map.entry("register", "W1 W2 W3 W4 W5 W6 W7"),
        Map.entry("certify", "W1 W2 W3 W4 W5 W6 W7"), Map.entry("suspend", ""), Map.entry("resume", "W2"),
        Map.entry("reject", ""), Map.entry("withdraw", ""), Map.entry("settle-fees", ""),
        Map.entry("exempt-fees", ""), Map.entry("decide-land-use", ""), Map.entry("refund-fees", ""), Map.entry("point-boundary", ""), Map.entry("fill-form", ""), Map.entry("propose-override", ""), Map.entry("confirm-override", ""),
        Map.entry("end-override", "")));
    assertThat(Action.PUBLISH_NOTICE.gates()).contains(Rule.NOTICE_POSSIBLE);
    assertThat(Action.REVIEW.gates()).contains(Rule.NOTICE_RUN);
  }

  @Test
  void administratorsAndManagersTakeNoStep() {
    assertThat(Arrays.stream(Action.values())
        .filter(action -> action.isFor(Role.ADMINISTRATOR) || action.isFor(Role.MANAGER))).isEmpty();
  }

  private static void take(Application application, Action action) {
    switch (action) {
      case RECORD_SURVEY -> application.recordSurvey("surveyor", NOTHING);
      case PUBLISH_NOTICE -> application.publishNotice();
      case REVIEW -> application.review("reviewer");
      case APPROVE -> application.approve("approver");
      case DECIDE_IN_MEETING -> application.decideInMeeting("approver");
      case CONSULT -> application.consult();
      case REGISTER -> application.register(LocalDate.of(2012, 6, 1));
      case CERTIFY -> application.certify();
      case SUSPEND -> application.suspend(Cause.DISPUTE);
      case RESUME -> application.resume();
      case REJECT -> application.reject();
      case WITHDRAW -> application.withdraw();
      case FILL_FORM -> application.restate(NOTHING);
      case SETTLE_FEES, EXEMPT_FEES, DECIDE_LAND_USE, REFUND_FEES, POINT_BOUNDARY, PROPOSE_OVERRIDE, CONFIRM_OVERRIDE, END_OVERRIDE -> application.refusal(action).ifPresent(problem -> {
        throw problem.asException();
      });
    }
  }

  private static Application in(ApplicationState state, @Nullable ApplicationState suspendedFrom) {
    Suspension suspension = state == ApplicationState.SUSPENDED ? new Suspension(suspendedFrom, Cause.DISPUTE) : null;
    return new Application("A2012-0001", "申2012-0001", 1, "450721001002GN00001", LocalDate.of(2012, 3, 5), "surveyor",
        1, state, suspension, "surveyor", "reviewer", "approver", NOTHING, null);
  }
}
