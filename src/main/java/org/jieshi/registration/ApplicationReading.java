package org.jieshi.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jieshi.coordination.LetterSubject;
import org.jieshi.coordination.LiaisonLetters;
import org.jieshi.fees.FeeStanding;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.documents.Documents;
import org.jieshi.registration.documents.RequiredDocument;
import org.jieshi.registration.gates.Facts;
import org.jieshi.registration.gates.Rule;
import org.jieshi.registration.notice.Objection;
import org.jieshi.shared.Page;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows applications to people who are signed in. */
@Service
class ApplicationReading {

  private final ApplicationStore applications;
  private final ApplicationFile file;
  private final FactsReader reader;
  private final LiaisonLetters letters;
  private final Documents documents;
  private final Duplicates duplicates;
  private final CurrentUser current;

  ApplicationReading(ApplicationStore applications, ApplicationFile file, FactsReader reader, LiaisonLetters letters,
      Documents documents, Duplicates duplicates, CurrentUser current) {
    this.applications = applications;
    this.file = file;
    this.reader = reader;
    this.letters = letters;
    this.documents = documents;
    this.duplicates = duplicates;
    this.current = current;
  }

  @Transactional(readOnly = true)
  ApplicationView view(String id) {
    User person = current.require();
    Application application = applications.find(id)
        .orElseThrow(() -> ProblemException.notFound("application", "申请", id));
    Action next = Action.next(application.state());
    Facts facts = reader.read(application, next == null ? Action.CERTIFY : next, acting(next, person),
        next == Action.DECIDE_IN_MEETING);
    if (next == Action.APPROVE && !Rule.MEETING.unmet(facts).isEmpty()) {
      next = Action.DECIDE_IN_MEETING;
      facts = reader.read(application, next, acting(next, person), true);
    }
    Suspension suspension = application.suspension();
    return new ApplicationView(application.id(), application.number(), application.parcel(), application.state(),
        application.state().title(), suspension == null ? null : suspension.from(),
        suspension == null ? null : suspension.cause(), application.title(), application.appliedOn(),
        application.appliedBy(), application.registeredOn(), application.surveyor(), application.reviewer(),
        application.approver(), allowed(application, person.role(), facts.fees()), next == null ? null : next.path(),
        next == null ? List.of() : Rule.unmet(next.gates(), facts).stream().map(ApplicationView.Unmet::of).toList(),
        next == null ? List.of() : Rule.overridden(next.gates(), facts).stream().map(ApplicationView.Unmet::of).toList(),
        overrides(facts), duplicates.of(application, facts.investigation()), facts.useDecision(),
        facts.investigation() == null ? null : facts.investigation().masked(), facts.notice(), visible(facts.objections(), person.role()),
        reader.minutes(application).orElse(null), letters.forSubject(LetterSubject.APPLICATION, id),
        documents.of(id), required(facts), facts.fees(), file.steps(id), application.revision());
  }

  @Transactional(readOnly = true)
  Page<ApplicationView.Line> page(@Nullable ApplicationState state, @Nullable String parcel, @Nullable Boolean open,
      int page, int size) {
    Role role = current.require().role();
    return applications.page(state, parcel, open, current.require().district(), page, Page.size(size)).map(application -> {
      Action next = Action.next(application.state());
      return new ApplicationView.Line(application.id(), application.number(), application.parcel(),
          application.state(), application.state().title(), application.title().holder(), application.appliedOn(),
          application.registeredOn(), next == null ? null : next.path(), allowed(application, role, null),
          application.revision());
    });
  }

  Map<ApplicationState, Long> counts() {
    return applications.counts(current.require().district());
  }

  /** Whose step it is not is told what the step lacks, not that they are the wrong person. */
  private static @Nullable String acting(@Nullable Action next, User person) {
    return next != null && next.isFor(person.role()) ? person.username() : null;
  }

  private static List<ApplicationView.Override> overrides(Facts facts) {
    return facts.overrides().stream()
        .map(override -> new ApplicationView.Override(override, override.status(facts.today()))).toList();
  }

  private static List<DocumentKind> required(Facts facts) {
    return facts.required() == null ? List.of() : facts.required().stream().map(RequiredDocument::kind).toList();
  }

  /** How to reach who objected is for those who answer, nobody else; and they ask for the whole of it. */
  private static List<Objection> visible(List<Objection> objections, Role role) {
    return role == Role.REVIEWER || role == Role.MEDIATOR || role == Role.APPROVER ? objections.stream().map(Objection::masked).toList()
        : objections.stream().map(Objection::withoutContact).toList();
  }

  /**
   * What there is nothing to do for is not offered.
   *
   * @param fees null where they are not known; then nothing is known to go back
   */
  private static List<String> allowed(Application application, Role role, @Nullable FeeStanding fees) {
    boolean refundable = fees != null
        && fees.refundable(application.state().endedWithoutCertificate()).signum() > 0;
    return Arrays.stream(Action.values())
        .filter(action -> action.isFor(role) && application.refusal(action).isEmpty())
        .filter(action -> action != Action.REFUND_FEES || refundable)
        .filter(action -> action != Action.DECIDE_LAND_USE || ForestryOffice.usesDiffer(application.title()))
        .map(Action::path).toList();
  }
}
