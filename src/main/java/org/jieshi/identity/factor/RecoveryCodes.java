package org.jieshi.identity.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Ten codes of 50 random bits, each good for one sign-in. A code begins with its number, so that one slow hash tells whether
 * it is right.
 */
@Component
class RecoveryCodes {

  static final int COUNT = 10;
  private static final int LETTERS = 10;
  /** Without the letters and digits that look alike. */
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final Pattern FORM = Pattern.compile("(\\d{1,2})-([" + ALPHABET + "]{5})-?([" + ALPHABET + "]{5})");

  private final JdbcClient jdbc;
  private final PasswordEncoder hashes;
  private final SecureRandom random = new SecureRandom();

  RecoveryCodes(JdbcClient jdbc, PasswordEncoder hashes) {
    this.jdbc = jdbc;
    this.hashes = hashes;
  }

  /** @return new ones as the person writes them down; those before are worth nothing */
  List<String> renew(String username) {
    remove(username);
    List<String> codes = new ArrayList<>();
    for (int number = 1; number <= COUNT; number++) {
      String letters = letters();
      jdbc.sql("insert into recovery_code (username, number, hash) values (:username, :number, :hash)")
          .param("username", username).param("number", number).param("hash", hashes.encode(letters)).update();
      codes.add("%d-%s-%s".formatted(number, letters.substring(0, LETTERS / 2), letters.substring(LETTERS / 2)));
    }
    return codes;
  }

  /** Whether it is one of the person's that was not used; it is used with that. */
  boolean use(String username, String given, Instant now) {
    Matcher form = FORM.matcher(given.toUpperCase(Locale.ROOT));
    if (!form.matches()) {
      return false;
    }
    int number = Integer.parseInt(form.group(1));
    return jdbc.sql("""
        select hash from recovery_code where username = :username and number = :number and used_at is null for update
        """).param("username", username).param("number", number).query(String.class).optional()
        .filter(hash -> hashes.matches(form.group(2) + form.group(3), hash))
        .map(hash -> jdbc.sql("update recovery_code set used_at = :now where username = :username and number = :number")
            .param("now", Timestamp.from(now)).param("username", username).param("number", number).update())
        .isPresent();
  }

  int left(String username) {
    return jdbc.sql("select count(*) from recovery_code where username = :username and used_at is null")
        .param("username", username).query(Integer.class).single();
  }

  void remove(String username) {
    jdbc.sql("delete from recovery_code where username = :username").param("username", username).update();
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < LETTERS; i++) {
      letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return letters.toString();
  }
}
