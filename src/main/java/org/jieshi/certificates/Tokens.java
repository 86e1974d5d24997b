package org.jieshi.certificates;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Names of public verification pages: 128 random bits, so that nobody finds one by trying. */
@Component
class Tokens {

  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
