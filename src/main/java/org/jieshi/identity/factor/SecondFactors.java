package org.jieshi.identity.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jieshi.audit.AuditLog;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Second factors of accounts. Goes by the machine's clock as devices do, never by the demo's. Guesses are slowed down by
 * whoever calls.
 */
@Component
public class SecondFactors {

  private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final RecoveryCodes recovery;
  private final AuditLog audit;
  private final InstantSource clock;
  private final String issuer;
  private final SecureRandom random = new SecureRandom();

  @Autowired
  SecondFactors(JdbcClient jdbc, Secrets secrets, RecoveryCodes recovery, AuditLog audit,
      @Value("${jieshi.farm.name-en}") String farm) {
    this(jdbc, secrets, recovery, audit, farm, InstantSource.system());
  }

  SecondFactors(JdbcClient jdbc, Secrets secrets, RecoveryCodes recovery, AuditLog audit, String farm,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.recovery = recovery;
    this.audit = audit;
    this.issuer = "Jieshi " + farm;
    this.clock = clock;
  }

  /** @param since when it was set up; null: it is not */
  public record State(@Nullable Instant since, int recoveryCodesLeft) {
  }

  public State of(String username) {
    return new State(jdbc.sql("select confirmed_at from second_factor where username = :name and confirmed_at is not null")
        .param("name", username).query(Timestamp.class).optional().map(Timestamp::toInstant).orElse(null),
        recovery.left(username));
  }

  /** A new secret, worth nothing until a code of it was given. @throws ProblemException where there is a confirmed one */
  @Transactional
  public Offer begin(String username) {
    byte[] secret = new byte[TimeCodes.SECRET_BYTES];
    random.nextBytes(secret);
    int begun = jdbc.sql("""
        insert into second_factor as f (username, secret, begun_at) values (:name, :secret, :now)
        on conflict (username) do update set secret = :secret, begun_at = :now where f.confirmed_at is null
        """).param("name", username).param("secret", secrets.seal(purpose(username), secret)).param("now", now()).update();
    if (begun == 0) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "There is a second factor already: take it off first.",
          "已设置双因素验证，请先停用。").about(username).asException();
    }
    audit.record("SECOND_FACTOR_BEGUN", "user", username);
    return Offer.of(secret, issuer, username);
  }

  /** The first code proves that the device holds the secret. @return the recovery codes; empty: the code is wrong */
  @Transactional
  public Optional<List<String>> confirm(String username, String code) {
    Optional<byte[]> secret = secret(username, false);
    OptionalLong step = secret.map(each -> TimeCodes.stepOf(each, plain(code), clock.instant()))
        .orElse(OptionalLong.empty());
    if (step.isEmpty()) {
      return Optional.empty();
    }
    jdbc.sql("update second_factor set confirmed_at = :now where username = :name").param("now", now())
        .param("name", username).update();
    jdbc.sql("""
        insert into second_factor_use (username, last_step) values (:name, :step)
        on conflict (username) do update set last_step = :step
        """).param("name", username).param("step", step.getAsLong()).update();
    audit.record("SECOND_FACTOR_SET", "user", username);
    return Optional.of(recovery.renew(username));
  }

  /** Whether this is a code that is good now, of the device or a recovery code. It is spent with that. */
  @Transactional
  public boolean spend(String username, String code) {
    Optional<byte[]> secret = secret(username, true);
    if (secret.isPresent() && spentNow(username, TimeCodes.stepOf(secret.get(), plain(code), clock.instant()))) {
      return true;
    }
    if (recovery.use(username, plain(code), clock.instant())) {
      audit.record("RECOVERY_CODE_USED", "user", username, Map.of("left", recovery.left(username)));
      return true;
    }
    return false;
  }

  private boolean spentNow(String username, OptionalLong step) {
    return step.isPresent() && jdbc.sql("""
        update second_factor_use set last_step = :step where username = :name and last_step < :step
        """).param("step", step.getAsLong()).param("name", username).update() == 1;
  }

  @Transactional
  public List<String> renewRecoveryCodes(String username) {
    audit.record("RECOVERY_CODES_RENEWED", "user", username);
    return recovery.renew(username);
  }

  /** @return false if there was none */
  @Transactional
  public boolean remove(String username) {
    recovery.remove(username);
    jdbc.sql("delete from second_factor_use where username = :name").param("name", username).update();
    boolean removed = jdbc.sql("delete from second_factor where username = :name").param("name", username).update() > 0;
    if (removed) {
      audit.record("SECOND_FACTOR_TAKEN_OFF", "user", username);
    }
    return removed;
  }

  private Optional<byte[]> secret(String username, boolean confirmed) {
    return jdbc.sql("select secret from second_factor where username = :name and (confirmed_at is not null) = :confirmed")
        .param("name", username).param("confirmed", confirmed).query(byte[].class).optional().flatMap(sealed -> {
          Optional<byte[]> opened = secrets.open(purpose(username), sealed);
          if (opened.isEmpty()) {
            LOG.warn("A second factor was sealed with another key than the one of this program (jieshi.secrets.key): "
                + "only recovery codes sign in 双因素密钥文件不符，只能使用恢复码登录");
          }
          return opened;
        });
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String purpose(String username) {
    return "second-factor:" + username;
  }

  /** As devices show it: 123 456. */
  private static String plain(String code) {
    return code.replaceAll("\\s", "");
  }
}
