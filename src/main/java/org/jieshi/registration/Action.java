package org.jieshi.registration;

import static org.jieshi.registration.ApplicationState.APPLIED;
import static org.jieshi.registration.ApplicationState.CERTIFIED;
import static org.jieshi.registration.ApplicationState.CONSULTED;
import static org.jieshi.registration.ApplicationState.LEADER_APPROVED;
import static org.jieshi.registration.ApplicationState.MEETING_DECIDED;
import static org.jieshi.registration.ApplicationState.NOTICED;
import static org.jieshi.registration.ApplicationState.REGISTERED;
import static org.jieshi.registration.ApplicationState.REJECTED;
import static org.jieshi.registration.ApplicationState.REVIEWED;
import static org.jieshi.registration.ApplicationState.SURVEYED;
import static org.jieshi.registration.ApplicationState.SUSPENDED;
import static org.jieshi.registration.ApplicationState.WITHDRAWN;
import static org.jieshi.registration.gates.Rule.FEES_AND_DOCUMENTS;
import static org.jieshi.registration.gates.Rule.FORESTRY;
import static org.jieshi.registration.gates.Rule.FOUR_EYES;
import static org.jieshi.registration.gates.Rule.MEETING;
import static org.jieshi.registration.gates.Rule.NOTICE_POSSIBLE;
import static org.jieshi.registration.gates.Rule.NOTICE_RUN;
import static org.jieshi.registration.gates.Rule.NO_LIVE_CERTIFICATE;
import static org.jieshi.registration.gates.Rule.UNDISPUTED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jieshi.identity.Role;
import org.jieshi.registration.gates.Officers.Office;
import org.jieshi.registration.gates.Rule;
import org.jspecify.annotations.Nullable;

/** The steps of the procedure: from which states, to which, by whom, past which gates. */
public enum Action {

  RECORD_SURVEY(EnumSet.range(APPLIED, CONSULTED), SURVEYED, Office.SURVEYOR, Set.of(), Role.SURVEYOR),
  PUBLISH_NOTICE(EnumSet.of(SURVEYED, NOTICED), NOTICED, Office.REVIEWER,
      EnumSet.of(NOTICE_POSSIBLE, UNDISPUTED, FOUR_EYES), Role.REVIEWER),
  REVIEW(EnumSet.of(NOTICED), REVIEWED, Office.REVIEWER, EnumSet.of(NOTICE_RUN, UNDISPUTED, FOUR_EYES),
      Role.REVIEWER),
  APPROVE(EnumSet.of(REVIEWED), LEADER_APPROVED, Office.APPROVER,
      EnumSet.of(NOTICE_RUN, UNDISPUTED, FOUR_EYES, MEETING), Role.APPROVER),
  DECIDE_IN_MEETING(EnumSet.of(REVIEWED, LEADER_APPROVED, CONSULTED), MEETING_DECIDED, Office.APPROVER,
      EnumSet.of(NOTICE_RUN, UNDISPUTED, FOUR_EYES, MEETING), Role.APPROVER),
  CONSULT(EnumSet.of(LEADER_APPROVED, MEETING_DECIDED, CONSULTED), CONSULTED, Office.REVIEWER,
      EnumSet.of(NOTICE_RUN, UNDISPUTED, FOUR_EYES, MEETING), Role.REVIEWER),
  REGISTER(EnumSet.of(CONSULTED), REGISTERED, Office.APPROVER, Rules.ALL, Role.APPROVER),
  /** Taken by the module certificates, inside the transaction that issues the certificate. */
  CERTIFY(EnumSet.of(REGISTERED), CERTIFIED, Office.APPROVER, Rules.ALL, Role.APPROVER),

  SUSPEND(ApplicationState.open(), SUSPENDED, Office.REVIEWER, Set.of(), Role.REVIEWER, Role.MEDIATOR, Role.APPROVER),
  RESUME(EnumSet.of(SUSPENDED), null, Office.REVIEWER, EnumSet.of(UNDISPUTED), Role.REVIEWER, Role.APPROVER),
  REJECT(Rules.openOrParked(), REJECTED, Office.APPROVER, Set.of(), Role.APPROVER),
  /** Not after the entry in the register (不动产登记暂行条例 Art. 15). */
  WITHDRAW(Rules.beforeEntryOrParked(), WITHDRAWN, Office.SURVEYOR, Set.of(), Role.SURVEYOR, Role.REVIEWER),
  SETTLE_FEES(Rules.openOrParked(), null, Office.REVIEWER, Set.of(), Role.REVIEWER),
  EXEMPT_FEES(Rules.openOrParked(), null, Office.APPROVER, Set.of(), Role.APPROVER),
  /** Which use is registered where the approved and the actual one differ. */
  DECIDE_LAND_USE(Rules.surveyedOrParked(), null, Office.APPROVER, Set.of(), Role.APPROVER),
  /** What was paid too much goes back; all of it where the application ended without a certificate. */
  REFUND_FEES(EnumSet.allOf(ApplicationState.class), null, Office.APPROVER, Set.of(), Role.APPROVER),
  /** One step of pointing out the boundary with one neighbour. */
  POINT_BOUNDARY(Rules.surveyedOrParked(), null, Office.SURVEYOR, Set.of(), Role.SURVEYOR, Role.REVIEWER),
  /** Form and boundary table, as long as nothing was made public. */
  FILL_FORM(EnumSet.of(SURVEYED), null, Office.SURVEYOR, Set.of(), Role.SURVEYOR),
  /** An override of one of W1–W6, in force once a second approver confirmed it. */
  PROPOSE_OVERRIDE(Rules.openOrParked(), null, Office.APPROVER, Set.of(), Role.APPROVER),
  CONFIRM_OVERRIDE(Rules.openOrParked(), null, Office.APPROVER, Set.of(), Role.APPROVER),
  END_OVERRIDE(Rules.openOrParked(), null, Office.APPROVER, Set.of(), Role.APPROVER);

  private final Set<ApplicationState> from;
  private final @Nullable ApplicationState to;
  private final Office office;
  private final Set<Rule> gates;
  private final List<Role> roles;

  Action(Set<ApplicationState> from, @Nullable ApplicationState to, Office office, Set<Rule> gates, Role... roles) {
    this.from = from;
    this.to = to;
    this.office = office;
    this.gates = gates;
    this.roles = List.of(roles);
  }

  /** As in the address, {@code publish-notice}. */
  public String path() {
    return name().toLowerCase().replace('_', '-');
  }

  /** By its name in the address. */
  static Optional<Action> ofPath(String path) {
    return Arrays.stream(values()).filter(action -> action.path().equals(path)).findFirst();
  }

  /** The step the procedure waits for in this state; null when it has ended. */
  static @Nullable Action next(ApplicationState state) {
    return switch (state) {
      case APPLIED -> RECORD_SURVEY;
      case SURVEYED -> PUBLISH_NOTICE;
      case NOTICED -> REVIEW;
      case REVIEWED -> APPROVE;
      case LEADER_APPROVED, MEETING_DECIDED -> CONSULT;
      case CONSULTED -> REGISTER;
      case REGISTERED -> CERTIFY;
      case SUSPENDED -> RESUME;
      case CERTIFIED, REJECTED, WITHDRAWN -> null;
    };
  }

  boolean startsFrom(ApplicationState state) {
    return from.contains(state);
  }

  /** Null for a step that leaves the state, or leads back to an earlier one. */
  @Nullable ApplicationState to() {
    return to;
  }

  Office office() {
    return office;
  }

  Set<Rule> gates() {
    return gates;
  }

  Role[] roles() {
    return roles.toArray(Role[]::new);
  }

  boolean isFor(Role role) {
    return roles.contains(role);
  }

  private static final class Rules {

    static final Set<Rule> ALL = EnumSet.of(NOTICE_RUN, UNDISPUTED, FORESTRY, FOUR_EYES, MEETING, FEES_AND_DOCUMENTS,
        NO_LIVE_CERTIFICATE);

    static Set<ApplicationState> openOrParked() {
      Set<ApplicationState> states = EnumSet.copyOf(ApplicationState.open());
      states.add(SUSPENDED);
      return states;
    }

    static Set<ApplicationState> surveyedOrParked() {
      Set<ApplicationState> states = EnumSet.range(SURVEYED, CONSULTED);
      states.add(SUSPENDED);
      return states;
    }

    static Set<ApplicationState> beforeEntryOrParked() {
      Set<ApplicationState> states = openOrParked();
      states.remove(REGISTERED);
      return states;
    }
  }
}
