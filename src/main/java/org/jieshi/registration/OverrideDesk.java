package org.jieshi.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.registration.gates.Rule;
import org.jieshi.registration.overrides.GateOverride;
import org.jieshi.registration.overrides.GateOverride.Status;
import org.jieshi.registration.overrides.Overrides;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.UnmetGate;
import org.springframework.stereotype.Component;

/** Proposes, confirms and ends overrides; two approvers, neither of whom surveyed or reviewed the same application. */
@Component
class OverrideDesk {

  private final Overrides overrides;
  private final FactsReader facts;
  private final OfficeClock clock;

  OverrideDesk(Overrides overrides, FactsReader facts, OfficeClock clock) {
    this.overrides = overrides;
    this.facts = facts;
    this.clock = clock;
  }

  Map<String, ?> take(Command command, Application application, String person) {
    if (command instanceof Command.ProposeOverride proposed) {
      return propose(proposed, application, person);
    }
    if (command instanceof Command.ConfirmOverride confirmed) {
      return confirm(confirmed.override(), application, person);
    }
    Command.EndOverride ended = (Command.EndOverride) command;
    return end(ended, application, person);
  }

  /** A new survey: what was overridden was said of other land. */
  void endAll(Application application, String person) {
    overrides.endAll(application.id(), "RESURVEYED", person, clock.now());
  }

  private Map<String, ?> propose(Command.ProposeOverride proposed, Application application, String person) {
    if (!GateOverride.GATES.contains(proposed.gate())) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "gate: %s cannot be overridden; W1 to W6 can. Land under a live certificate is never registered again."
              .formatted(proposed.gate()),
          "字段 gate：%s 不得例外审批，仅 W1 至 W6 可以。已有有效证书的土地不得再次登记。".formatted(proposed.gate()))
          .inField("gate").asException();
    }
    LocalDate today = clock.today();
    if (proposed.expiresOn().isBefore(today) || proposed.expiresOn().isAfter(today.plusDays(GateOverride.LONGEST_DAYS))) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "expiresOn: an override ends between today and a year from now.",
          "字段 expiresOn：例外审批的截止日须在今日至一年之内。").inField("expiresOn").asException();
    }
    requireUninvolved(application, person);
    List<Bilingual> missing = missing(proposed, application);
    if (missing.isEmpty()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Gate %s lacks nothing for %s, so there is nothing to override.".formatted(proposed.gate(), application.id()),
          "申请 %s 的 %s 条件没有欠缺，无须例外审批。".formatted(application.number(), proposed.gate()))
          .about(application.id()).asException();
    }
    long id = overrides.propose(application.id(), proposed.gate(), missing, proposed.reason(), proposed.document(),
        proposed.expiresOn(), person, clock.now());
    return Map.of("override", id, "gate", proposed.gate(), "reason", proposed.reason(), "document",
        proposed.document(), "expiresOn", proposed.expiresOn().toString(), "facts",
        missing.stream().map(Bilingual::zh).toList());
  }

  /** What the gate lacks before the step it is wanted for. */
  private List<Bilingual> missing(Command.ProposeOverride proposed, Application application) {
    Action step = step(proposed, application);
    return step.gates().stream().filter(rule -> rule.id().equals(proposed.gate()))
        .flatMap(rule -> lacking(rule, application, step, proposed.officer()).stream()).map(UnmetGate::fact).toList();
  }

  private List<UnmetGate> lacking(Rule rule, Application application, Action step, String officer) {
    return rule.missing(facts.read(application, step, officer, false));
  }

  private static Action step(Command.ProposeOverride proposed, Application application) {
    if (proposed.step() != null) {
      return Action.ofPath(proposed.step())
          .orElseThrow(() -> ProblemException.notFound("action", "操作", proposed.step()));
    }
    Action next = Action.next(application.state());
    boolean asked = next != null && next.gates().stream().anyMatch(rule -> rule.id().equals(proposed.gate()));
    return asked ? next : Action.REGISTER;
  }

  private Map<String, ?> confirm(long id, Application application, String person) {
    GateOverride override = overrides.get(application.id(), id);
    if (override.status(clock.today()) != Status.PROPOSED) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Override %d of %s waits for nobody's confirmation: it is confirmed, has ended or has expired."
              .formatted(id, application.id()),
          "申请 %s 的例外审批 %d 不在待确认状态（已确认、已终止或已过期）。".formatted(application.number(), id))
          .about(application.id()).asException();
    }
    if (override.proposedBy().equals(person)) {
      throw Problem.of(ProblemCode.FORBIDDEN,
          "You proposed override %d yourself: a second approver confirms it.".formatted(id),
          "例外审批 %d 由您本人提出，须由另一位局领导确认。".formatted(id)).about(application.id()).asException();
    }
    requireUninvolved(application, person);
    overrides.confirm(id, person, clock.now());
    return Map.of("override", id, "gate", override.gate(), "reason", override.reason(), "document",
        override.document(), "expiresOn", override.expiresOn().toString(), "proposedBy", override.proposedBy());
  }

  private Map<String, ?> end(Command.EndOverride ended, Application application, String person) {
    GateOverride override = overrides.get(application.id(), ended.override());
    if (override.endedAt() != null) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Override %d has ended already.".formatted(override.id()),
          "例外审批 %d 已终止。".formatted(override.id())).about(application.id()).asException();
    }
    overrides.end(override.id(), ended.reason(), person, clock.now());
    return Map.of("override", override.id(), "gate", override.gate(), "reason", ended.reason());
  }

  private static void requireUninvolved(Application application, String person) {
    if (person.equals(application.surveyor()) || person.equals(application.reviewer())) {
      throw Problem.of(ProblemCode.FORBIDDEN,
          "You surveyed or reviewed %s and cannot decide on an override of it.".formatted(application.id()),
          "您已办理申请 %s 的调查或审核，不得参与其例外审批。".formatted(application.number())).about(application.id())
          .asException();
    }
  }
}
