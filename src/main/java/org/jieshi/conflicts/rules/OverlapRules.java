package org.jieshi.conflicts.rules;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the rule, and the one in force. */
@Component
public class OverlapRules {

  /** Name of the lock that whoever judges or passes a gate shares, and a new rule has for itself. */
  private static final long LOCK = 0x6a69_6573_6869_02L;

  private static final RowMapper<OverlapRule> RULE = (row, number) -> new OverlapRule(row.getInt("version"),
      row.getDouble("allow_factor"), row.getDouble("boundary_factor"), row.getDouble("contained_share"),
      row.getDouble("written_to"), row.getObject("valid_from", LocalDate.class), row.getString("source"),
      row.getString("reason"), row.getString("entered_by"),
      row.getObject("entered_at", OffsetDateTime.class).toInstant(), row.getInt("judged"), row.getInt("changed"));

  private final JdbcClient jdbc;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final ApplicationEventPublisher events;

  OverlapRules(JdbcClient jdbc, CurrentUser current, AuditLog audit, OfficeClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** The rule in force, held until the transaction ends; waits for a rule that is being entered. */
  public OverlapRule inForce() {
    hold();
    return newest();
  }

  /** Holds the judgements as they stand until the transaction ends: what a gate reads is what it passes by. */
  public void hold() {
    lock("pg_advisory_xact_lock_shared");
  }

  /** Newest first. */
  public List<OverlapRule> all() {
    return jdbc.sql("select * from overlap_rule order by version desc").query(RULE).list();
  }

  OverlapRule newest() {
    return jdbc.sql("select * from overlap_rule order by version desc limit 1").query(RULE).single();
  }

  /**
   * Puts a new version in force and has everything judged by it.
   *
   * @param afterVersion the version that the administrator saw
   * @throws ProblemException {@code VERSION_STALE} if another one was entered since, {@code INVALID_FIELD} for a day that
   *     has not come, {@code CONFLICTING_STATE} if it changes nothing
   */
  @Transactional
  public OverlapRule enter(NewOverlapRule wanted, int afterVersion) {
    String user = current.require(Role.ADMINISTRATOR).username();
    lock("pg_advisory_xact_lock");
    OverlapRule before = newest();
    requireSound(wanted, before, afterVersion);
    jdbc.sql("""
        insert into overlap_rule (version, allow_factor, boundary_factor, contained_share, written_to, valid_from, source,
          reason, entered_by, entered_at)
        values (:version, :allow, :boundary, :share, :written, :from, :source, :reason, :user, :now)
        """).param("version", before.version() + 1).param("allow", wanted.allowFactor())
        .param("boundary", wanted.boundaryFactor()).param("share", wanted.containedShare())
        .param("written", wanted.writtenTo()).param("from", wanted.validFrom()).param("source", wanted.source().strip())
        .param("reason", wanted.reason().strip()).param("user", user)
        .param("now", clock.now().atOffset(ZoneOffset.UTC)).update();
    audit.record("OVERLAP_RULE_ENTERED", "overlap-rule", before.version() + 1,
        Map.of("allowFactor", wanted.allowFactor(), "boundaryFactor", wanted.boundaryFactor(), "containedShare",
            wanted.containedShare(), "writtenTo", wanted.writtenTo(), "source", wanted.source().strip()));
    events.publishEvent(new OverlapRuleEntered(newest()));
    return newest();
  }

  /** What became of the overlaps when a version was entered; to be called in that transaction. */
  public void judged(OverlapRule rule, int judged, int changed) {
    jdbc.sql("update overlap_rule set judged = :judged, changed = :changed where version = :version")
        .param("judged", judged).param("changed", changed).param("version", rule.version()).update();
  }

  private void requireSound(NewOverlapRule wanted, OverlapRule before, int afterVersion) {
    if (before.version() != afterVersion) {
      throw ProblemException.stale(before.name());
    }
    if (wanted.validFrom().isAfter(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "A rule is entered on the day it takes effect or later, and %s has not come.".formatted(wanted.validFrom()),
          "规则须自生效之日起录入，%s 尚未到来。".formatted(wanted.validFrom())).inField("validFrom").asException();
    }
    if (wanted.allowFactor() == before.allowFactor() && wanted.boundaryFactor() == before.boundaryFactor()
        && wanted.containedShare() == before.containedShare() && wanted.writtenTo() == before.writtenTo()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "These are the tolerances of %s, which is in force.".formatted(before.name()),
          "所填限差与现行规则 %s 相同。".formatted(before.name())).about(before.name()).asException();
    }
  }

  private void lock(String function) {
    jdbc.sql("select 1 from (select " + function + "(:lock)) locked").param("lock", LOCK).query(Integer.class).single();
  }
}
