package org.jieshi.identity.external;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.User;
import org.jieshi.identity.Users;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and their names at the sign-in service. Every binding, and its first use, is in the audit record. */
@Component
public class ExternalIdentities {

  private static final RowMapper<ExternalIdentity> IDENTITY = (row, number) -> new ExternalIdentity(
      row.getString("username"), row.getString("issuer"), row.getString("email"), row.getString("subject"),
      row.getString("bound_by"), row.getTimestamp("bound_at").toInstant());

  private final JdbcClient jdbc;
  private final Users users;
  private final AuditLog audit;
  private final OfficeClock clock;

  ExternalIdentities(JdbcClient jdbc, Users users, AuditLog audit, OfficeClock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<ExternalIdentity> find(String username) {
    return jdbc.sql("select * from external_identity where username = :username").param("username", username)
        .query(IDENTITY).optional();
  }

  /** @throws ProblemException {@code DUPLICATE} where it is somebody else's */
  @Transactional
  public ExternalIdentity bind(String username, String issuer, @Nullable String email, @Nullable String subject, User by) {
    users.get(username);
    jdbc.sql("delete from external_identity where username = :username").param("username", username).update();
    try {
      jdbc.sql("""
          insert into external_identity (username, issuer, email, subject, bound_by, bound_at)
          values (:username, :issuer, :email, :subject, :by, :now)
          """).param("username", username).param("issuer", issuer).param("email", email).param("subject", subject)
          .param("by", by.username()).param("now", Timestamp.from(clock.now())).update();
    } catch (DuplicateKeyException taken) {
      throw Problem.of(ProblemCode.DUPLICATE, "Another account is bound to this already.", "该身份已绑定其他账户。")
          .about(username).asException();
    }
    audit.record("IDENTITY_BOUND", "user", username, Map.of("issuer", issuer, "by", subject == null ? "email" : "subject"));
    return find(username).orElseThrow();
  }

  /** Whoever is signed in stays so; nobody signs in by it again. */
  @Transactional
  public void unbind(String username) {
    if (jdbc.sql("delete from external_identity where username = :username").param("username", username).update() == 0) {
      throw ProblemException.notFound("identity", "绑定身份", username);
    }
    audit.record("IDENTITY_UNBOUND", "user", username);
  }

  /**
   * The account of somebody whom the service vouches for. Who was bound by an e-mail address is bound by their subject from
   * then on: an address may be given to somebody else one day.
   *
   * @param email only if the service says that it is verified
   */
  @Transactional
  public Optional<User> accountOf(String issuer, String subject, @Nullable String email) {
    Optional<String> bound = jdbc.sql("select username from external_identity where issuer = :issuer and subject = :subject")
        .param("issuer", issuer).param("subject", subject).query(String.class).optional();
    if (bound.isEmpty() && email != null) {
      bound = jdbc.sql("""
          update external_identity set subject = :subject
           where issuer = :issuer and lower(email) = lower(:email) and subject is null returning username
          """).param("subject", subject).param("issuer", issuer).param("email", email).query(String.class).optional();
      bound.ifPresent(username -> audit.record("IDENTITY_CONFIRMED", "user", username, Map.of("issuer", issuer)));
    }
    return bound.map(users::get).filter(User::enabled);
  }
}
