package org.jieshi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {

  @Test
  void theTagThatWasSentIsTheTagThatIsAccepted() {
    Revision.require(Revision.etag(7), 7, "P");

    assertThat(Revision.required("\"7\"", "P")).isEqualTo(7);
  }

  @Test
  void aChangeThatDoesNotSayWhatItWasMadeToIsRefused() {
    assertProblem(null, ProblemCode.VERSION_MISSING);
    assertProblem(" ", ProblemCode.VERSION_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "*", "7", "W/\"7\"", "\"7\", \"8\"", "\"99999999999\""})
  void aChangeMadeToAnythingElseIsStale(String ifMatch) {
    assertProblem(ifMatch, ProblemCode.VERSION_STALE);
  }

  private static void assertProblem(@Nullable String ifMatch, ProblemCode code) {
    assertThatThrownBy(() -> Revision.require(ifMatch, 7, "P")).isInstanceOfSatisfying(ProblemException.class,
        refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }
}
