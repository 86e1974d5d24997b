package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieshi.registration.FilesInHand.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person states leads where its step leads, and the words stay on record. */
class PlainStepsTest {

  private static final LocalDate TODAY = LocalDate.of(2012, 6, 1);

  static Stream<Arguments> steps() {
    return Stream.of(
        Arguments.of(new Command.Review("同意"), ApplicationState.NOTICED, Map.of("opinion", "同意")),
        Arguments.of(new Command.Approve("批准"), ApplicationState.REVIEWED, Map.of("opinion", "批准")),
        Arguments.of(new Command.Register("见登记簿"), ApplicationState.CONSULTED, Map.of("note", "见登记簿")),
        Arguments.of(new Command.Register(null), ApplicationState.CONSULTED, Map.of()),
        Arguments.of(new Command.Suspend("权属争议", Cause.DISPUTE), ApplicationState.NOTICED,
            Map.of("reason", "权属争议", "cause", "DISPUTE")),
        Arguments.of(new Command.Reject("不符合条件"), ApplicationState.NOTICED, Map.of("reason", "不符合条件")),
        Arguments.of(new Command.Withdraw("申请人撤回"), ApplicationState.NOTICED, Map.of("reason", "申请人撤回")));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aStepLeadsWhereItsActionLeadsAndItsWordsAreRecorded(Command command, ApplicationState from,
      Map<String, String> recorded) {
    Application application = application(from);

    assertThat(PlainSteps.take(command, application, "zhang", TODAY)).isEqualTo(recorded);
    assertThat(application.state()).isEqualTo(command.action().to());
  }

  @Test
  void aSuspendedApplicationGoesOnWhereItStoppedAndTheReasonIsRecorded() {
    Application application = application(ApplicationState.SUSPENDED);

    assertThat(PlainSteps.take(new Command.Resume("争议已解决"), application, "zhang", TODAY))
        .isEqualTo(Map.of("reason", "争议已解决"));
    assertThat(application.state()).isEqualTo(ApplicationState.NOTICED);
  }

  /** W4 judges by these names: whoever takes the step holds its office. */
  @Test
  void whoeverReviewsOrApprovesIsOnRecordForIt() {
    Application reviewed = application(ApplicationState.NOTICED);
    Application approved = application(ApplicationState.REVIEWED);
    PlainSteps.take(new Command.Review("同意"), reviewed, "zhang", TODAY);
    PlainSteps.take(new Command.Approve("批准"), approved, "zhao", TODAY);

    assertThat(reviewed.reviewer()).isEqualTo("zhang");
    assertThat(reviewed.approver()).isEqualTo("approver");
    assertThat(approved.reviewer()).isEqualTo("reviewer");
    assertThat(approved.approver()).isEqualTo("zhao");
  }

  @Test
  void theEntryInTheRegisterIsOfTheDayItIsMade() {
    Application application = application(ApplicationState.CONSULTED);
    PlainSteps.take(new Command.Register(null), application, "zhang", TODAY);

    assertThat(application.registeredOn()).isEqualTo(TODAY);
  }

  @Test
  void theCauseOfASuspensionStaysWithTheApplication() {
    Application application = application(ApplicationState.REVIEWED);
    PlainSteps.take(new Command.Suspend("等待补正", Cause.OTHER), application, "zhang", TODAY);

    assertThat(application.suspension()).isEqualTo(new Suspension(ApplicationState.REVIEWED, Cause.OTHER));
  }

  @Test
  void aStepOutOfTurnIsRefused() {
    assertThatThrownBy(() -> PlainSteps.take(new Command.Approve("批准"), application(ApplicationState.NOTICED), "zhang",
        TODAY)).isInstanceOf(ProblemException.class);
  }

  @Test
  void aStepThatTakesMoreThanTheApplicationChangesNothingHere() {
    Application application = application(ApplicationState.REVIEWED);

    for (Command command : List.of(new Command.PublishNotice("场部公告栏"), new Command.Consult(null, null, null),
        new Command.DecideInMeeting("局务[2012]5号", TODAY, List.of("局长"), "同意"), new Command.EndOverride(1L, "不再需要"))) {
      assertThat(PlainSteps.take(command, application, "zhang", TODAY)).isNull();
      assertThat(application.state()).isEqualTo(ApplicationState.REVIEWED);
    }
  }
}
