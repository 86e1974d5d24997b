package org.jieshi.identity.factor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** RFC 6238 as every authenticator app takes it: HMAC-SHA-1, six digits, steps of 30 s. */
final class TimeCodes {

  static final int SECRET_BYTES = 20;
  private static final int STEP_SECONDS = 30;
  /** Steps before and after the present one (RFC 6238, 5.2): clocks differ, and people type slowly. */
  private static final int TOLERATED = 1;

  private static final HmacOneTimePasswordGenerator GENERATOR = new HmacOneTimePasswordGenerator();

  private TimeCodes() {
  }

  static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  static String code(byte[] secret, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, GENERATOR.getAlgorithm()), step);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any bytes are a key of HMAC-SHA-1", e);
    }
  }

  /** @return the step whose code it is, of those that are good now */
  static OptionalLong stepOf(byte[] secret, String code, Instant now) {
    OptionalLong found = OptionalLong.empty();
    for (long step = step(now) - TOLERATED; step <= step(now) + TOLERATED; step++) {
      if (MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII),
          code.getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }
}
