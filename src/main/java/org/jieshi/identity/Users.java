package org.jieshi.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.factor.SecondFactors;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts. Passwords are kept as BCrypt hashes and never read back out. Every change of an account counts its revision
 * up, which ends what was signed in to before.
 */
@Component
public class Users {

  private static final RowMapper<User> USER = (row, number) -> new User(row.getString("username"),
      row.getString("display_name"), Role.valueOf(row.getString("role")), row.getString("district"),
      row.getBoolean("enabled"), row.getInt("version"), row.getBoolean("second_factor"), duty(row));

  private static final String ACCOUNTS = """
      select a.*, f.username is not null as second_factor, r.role is not null as second_factor_asked
        from user_account a left join second_factor f on f.username = a.username and f.confirmed_at is not null
        left join second_factor_rule r on r.role = a.role
      """;

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final PasswordEncoder passwords;
  private final PasswordRules rules;
  private final SecondFactors factors;
  private final ApplicationEventPublisher events;

  Users(JdbcClient jdbc, AuditLog audit, OfficeClock clock, PasswordEncoder passwords, PasswordRules rules,
      SecondFactors factors, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
    this.rules = rules;
    this.factors = factors;
    this.events = events;
  }

  public Optional<User> find(String username) {
    return jdbc.sql(ACCOUNTS + "where a.username = :username").param("username", username)
        .query(USER).optional();
  }

  public User get(String username) {
    return find(username).orElseThrow(() -> ProblemException.notFound("user", "用户", username));
  }

  public List<User> all() {
    return jdbc.sql(ACCOUNTS + "order by a.role, a.username").query(USER).list();
  }

  /** True before the first start has made the administrator. */
  public boolean none() {
    return jdbc.sql("select count(*) = 0 from user_account").query(Boolean.class).single();
  }

  /** An account whose password the person chose. */
  @Transactional
  public User add(String username, String displayName, Role role, @Nullable String district, String password) {
    return add(username, displayName, role, district, password, null);
  }

  /** @param passwordSetBy who chose the password, if not the person: they choose another at their first sign-in */
  @Transactional
  User add(String username, String displayName, Role role, @Nullable String district, String password,
      @Nullable String passwordSetBy) {
    rules.require(username, password);
    if (find(username).isPresent()) {
      throw Problem.of(ProblemCode.DUPLICATE, "There is already a user %s.".formatted(username),
          "用户 %s 已存在。".formatted(username)).about(username).asException();
    }
    jdbc.sql("""
        insert into user_account (username, display_name, password_hash, role, district, created_at, password_set_by)
        values (:username, :displayName, :hash, :role, :district, :now, :setBy)
        """)
        .param("username", username).param("displayName", displayName).param("hash", passwords.encode(password))
        .param("role", role.name()).param("district", district).param("setBy", passwordSetBy)
        .param("now", Timestamp.from(clock.now()))
        .update();
    audit.record("USER_ADDED", "user", username, Map.of("displayName", displayName, "role", role.name()));
    return get(username);
  }

  /** @param setBy who chose it, if not the person: they choose another at their next sign-in */
  @Transactional
  public void changePassword(String username, String password, @Nullable String setBy) {
    rules.require(username, password);
    if (passwordIs(username, password)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "This is the present password: choose another one.",
          "新密码与当前密码相同，请另选一个。").about(username).inField("password").asException();
    }
    jdbc.sql("""
        update user_account set password_hash = :hash, password_set_by = :setBy, version = version + 1
         where username = :username
        """).param("hash", passwords.encode(password)).param("setBy", setBy).param("username", username).update();
    audit.record("PASSWORD_CHANGED", "user", username);
    events.publishEvent(new AccountChanged(get(username)));
  }

  /** @return the recovery codes; empty: the code is wrong */
  @Transactional
  Optional<List<String>> confirmSecondFactor(String username, String code) {
    Optional<List<String>> recovery = factors.confirm(username, code);
    recovery.ifPresent(confirmed -> endSignIns(username));
    return recovery;
  }

  @Transactional
  void takeOffSecondFactor(String username) {
    if (!factors.remove(username)) {
      throw ProblemException.notFound("second factor", "双因素验证", username);
    }
    endSignIns(username);
  }

  private void endSignIns(String username) {
    jdbc.sql("update user_account set version = version + 1 where username = :username").param("username", username)
        .update();
    events.publishEvent(new AccountChanged(get(username)));
  }

  @Transactional
  public void setEnabled(String username, boolean enabled) {
    jdbc.sql("update user_account set enabled = :enabled, version = version + 1 where username = :username")
        .param("enabled", enabled).param("username", username).update();
    audit.record(enabled ? "USER_ENABLED" : "USER_DISABLED", "user", username);
    events.publishEvent(new AccountChanged(get(username)));
  }

  /** @param district null: everywhere */
  @Transactional
  public void setDistrict(String username, @Nullable String district) {
    jdbc.sql("update user_account set district = :district, version = version + 1 where username = :username")
        .param("district", district).param("username", username).update();
    audit.record("DISTRICT_SET", "user", username, Map.of("district", district == null ? "" : district));
    events.publishEvent(new AccountChanged(get(username)));
  }

  @Transactional
  void recordUnlocked(User user) {
    audit.record("SIGN_IN_UNLOCKED", "user", user.username());
  }

  boolean passwordIs(String username, String password) {
    return findPasswordHash(username).filter(hash -> passwords.matches(password, hash)).isPresent();
  }

  /** Keeps the same password by today's way of hashing; nobody is signed out by it. */
  @Transactional
  void rehash(String username, String password) {
    jdbc.sql("update user_account set password_hash = :hash where username = :username")
        .param("hash", passwords.encode(password)).param("username", username).update();
    audit.record("PASSWORD_REHASHED", "user", username);
  }

  private static @Nullable Duty duty(ResultSet row) throws SQLException {
    if (row.getString("password_set_by") != null) {
      return Duty.NEW_PASSWORD;
    }
    return row.getBoolean("second_factor_asked") && !row.getBoolean("second_factor") ? Duty.SECOND_FACTOR : null;
  }

  Optional<String> findPasswordHash(String username) {
    return jdbc.sql("select password_hash from user_account where username = :username").param("username", username)
        .query(String.class).optional();
  }
}
