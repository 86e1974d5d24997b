package org.jieshi.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: by account and by address, with delays that double, in the database. A name that is
 * nobody's is counted like one that is somebody's. Goes by the machine's clock, since the demo's can be moved by anybody; a
 * lock that ends later than any lasts is of a clock that was set back since, and is none.
 */
@Component
class SignInBrake {

  /** What is counted, how many failures are free, and how long the next one waits. */
  enum Kind {
    ACCOUNT(5, Duration.ofSeconds(30), Duration.ofMinutes(15)),
    /** A whole office may share one address. */
    ADDRESS(50, Duration.ofMinutes(1), Duration.ofHours(1)),
    /** Of the second factor, counted apart: who knows the password can't make these forgotten by giving it again. */
    CODE(5, Duration.ofSeconds(30), Duration.ofMinutes(15));

    final int free;
    private final Duration first;
    private final Duration longest;

    Kind(int free, Duration first, Duration longest) {
      this.free = free;
      this.first = first;
      this.longest = longest;
    }
  }

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
  private static final int LONGEST_SUBJECT = 100;

  private final JdbcClient jdbc;
  private final InstantSource clock;

  @Autowired
  SignInBrake(JdbcClient jdbc) {
    this(jdbc, InstantSource.system());
  }

  SignInBrake(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Counts a try as failed, before anything is known of it.
   *
   * @return how many have failed with it
   * @throws LockedOut where none is free at this time
   */
  int take(Kind kind, String subject) {
    Instant now = clock.instant();
    return jdbc.sql("""
        insert into sign_in_try as t (kind, subject, failures, last_at) values (:kind, :subject, 1, :now)
        on conflict (kind, subject) do update set
          failures = case when t.last_at < :forgotten then 1 else t.failures + 1 end,
          locked_until = case when t.last_at >= :forgotten and t.failures + 1 >= :free then cast(:now as timestamptz)
            + least(:first * power(2, least(t.failures + 1 - :free, 30)), :longest) * interval '1 second' end,
          last_at = :now
        where t.locked_until is null or t.locked_until <= :now or t.locked_until > :beyond
        returning failures
        """).param("kind", kind.name()).param("subject", shortened(subject)).param("now", at(now))
        .param("forgotten", at(now.minus(FORGOTTEN_AFTER))).param("free", kind.free)
        .param("beyond", at(now.plus(kind.longest)))
        .param("first", kind.first.toSeconds()).param("longest", kind.longest.toSeconds())
        .query(Integer.class).optional()
        .orElseThrow(() -> new LockedOut(lockedUntil(kind, subject).map(until -> Duration.between(now, until))
            .orElse(kind.first)));
  }

  /** A try from there was a good one after all; the address pays for its other accounts. */
  void giveBack(String address) {
    jdbc.sql("""
        update sign_in_try set failures = greatest(failures - 1, 0), locked_until = null
         where kind = 'ADDRESS' and subject = :address
        """).param("address", shortened(address)).update();
    jdbc.sql("delete from sign_in_try where last_at < :forgotten")
        .param("forgotten", at(clock.instant().minus(FORGOTTEN_AFTER))).update();
  }

  void unlock(String username) {
    forgive(Kind.ACCOUNT, username);
    forgive(Kind.CODE, username);
  }

  void forgive(Kind kind, String subject) {
    jdbc.sql("delete from sign_in_try where kind = :kind and subject = :subject").param("kind", kind.name())
        .param("subject", shortened(subject)).update();
  }

  /** The accounts that are locked now, with the end of it. */
  Map<String, Instant> locked() {
    Instant now = clock.instant();
    return jdbc.sql("""
        select subject, max(locked_until) as locked_until from sign_in_try
         where kind in ('ACCOUNT', 'CODE') and locked_until > :now and locked_until <= :beyond group by subject
        """)
        .param("now", at(now)).param("beyond", at(now.plus(Kind.CODE.longest)))
        .query((row, number) -> Map.entry(row.getString("subject"),
            row.getObject("locked_until", OffsetDateTime.class).toInstant()))
        .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Optional<Instant> lockedUntil(Kind kind, String subject) {
    return jdbc.sql("select locked_until from sign_in_try where kind = :kind and subject = :subject")
        .param("kind", kind.name()).param("subject", shortened(subject))
        .query((row, number) -> Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class)))
        .optional().flatMap(until -> until).map(OffsetDateTime::toInstant);
  }

  private static String shortened(String subject) {
    return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
