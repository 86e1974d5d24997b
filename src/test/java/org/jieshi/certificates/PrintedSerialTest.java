package org.jieshi.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The serials of blanks: how they are typed, and which paper may have one. */
class PrintedSerialTest {

  private static final Certificate LIVE = PapersInHand.alone("华山农场");

  @ParameterizedTest
  @CsvSource({"D45000123456, D45000123456", "' D 4500 0123456 ', D45000123456", "桂A-0012, 桂A-0012", "1234, 1234",
      "123456789012345678901234, 123456789012345678901234"})
  void spacesAreNoPartOfASerial(String typed, String serial) {
    assertThat(PrintedSerial.typed(typed).text()).isEqualTo(serial);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "1 2 3", "1234567890123456789012345", "d45000123456", "D4500/1234", "D4500_1234"})
  void whatNoPrinterPrintsIsRefused(String typed) {
    assertRefused(() -> PrintedSerial.typed(typed), ProblemCode.INVALID_FIELD, "serial",
        typed + " is no printed serial: 4 to 24 digits and capitals.");
  }

  @ParameterizedTest
  @EnumSource(value = CertificateStatus.class, names = "LIVE", mode = EnumSource.Mode.EXCLUDE)
  void aCertificateThatIsNoLongerLiveGetsNoBlank(CertificateStatus status) {
    assertRefused(() -> PrintedSerial.requireBlankFor(PapersInHand.ended(status), List.of(), "打印错误"),
        ProblemCode.CONFLICTING_STATE, null, "Certificate %s is no longer live; it gets no blank any more."
            .formatted(PapersInHand.FIRST));
  }

  @Test
  void theFirstBlankNeedsNoReasonAndEveryOtherOneDoes() {
    assertThatCode(() -> PrintedSerial.requireBlankFor(LIVE, List.of(), null)).doesNotThrowAnyException();
    assertThatCode(() -> PrintedSerial.requireBlankFor(LIVE, List.of("D45000123456"), "打印错误"))
        .doesNotThrowAnyException();
    for (String none : new String[] {null, "", "  "}) {
      assertRefused(() -> PrintedSerial.requireBlankFor(LIVE, List.of("D45000123456"), none),
          ProblemCode.INVALID_FIELD, "note", "Say why %s needs another blank.".formatted(PapersInHand.FIRST));
    }
  }

  private static void assertRefused(ThrowingCallable attempt, ProblemCode code, @Nullable String field, String why) {
    assertThatThrownBy(attempt).isInstanceOfSatisfying(ProblemException.class, refusal -> {
      Problem problem = refusal.problem();
      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.field()).isEqualTo(field);
      assertThat(problem.detail().en()).isEqualTo(why);
    });
  }
}
