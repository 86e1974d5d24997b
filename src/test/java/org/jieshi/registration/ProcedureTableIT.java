package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jieshi.identity.Role;
import org.jieshi.registration.investigation.PointingStep;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of {@link ActionTableTest} as the program keeps to it: every state and step, and every step and role. */
@EachDatabase
@Import(Office.class)
class ProcedureTableIT {

  private static final Map<Role, String> PERSONS = Map.of(Role.SURVEYOR, Office.SURVEYOR, Role.REVIEWER, Office.REVIEWER,
      Role.MEDIATOR, Office.MEDIATOR, Role.APPROVER, Office.APPROVER, Role.MANAGER, Office.MANAGER, Role.ADMINISTRATOR,
      Office.ADMINISTRATOR);

  @Autowired Office office;
  @Autowired Procedure procedure;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  @BeforeEach
  void theOfficeIsOpen() {
    office.open();
  }

  @Test
  void everyStepIsRefusedInEveryStateThatTheTableForbidsAndInNoOther() {
    String id = office.noticedByNow();
    List<String> wrong = new ArrayList<>();
    for (Arguments pair : ActionTableTest.everyPair().toList()) {
      ApplicationState state = (ApplicationState) pair.get()[0];
      Action action = Action.ofPath((String) pair.get()[1]).orElseThrow();
      Problem refusal = attempt(id, state, action, PERSONS.get(action.roles()[0]));
      boolean refused = refusal != null && refusal.code() == ProblemCode.CONFLICTING_STATE
          && refusal.detail().en().endsWith(action.path() + " is not possible now.");
      if (refused != pair.get()[2].equals(".")) {
        wrong.add(state + " " + action.path() + ": " + refusal);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nobodyTakesAStepThatIsNotTheirs() {
    String id = office.noticedByNow();
    List<String> wrong = new ArrayList<>();
    for (Action action : Action.values()) {
      PERSONS.forEach((role, person) -> {
        Problem refusal = attempt(id, ApplicationState.NOTICED, action, person);
        boolean forbidden = refusal != null && refusal.code() == ProblemCode.FORBIDDEN;
        if (forbidden == action.isFor(role)) {
          wrong.add(role + " " + action.path() + ": " + refusal);
        }
      });
    }
    assertThat(wrong).isEmpty();
  }

  /** Taken back whatever comes of it; the refusal, or null. */
  private @Nullable Problem attempt(String id, ApplicationState state, Action action, String person) {
    return transactions.execute(running -> {
      running.setRollbackOnly();
      put(id, state);
      try {
        office.as(person, () -> action == Action.CERTIFY ? procedure.certify(id, "第1号")
            : procedure.take(id, null, command(action)));
        return null;
      } catch (ProblemException refused) {
        return refused.problem();
      }
    });
  }

  private void put(String id, ApplicationState state) {
    boolean suspended = state == ApplicationState.SUSPENDED;
    jdbc.sql("""
        update application set state = :state, suspended_from = :from, suspended_for = :for, surveyor = :surveyor,
          reviewer = :reviewer, approver = :approver, registered_on = :day where id = :id
        """).param("state", state.name()).param("from", suspended ? "NOTICED" : null)
        .param("for", suspended ? "OTHER" : null).param("surveyor", Office.SURVEYOR).param("reviewer", Office.REVIEWER)
        .param("approver", Office.APPROVER).param("day", clock.today()).param("id", id).update();
  }

  private Command command(Action action) {
    LocalDate today = clock.today();
    Map<Action, Command> commands = new EnumMap<>(Action.class);
    List.of(office.survey(), new Command.PublishNotice("场部"), new Command.Review("清楚"), new Command.Approve("同意"),
        office.meeting(), new Command.Consult(null, null, null), new Command.Register(null),
        new Command.Suspend("暂停", Suspension.Cause.OTHER), new Command.Resume("恢复"), new Command.Reject("不予登记"),
        new Command.Withdraw("撤回"), new Command.SettleFees("R", today), new Command.ExemptFees("减免", "文号"),
        new Command.DecideLandUse(UseDecision.Registered.ACTUAL, "协商", "文号"),
        new Command.RefundFees(new BigDecimal("1.00"), "退费", "文号", "T", today),
        new Command.PointBoundary(0, PointingStep.SIGN, today, "甲", "乙", null, null, null, null, null),
        new Command.FillForm(null, null),
        new Command.ProposeOverride("W1", "急办", "文号", today.plusDays(9), "review", null),
        new Command.ConfirmOverride(1L), new Command.EndOverride(1L, "不再需要"))
        .forEach(each -> commands.put(each.action(), each));
    return commands.get(action);
  }
}
