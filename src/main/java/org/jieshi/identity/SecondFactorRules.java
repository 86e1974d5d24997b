package org.jieshi.identity;

import java.sql.Timestamp;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jieshi.audit.AuditLog;
import org.jieshi.shared.OfficeClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which roles have to have a second factor. */
@Component
class SecondFactorRules {

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final OfficeClock clock;

  SecondFactorRules(JdbcClient jdbc, AuditLog audit, OfficeClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  Set<Role> roles() {
    return new TreeSet<>(jdbc.sql("select role from second_factor_rule").query(Role.class).list());
  }

  /** Holds from the next request of each of them on. */
  @Transactional
  Set<Role> require(Set<Role> roles, User by) {
    jdbc.sql("delete from second_factor_rule").update();
    for (Role role : roles) {
      jdbc.sql("insert into second_factor_rule (role, set_by, set_at) values (:role, :by, :now)")
          .param("role", role.name()).param("by", by.username()).param("now", Timestamp.from(clock.now())).update();
    }
    Set<Role> sorted = new TreeSet<>(roles);
    audit.record("SECOND_FACTOR_RULE", "setting", "second-factor", Map.of("roles", sorted));
    return sorted;
  }
}
