package org.jieshi.registration;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.User;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.gates.Rule;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the steps of applications. In one transaction: application and parcel are locked, the person's role, the
 * revision, the state and the gates are judged, in this order; then the step is taken and recorded.
 */
@Service
class Procedure {

  private final ApplicationStore applications;
  private final ApplicationFile file;
  private final FactsReader facts;
  private final Steps steps;
  private final SpatialUnits units;
  private final ParcelStanding standing;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Procedure(ApplicationStore applications, ApplicationFile file, FactsReader facts, Steps steps, SpatialUnits units,
      ParcelStanding standing, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.applications = applications;
    this.file = file;
    this.facts = facts;
    this.steps = steps;
    this.units = units;
    this.standing = standing;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Takes a step.
   *
   * @param revision the one the person has seen; null in a batch, whose items are taken as they are
   * @throws ProblemException {@code FORBIDDEN}, {@code VERSION_STALE}, {@code CONFLICTING_STATE}; {@code GATE_UNMET}
   *     with every gate that is not passed
   */
  @Transactional
  Application take(String id, @Nullable Integer revision, Command command) {
    User person = current.require(command.action().roles());
    Application application = applications.lock(id);
    if (revision != null && revision != application.revision()) {
      throw ProblemException.stale(id);
    }
    return take(application, command.action(), person.username(), known -> steps.take(command, application, known,
        person.username()));
  }

  /** The last step, taken by the module that issues the certificate, inside its transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  Application certify(String id, String certificateNumber) {
    User person = current.require(Action.CERTIFY.roles());
    Application application = applications.lock(id);
    return take(application, Action.CERTIFY, person.username(), known -> {
      application.certify();
      return Map.of("certificate", certificateNumber);
    });
  }

  private Application take(Application application, Action action, String person, Step step) {
    application.refusal(action).ifPresent(problem -> {
      throw problem.asException();
    });
    units.lockParcel(application.parcel());
    Facts known = facts.read(application, action, person, action == Action.DECIDE_IN_MEETING);
    refuseUnmet(application, action, Rule.unmet(action.gates(), known));
    ApplicationState before = application.state();
    Map<String, ?> detail = step.take(known);
    Instant now = clock.now();
    applications.update(application, now);
    steps.closeNotice(application, now);
    file.addStep(application.id(), action.path(), before, application.state(), person, now, detail);
    if (application.state() != before) {
      standing.follow(application);
    }
    Map<String, Object> entry = new LinkedHashMap<>(detail);
    entry.put("parcel", application.parcel());
    entry.put("from", before.name());
    entry.put("to", application.state().name());
    audit.record("APPLICATION_" + action.name(), "application", application.id(), entry);
    return applications.find(application.id()).orElseThrow();
  }

  private static void refuseUnmet(Application application, Action action, List<UnmetGate> unmet) {
    if (unmet.isEmpty()) {
      return;
    }
    throw new ProblemException(Problem.unmet(new Bilingual(
        "Application %s cannot take the step %s: %s".formatted(application.id(), action.path(),
            unmet.get(0).fact().en()),
        "申请 %s 不能办理 %s：%s".formatted(application.number(), action.path(), unmet.get(0).fact().zh())),
        unmet).about(application.id()));
  }

  /** What a step does once it may be taken; answers what is worth recording of it. */
  private interface Step {
    Map<String, ?> take(Facts known);
  }
}
