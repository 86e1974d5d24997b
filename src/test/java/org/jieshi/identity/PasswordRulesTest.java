package org.jieshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

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

  /** ASVS 6.2.4 asks for the 3 000 commonest that are long enough; a list of whole passwords has only some hundreds such. */
  @Test
  void theCommonestPasswordsAreRefusedEachWithWhatPeopleAddToMakeItLongEnough() throws IOException {
    List<String> listed = new ClassPathResource("access/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8)
        .lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(listed).hasSizeGreaterThan(30_000);
    List<String> longEnough = Stream.concat(listed.stream().flatMap(each -> Stream.of(each, each + each + each)),
        listed.stream().filter(each -> each.matches("[a-z]+")).flatMap(each -> Stream.of(each + "12345678",
            each + "@20131001", "88888888" + each))).filter(each -> each.length() >= 12).distinct().toList();
    assertThat(longEnough).hasSizeGreaterThan(100_000);
    assertThat(longEnough.stream().filter(each -> !refused(each)).limit(20)).isEmpty();
    assertThat(Stream.of("P@ssw0rd2013", "Dr@g0n!!2012", "1L0vey0u#888").filter(each -> !refused(each))).isEmpty();
  }

  private boolean refused(String password) {
    try {
      rules.require("reviewer", password);
      return false;
    } catch (ProblemException expected) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"four stones by the river", "huashan-reviewer", "界石立在华山农场的东北角上", "x7!kQ0pL#vR2"})
  void lengthIsEnough(String password) {
    assertThatCode(() -> rules.require("reviewer", password)).doesNotThrowAnyException();
  }
}
