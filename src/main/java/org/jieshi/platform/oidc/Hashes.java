package org.jieshi.platform.oidc;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.jieshi.shared.Sha256;

/** Random words, and their hashes as OpenID Connect and PKCE (RFC 7636) write them. */
final class Hashes {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  private Hashes() {
  }

  static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return encoded(bytes);
  }

  static String sha256(String text) {
    return encoded(Sha256.digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
