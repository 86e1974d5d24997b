package org.jieshi.registration;

import java.time.LocalDate;
import java.util.Optional;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.registration.gates.Officers;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * An application. Its transitions guard the state they start from; whether the gates of {@link Action} are passed has
 * been judged before, from facts the application does not hold.
 */
final class Application {

  private final String id;
  private final String number;
  private final long unitId;
  private final String parcel;
  private final LocalDate appliedOn;
  private final String appliedBy;
  private final int revision;
  private ApplicationState state;
  private @Nullable Suspension suspension;
  private @Nullable String surveyor;
  private @Nullable String reviewer;
  private @Nullable String approver;
  private TitleFacts title;
  private @Nullable LocalDate registeredOn;

  Application(String id, String number, long unitId, String parcel, LocalDate appliedOn, String appliedBy, int revision,
      ApplicationState state, @Nullable Suspension suspension, @Nullable String surveyor, @Nullable String reviewer,
      @Nullable String approver, TitleFacts title, @Nullable LocalDate registeredOn) {
    this.id = id;
    this.number = number;
    this.unitId = unitId;
    this.parcel = parcel;
    this.appliedOn = appliedOn;
    this.appliedBy = appliedBy;
    this.revision = revision;
    this.state = state;
    this.suspension = suspension;
    this.surveyor = surveyor;
    this.reviewer = reviewer;
    this.approver = approver;
    this.title = title;
    this.registeredOn = registeredOn;
  }

  /** Why this step can't be taken in the present state; empty if it can. */
  Optional<Problem> refusal(Action action) {
    boolean entered = suspension != null && suspension.from() == ApplicationState.REGISTERED;
    if (action.startsFrom(state) && !(action == Action.WITHDRAW && entered)) {
      return Optional.empty();
    }
    return Optional.of(Problem.of(ProblemCode.CONFLICTING_STATE,
        "Application %s is %s: %s is not possible now.".formatted(number, state.title().en(), action.path()),
        "申请 %s 当前为“%s”，不能办理 %s。".formatted(number, state.title().zh(), action.path())).about(id));
  }

  /** A new survey: whoever reviewed or approved before did so for other facts. */
  void recordSurvey(String person, TitleFacts stated) {
    guard(Action.RECORD_SURVEY);
    state = ApplicationState.SURVEYED;
    title = title.with(stated);
    surveyor = person;
    reviewer = null;
    approver = null;
  }

  /** The form says it anew, before anything was made public. */
  void restate(TitleFacts stated) {
    guard(Action.FILL_FORM);
    title = title.with(stated);
  }

  void publishNotice() {
    guard(Action.PUBLISH_NOTICE);
    state = ApplicationState.NOTICED;
  }

  void review(String person) {
    guard(Action.REVIEW);
    state = ApplicationState.REVIEWED;
    reviewer = person;
  }

  void approve(String person) {
    guard(Action.APPROVE);
    state = ApplicationState.LEADER_APPROVED;
    approver = person;
  }

  void decideInMeeting(String person) {
    guard(Action.DECIDE_IN_MEETING);
    state = ApplicationState.MEETING_DECIDED;
    approver = person;
  }

  void consult() {
    guard(Action.CONSULT);
    state = ApplicationState.CONSULTED;
  }

  void register(LocalDate day) {
    guard(Action.REGISTER);
    state = ApplicationState.REGISTERED;
    registeredOn = day;
  }

  void certify() {
    guard(Action.CERTIFY);
    state = ApplicationState.CERTIFIED;
  }

  void suspend(Cause cause) {
    guard(Action.SUSPEND);
    suspension = new Suspension(state, cause);
    state = ApplicationState.SUSPENDED;
  }

  void resume() {
    guard(Action.RESUME);
    state = suspension.from();
    suspension = null;
  }

  void reject() {
    guard(Action.REJECT);
    close(ApplicationState.REJECTED);
  }

  void withdraw() {
    guard(Action.WITHDRAW);
    close(ApplicationState.WITHDRAWN);
  }

  private void close(ApplicationState end) {
    state = end;
    suspension = null;
    registeredOn = null;
  }

  private void guard(Action action) {
    refusal(action).ifPresent(problem -> {
      throw problem.asException();
    });
  }

  /** The officers as this step finds them. */
  Officers officers(Action action, @Nullable String acting) {
    return new Officers(surveyor, reviewer, approver, acting, action.office());
  }

  String id() {
    return id;
  }

  String number() {
    return number;
  }

  long unitId() {
    return unitId;
  }

  String parcel() {
    return parcel;
  }

  LocalDate appliedOn() {
    return appliedOn;
  }

  String appliedBy() {
    return appliedBy;
  }

  int revision() {
    return revision;
  }

  ApplicationState state() {
    return state;
  }

  @Nullable Suspension suspension() {
    return suspension;
  }

  @Nullable String surveyor() {
    return surveyor;
  }

  @Nullable String reviewer() {
    return reviewer;
  }

  @Nullable String approver() {
    return approver;
  }

  TitleFacts title() {
    return title;
  }

  @Nullable LocalDate registeredOn() {
    return registeredOn;
  }
}
