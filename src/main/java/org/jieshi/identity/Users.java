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
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts. Passwords are kept as BCrypt hashes and never read back out. */
@Component
public class Users {

  static final int SHORTEST_PASSWORD = 10;

  private static final RowMapper<User> USER = (row, number) -> new User(row.getString("username"),
      row.getString("display_name"), Role.valueOf(row.getString("role")), row.getString("district"),
      row.getBoolean("enabled"));

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final PasswordEncoder passwords;

  Users(JdbcClient jdbc, AuditLog audit, OfficeClock clock, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
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
    requireStrong(password);
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
    requireStrong(password);
    jdbc.sql("update user_account set password_hash = :hash, version = version + 1 where username = :username")
        .param("hash", passwords.encode(password)).param("username", username).update();
    audit.record("PASSWORD_CHANGED", "user", username);
  }

  @Transactional
  public void setEnabled(String username, boolean enabled) {
    jdbc.sql("update user_account set enabled = :enabled, version = version + 1 where username = :username")
        .param("enabled", enabled).param("username", username).update();
    audit.record(enabled ? "USER_ENABLED" : "USER_DISABLED", "user", username);
  }

  Optional<String> findPasswordHash(String username) {
    return jdbc.sql("select password_hash from user_account where username = :username").param("username", username)
        .query(String.class).optional();
  }

  private static void requireStrong(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The password needs at least %d characters.".formatted(SHORTEST_PASSWORD),
          "密码至少需要 %d 个字符。".formatted(SHORTEST_PASSWORD)).inField("password").asException();
    }
  }
}
