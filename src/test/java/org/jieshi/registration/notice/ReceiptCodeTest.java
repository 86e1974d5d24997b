package org.jieshi.registration.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The code by which whoever lodged an objection sees the answer. */
class ReceiptCodeTest {

  @RepeatedTest(50)
  void itsLettersCannotBeMistakenForEachOther() {
    assertThat(ReceiptCode.random().text()).matches("[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}");
  }

  @Test
  void itIsKnownAgainHoweverItIsTyped() {
    String kept = new ReceiptCode("7K3MP-Q2RTX").hash();

    for (String typed : new String[] {"7K3MP-Q2RTX", "7k3mp-q2rtx", "7K3MPQ2RTX", " 7K3MP Q2RTX "}) {
      assertThat(new ReceiptCode(typed).matches(kept)).as(typed).isTrue();
    }
    assertThat(new ReceiptCode("7K3MP-Q2RTY").matches(kept)).isFalse();
  }

  @Test
  void onlyItsHashIsKept() {
    assertThat(new ReceiptCode("7K3MP-Q2RTX").hash()).matches("[0-9a-f]{64}");
  }
}
