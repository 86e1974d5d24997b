package org.jieshi.identity.factor;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.commons.codec.binary.Base32;
import org.jieshi.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A person's device, which was given the key. */
public final class AuthenticatorApp {

  private final String key;
  private long step;

  public AuthenticatorApp(String key) {
    this.key = key;
    this.step = TimeCodes.step(Instant.now());
  }

  public String key() {
    return key;
  }

  /** The code of the time it was set up. */
  public String code() {
    return TimeCodes.code(new Base32().decode(key), step);
  }

  /** The code of the step after that, which is taken a little early too. */
  public String next() {
    return TimeCodes.code(new Base32().decode(key), ++step);
  }

  /** As of a program that was given another key file. */
  public static SecondFactors factorsWithKey(Path file, JdbcClient jdbc, AuditLog audit, PasswordEncoder hashes) {
    return new SecondFactors(jdbc, new Secrets(file), new RecoveryCodes(jdbc, hashes), audit, "Farm",
        InstantSource.system());
  }
}
