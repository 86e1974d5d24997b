package org.jieshi.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a short while ago, so that a script that brings its own with every request does not cost a
 * slow hash each time. Kept under an HMAC with a secret of this process; worth nothing once the account has changed.
 */
final class KnownSignIns {

  static final Duration KEPT = Duration.ofMinutes(5);
  private static final int MOST = 1_000;
  private static final String HMAC = "HmacSHA256";
  private static final int SECRET_BYTES = 32;

  private final InstantSource clock;
  private final SecretKeySpec secret;
  private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true) {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
      return size() > MOST;
    }
  };

  KnownSignIns(InstantSource clock) {
    this.clock = clock;
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    secret = new SecretKeySpec(bytes, HMAC);
  }

  private record Entry(int revision, Instant until) {
  }

  String key(String username, String password) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      mac.update(username.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder().encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  synchronized boolean knows(String key, User user) {
    Entry entry = entries.get(key);
    return entry != null && entry.revision() == user.revision() && clock.instant().isBefore(entry.until());
  }

  synchronized void keep(String key, User user) {
    entries.put(key, new Entry(user.revision(), clock.instant().plus(KEPT)));
  }
}
