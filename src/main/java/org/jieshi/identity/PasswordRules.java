package org.jieshi.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken (NIST SP 800-63B): long ones, none that everybody tries, none made of the user's name. Nothing
 * about kinds of characters, and no date after which a good one has to be changed.
 */
@Component
class PasswordRules {

  /** BCrypt looks at no more than this. */
  private static final int MOST_BYTES = 72;
  private static final int FEWEST_DIFFERENT = 5;
  /** Said again and again, fewer characters than these are no password. */
  private static final int SHORT_UNIT = 8;
  private static final Pattern AROUND = Pattern.compile("^\\P{L}+|\\P{L}+$");
  private static final Pattern AFTER = Pattern.compile("\\P{L}+$");
  private static final String LOOKS_LIKE = "@4301$5!7";
  private static final String MEANT = "aaeoissit";

  private final int shortest;
  private final Set<String> common;

  PasswordRules(@Value("${jieshi.passwords.shortest}") int shortest) throws IOException {
    this.shortest = shortest;
    common = new ClassPathResource("access/common-passwords.txt").getContentAsString(StandardCharsets.UTF_8).lines()
        .map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).collect(Collectors.toSet());
  }

  /** @throws org.jieshi.shared.ProblemException {@code INVALID_FIELD} */
  void require(String username, String password) {
    if (password.codePointCount(0, password.length()) < shortest) {
      throw refused("The password needs at least %d characters; a few words in a row are easy to keep in mind."
          .formatted(shortest), "密码至少需要 %d 个字符；可用几个词连成一句，便于记忆。".formatted(shortest));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw refused("The password may have at most 72 bytes: 72 letters or 24 Chinese characters.",
          "密码不得超过 72 个字节，即 72 个字母或 24 个汉字。");
    }
    String plain = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    if (everybodyTries(plain) || plain.codePoints().distinct().count() < FEWEST_DIFFERENT || run(plain)) {
      throw refused("Everybody who guesses tries this password first: choose another one.",
          "该密码过于常见，猜测者会最先尝试，请另选一个。");
    }
    if (plain.replace(username, "").chars().filter(Character::isLetter).count() == 0 && plain.contains(username)) {
      throw refused("The password is made of the user name: choose another one.", "密码由用户名构成，请另选一个。");
    }
  }

  /** One of the list: as it is, said again and again, with digits for letters, or with digits and signs around it. */
  private boolean everybodyTries(String plain) {
    String once = period(plain);
    return once.length() < Math.min(plain.length(), SHORT_UNIT) || Stream.of(plain, once).flatMap(PasswordRules::meant)
        .anyMatch(common::contains);
  }

  private static Stream<String> meant(String text) {
    String inner = AROUND.matcher(text).replaceAll("");
    return Stream.of(text, inner, letters(text), letters(inner), letters(AFTER.matcher(text).replaceAll("")));
  }

  private static String period(String text) {
    int length = (text + text).indexOf(text, 1);
    return text.substring(0, length);
  }

  private static String letters(String text) {
    StringBuilder plain = new StringBuilder();
    text.chars().forEach(c -> plain.append(LOOKS_LIKE.indexOf(c) < 0 ? (char) c : MEANT.charAt(LOOKS_LIKE.indexOf(c))));
    return plain.toString();
  }

  /** 123456789012, abcdefghijkl, and the same backwards. */
  private static boolean run(String text) {
    return steps(text, 1) || steps(text, -1);
  }

  private static boolean steps(String text, int step) {
    for (int i = 1; i < text.length(); i++) {
      int next = text.charAt(i) - text.charAt(i - 1);
      if (next != step && !(text.charAt(i - 1) == '9' && text.charAt(i) == '0')
          && !(text.charAt(i - 1) == '0' && text.charAt(i) == '9')) {
        return false;
      }
    }
    return true;
  }

  private static RuntimeException refused(String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField("password").asException();
  }
}
