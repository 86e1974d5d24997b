package org.jieshi.identity;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
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
      row.getBoolean("enabled"), row.getInt("version"));

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final PasswordEncoder passwords;
  private final PasswordRules rules;
  private final ApplicationEventPublisher events;

  Users(JdbcClient jdbc, AuditLog audit, OfficeClock clock, PasswordEncoder passwords, PasswordRules rules,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
    this.rules = rules;
    this.events = events;
  }

  public Optional<User> find(String username) {
    return jdbc.sql("select * from user_account where username = :username").param("username", username)
        .query(USER).optional();
  }

  public User get(String username) {
    return find(username).orElseThrow(() -> ProblemException.notFound("user", "用户", username));
  }

  public List<User> all() {
    return jdbc.sql("select * from user_account order by role, username").query(USER).list();
  }

  /** True before the first start has made the administrator. */
  public boolean none() {
    return jdbc.sql("select count(*) = 0 from user_account").query(Boolean.class).single();
  }

  @Transactional
  public User add(String username, String displayName, Role role, @Nullable String district, String password) {
    rules.require(username, password);
    if (find(username).isPresent()) {
      throw Problem.of(ProblemCode.DUPLICATE, "There is already a user %s.".formatted(username),
          "用户 %s 已存在。".formatted(username)).about(username).asException();
    }
    jdbc.sql("""
        insert into user_account (username, display_name, password_hash, role, district, created_at)
        values (:username, :displayName, :hash, :role, :district, :now)
        """)
        .param("username", username).param("displayName", displayName).param("hash", passwords.encode(password))
        .param("role", role.name()).param("district", district)
        .param("now", Timestamp.from(clock.now()))
        .update();
    audit.record("USER_ADDED", "user", username, Map.of("displayName", displayName, "role", role.name()));
    return get(username);
  }

  @Transactional
  public void changePassword(String username, String password) {
    rules.require(username, password);
    jdbc.sql("update user_account set password_hash = :hash, version = version + 1 where username = :username")
        .param("hash", passwords.encode(password)).param("username", username).update();
    audit.record("PASSWORD_CHANGED", "user", username);
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

  Optional<String> findPasswordHash(String username) {
    return jdbc.sql("select password_hash from user_account where username = :username").param("username", username)
        .query(String.class).optional();
  }
}
