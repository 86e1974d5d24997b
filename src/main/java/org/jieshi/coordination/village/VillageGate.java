package org.jieshi.coordination.village;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a village in, by link and code, for one request. Who guesses is told the same whatever was wrong: the link, the
 * code, its day. {@link #TRIES} wrong codes lock the link, {@link #TRIES_FROM_ADDRESS} failures in an hour the address.
 */
@Component
class VillageGate {

  static final int TRIES = 5;
  static final int TRIES_FROM_ADDRESS = 20;
  static final Duration LOCK = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final PasswordEncoder codes;
  private final OfficeClock clock;
  private final TransactionTemplate transactions;

  VillageGate(JdbcClient jdbc, PasswordEncoder codes, OfficeClock clock, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.codes = codes;
    this.clock = clock;
    this.transactions = transactions;
  }

  /** Who came in. */
  record Guest(long linkId, String claimant, String label, LocalDate expiresOn) {
  }

  private record Door(long id, String claimant, String label, String codeHash, LocalDate expiresOn,
      @Nullable LocalDate revokedOn) {
  }

  private sealed interface Answer {
    record In(Guest guest) implements Answer {
    }

    record Wrong() implements Answer {
    }

    record Locked() implements Answer {
    }
  }

  /**
   * @param address of the caller
   * @throws ProblemException {@code NOT_SIGNED_IN} without a link, {@code FORBIDDEN}, {@code TOO_MANY_TRIES}
   */
  Guest enter(@Nullable String token, @Nullable String code, String address) {
    if (token == null || token.isBlank()) {
      throw Problem.of(ProblemCode.NOT_SIGNED_IN, "Open this page by the link that the land office gave you.",
          "请通过土地管理部门提供的链接打开本页。").asException();
    }
    if (failuresFrom(address) >= TRIES_FROM_ADDRESS) {
      throw locked();
    }
    String digits = code == null ? "" : code.replaceAll("\\D", "");
    Answer answer = transactions.execute(status -> knock(token.strip(), digits));
    if (answer instanceof Answer.In in) {
      return in.guest();
    }
    if (answer instanceof Answer.Locked) {
      throw locked();
    }
    failed(address);
    throw Problem.of(ProblemCode.FORBIDDEN,
        "Link and code do not fit, or the link has ended. Ask the land office for a new one.",
        "链接与验证码不符，或链接已失效，请向土地管理部门重新索取。").asException();
  }

  /** The row's lock makes guesses come one after another. */
  private Answer knock(String token, String code) {
    Optional<Door> found = jdbc.sql("""
        select id, claimant, label, code_hash, expires_on, revoked_on from village_link where token_hash = :hash
        """).param("hash", Sha256.hex(token)).query(Door.class).optional();
    if (found.isEmpty()) {
      return new Answer.Wrong();
    }
    Door door = found.get();
    @Nullable OffsetDateTime until = jdbc.sql("""
        select locked_until from village_link_use where link_id = :id for update
        """).param("id", door.id()).query((row, number) ->
            Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))).single().orElse(null);
    if (until != null && until.toInstant().isAfter(clock.now())) {
      return new Answer.Locked();
    }
    boolean ended = door.revokedOn() != null || clock.today().isAfter(door.expiresOn());
    if (ended || !codes.matches(code, door.codeHash())) {
      jdbc.sql("""
          update village_link_use set failures = (failures + 1) % :tries,
            locked_until = case when failures + 1 >= :tries then cast(:until as timestamptz) end where link_id = :id
          """).param("tries", TRIES).param("until", clock.now().plus(LOCK).atOffset(ZoneOffset.UTC))
          .param("id", door.id()).update();
      return new Answer.Wrong();
    }
    jdbc.sql("update village_link_use set failures = 0, locked_until = null, last_used_at = :now where link_id = :id")
        .param("now", clock.now().atOffset(ZoneOffset.UTC)).param("id", door.id()).update();
    return new Answer.In(new Guest(door.id(), door.claimant(), door.label(), door.expiresOn()));
  }

  private int failuresFrom(String address) {
    return jdbc.sql("select failed from village_attempt where address = :address and hour = :hour")
        .param("address", address).param("hour", hour()).query(Integer.class).optional().orElse(0);
  }

  private void failed(String address) {
    jdbc.sql("""
        insert into village_attempt (address, hour, failed) values (:address, :hour, 1)
        on conflict (address, hour) do update set failed = village_attempt.failed + 1
        """).param("address", address).param("hour", hour()).update();
  }

  private OffsetDateTime hour() {
    Instant now = clock.now().truncatedTo(ChronoUnit.HOURS);
    return now.atOffset(ZoneOffset.UTC);
  }

  private static ProblemException locked() {
    return Problem.of(ProblemCode.TOO_MANY_TRIES, "Too many wrong codes. Wait a quarter of an hour, then try again.",
        "验证码错误次数过多，请 15 分钟后再试。").asException();
  }
}
