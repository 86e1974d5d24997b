package org.jieshi.coordination;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The paths up in the departments, dated: a new one is added, an old one never changed. */
@Service
class EscalationPaths {

  /** @param steps in the order in which to turn to them */
  record NewPath(Department department, @Nullable String addressee, LocalDate validFrom, List<NewStep> steps) {
  }

  record NewStep(String name, String position, @Nullable String phone, int afterDays) {
  }

  private final JdbcClient jdbc;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  EscalationPaths(JdbcClient jdbc, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.jdbc = jdbc;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /** The path of that office, else that of its department, as it was on a day. */
  Optional<EscalationPath> inForce(Department department, String addressee, LocalDate day) {
    return jdbc.sql("""
        select id, department, addressee, valid_from from escalation_path
        where department = :department and (addressee is null or addressee = :addressee) and valid_from <= :day
        order by addressee is null, valid_from desc limit 1
        """).param("department", department.name()).param("addressee", addressee).param("day", day)
        .query((row, number) -> path(row.getLong("id"), department, row.getString("addressee"),
            row.getObject("valid_from", LocalDate.class))).optional();
  }

  /** All of them, the newest of a department first. */
  List<EscalationPath> all() {
    return jdbc.sql("""
        select id, department, addressee, valid_from from escalation_path
        order by department, addressee nulls first, valid_from desc
        """).query((row, number) -> path(row.getLong("id"), Department.valueOf(row.getString("department")),
            row.getString("addressee"), row.getObject("valid_from", LocalDate.class))).list();
  }

  /**
   * @throws org.jieshi.shared.ProblemException {@code INVALID_FIELD} for a day before today or steps out of order,
   *     {@code DUPLICATE} if a path begins on that day already
   */
  @Transactional
  EscalationPath add(NewPath path) {
    String user = current.require(Role.REVIEWER, Role.APPROVER, Role.ADMINISTRATOR).username();
    if (path.validFrom().isBefore(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "A path holds from today or later; what was written before stays.",
          "逐级反映路径自今日或以后施行，以前的记录不予更改。").inField("validFrom").asException();
    }
    for (int i = 1; i < path.steps().size(); i++) {
      if (path.steps().get(i).afterDays() <= path.steps().get(i - 1).afterDays()) {
        throw Problem.of(ProblemCode.INVALID_FIELD,
            "Step %d comes later than step %d: give it more days.".formatted(i + 1, i),
            "第 %d 级应晚于第 %d 级，请填写更长的天数。".formatted(i + 1, i)).inField("steps").asException();
      }
    }
    String addressee = path.addressee() == null || path.addressee().isBlank() ? null : path.addressee().strip();
    Long id = jdbc.sql("""
        insert into escalation_path (department, addressee, valid_from, set_by, set_at)
        values (:department, :addressee, :from, :user, :at) on conflict do nothing returning id
        """).param("department", path.department().name()).param("addressee", addressee)
        .param("from", path.validFrom()).param("user", user).param("at", clock.now().atOffset(ZoneOffset.UTC))
        .query(Long.class).optional().orElseThrow(() -> Problem.of(ProblemCode.DUPLICATE,
            "The %s has a path from %s already; give a later day.".formatted(path.department().title().en(),
            path.validFrom()), "%s自 %s 起已有路径，请另填日期。".formatted(path.department().title().zh(), path.validFrom()))
            .inField("validFrom").asException());
    int number = 0;
    for (NewStep step : path.steps()) {
      jdbc.sql("""
          insert into escalation_step (path_id, step, name, position, phone, after_days)
          values (:path, :step, :name, :position, :phone, :after)
          """).param("path", id).param("step", ++number).param("name", step.name()).param("position", step.position())
          .param("phone", step.phone()).param("after", step.afterDays()).update();
    }
    audit.record("ESCALATION_PATH_SET", "escalation-path", path.department(),
        Map.of("from", path.validFrom().toString(), "steps", path.steps().size()));
    return path(id, path.department(), addressee, path.validFrom());
  }

  private EscalationPath path(long id, Department department, @Nullable String addressee, LocalDate from) {
    return new EscalationPath(id, department, addressee, from, jdbc.sql("""
        select step, name, position, phone, after_days from escalation_step where path_id = :id order by step
        """).param("id", id).query(EscalationPath.Step.class).list());
  }
}
