package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationStateTest {

  @ParameterizedTest
  @CsvSource({"APPLIED, open, RECORD_SURVEY", "SURVEYED, open, PUBLISH_NOTICE", "NOTICED, open, REVIEW", "REVIEWED, open, APPROVE",
      "LEADER_APPROVED, open, CONSULT", "MEETING_DECIDED, open, CONSULT", "CONSULTED, open, REGISTER",
      "REGISTERED, open, CERTIFY", "SUSPENDED, parked, RESUME", "CERTIFIED, ended,", "REJECTED, without,", "WITHDRAWN, without,"})
  void eachStateIsOpenParkedOrEndedAndWaitsForOneStep(ApplicationState state, String where, Action next) {
    assertThat(state.isOpen()).isEqualTo(where.equals("open"));
    assertThat(ApplicationState.open().contains(state)).isEqualTo(where.equals("open"));
    assertThat(state.isFinal()).isEqualTo(where.equals("ended") || where.equals("without"));
    assertThat(state.endedWithoutCertificate()).as("what was paid goes back").isEqualTo(where.equals("without"));
    assertThat(Action.next(state)).isEqualTo(next);
  }
}
