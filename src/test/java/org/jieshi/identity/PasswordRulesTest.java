package org.jieshi.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.jieshi.shared.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private final PasswordRules rules = new PasswordRules(12);

  PasswordRulesTest() throws IOException {
  }

  @ParameterizedTest
  @ValueSource(strings = {"elevenchars", "", "aaaaaaaaaaaaaaaa", "abababababab", "123456789012", "210987654321",
      "abcdefghijklm", "Password1234", "Ｐassword1234", "HUASHAN123456", "reviewer123456", "reviewerreviewer",
      "界石界石界石界石界石界石", "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰"})
  void whatIsGuessedFirstIsRefused(String password) {
    assertThatThrownBy(() -> rules.require("reviewer", password)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"four stones by the river", "huashan-reviewer", "界石立在华山农场的东北角上", "x7!kQ0pL#vR2"})
  void lengthIsEnough(String password) {
    assertThatCode(() -> rules.require("reviewer", password)).doesNotThrowAnyException();
  }
}
