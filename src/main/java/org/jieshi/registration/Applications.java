package org.jieshi.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.disputes.Disputes;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Districts;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.gates.Rule;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Investigations;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.numbers.RunningNumbers;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The applications, for other modules: made, asked about, and certified. */
@Service
public class Applications {

  private final ApplicationStore store;
  private final RunningNumbers numbers;
  private final ApplicationFile file;
  private final Procedure procedure;
  private final FactsReader facts;
  private final SpatialUnits units;
  private final ParcelStanding standing;
  private final Investigations investigations;
  private final Disputes disputes;
  private final CurrentUser current;
  private final Districts districts;
  private final OfficeClock clock;
  private final AuditLog audit;

  Applications(ApplicationStore store, RunningNumbers numbers, ApplicationFile file, Procedure procedure,
      FactsReader facts, SpatialUnits units, ParcelStanding standing, Investigations investigations, Disputes disputes,
      CurrentUser current, Districts districts, OfficeClock clock, AuditLog audit) {
    this.store = store;
    this.numbers = numbers;
    this.file = file;
    this.procedure = procedure;
    this.facts = facts;
    this.units = units;
    this.standing = standing;
    this.investigations = investigations;
    this.disputes = disputes;
    this.current = current;
    this.districts = districts;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Applies for the registration of a parcel. Holder, location, use and nature of the right are taken from the parcel;
   * the surveyor states what is missing.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code DUPLICATE} if the parcel has an open application,
   *     {@code CONFLICTING_STATE} if it is certified, retired, or the parked face of a case
   */
  @Transactional
  public RegisteredRight apply(String parcel) {
    User person = current.require(Role.SURVEYOR, Role.REVIEWER);
    districts.requireParcel(parcel);
    units.lockParcel(parcel);
    UnitVersion unit = units.get(UnitKind.PARCEL, parcel);
    requireFree(unit);
    int year = clock.today().getYear();
    String number = numbers.next("APPLICATION", year);
    Application application = new Application("A" + number, "申" + number, unit.ref().id(), parcel, clock.today(),
        person.username(), 1, ApplicationState.APPLIED, null, null, null, null, title(unit), null);
    if (!store.insert(application, clock.now())) {
      throw duplicate(parcel);
    }
    file.addStep(application.id(), "apply", null, ApplicationState.APPLIED, person.username(), clock.now(),
        Map.of("parcel", parcel));
    standing.follow(application);
    audit.record("APPLICATION_APPLIED", "application", application.id(), Map.of("parcel", parcel));
    return view(application);
  }

  public RegisteredRight get(String id) {
    return store.find(id).map(this::view)
        .orElseThrow(() -> ProblemException.notFound("application", "申请", id));
  }

  /** The latest application of a parcel, open or not. */
  public Optional<RegisteredRight> find(String parcel) {
    return store.latestOf(parcel).map(this::view);
  }

  /** What the gates before this step lack, for the person asking. */
  @Transactional(readOnly = true)
  public List<UnmetGate> gates(String id, Action action) {
    String acting = current.require().username();
    Application application = store.find(id)
        .orElseThrow(() -> ProblemException.notFound("application", "申请", id));
    return Rule.unmet(action.gates(),
        facts.read(application, action, acting, action == Action.DECIDE_IN_MEETING));
  }

  /**
   * Ends the procedure with a certificate. Called inside the transaction that issues it, <em>before</em> the new
   * certificate is written: all gates are judged once more, W7 by the certificates that are live without it. The status
   * of the parcel is the caller's.
   *
   * @param certificateNumber of the certificate that is about to be written
   * @return what the certificate says
   * @throws ProblemException {@code FORBIDDEN}, {@code CONFLICTING_STATE}, {@code GATE_UNMET}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public RegisteredRight markCertified(String id, String certificateNumber) {
    RegisteredRight right = view(procedure.certify(id, certificateNumber));
    requireHoldersStated(right);
    return right;
  }

  /** Where a gate was overridden, or the survey is an old one: no paper says that several hold alone. */
  private static void requireHoldersStated(RegisteredRight right) {
    if (right.holding().leavesOpen(right.title().holder())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "%s are several holders of parcel %s, and the investigation form does not state how they hold: survey it again."
              .formatted(right.title().holder(), right.parcel()),
          "宗地 %2$s 的权利人“%1$s”为多人，而调查表未载明共有情况，请重新调查。"
              .formatted(right.title().holder(), right.parcel())).about(right.parcel()).asException();
    }
  }

  private RegisteredRight view(Application application) {
    InvestigationForm form = investigations.inForce(application.id()).map(Investigation::form).orElse(null);
    return new RegisteredRight(application.id(), application.number(), application.unitId(), application.parcel(),
        application.state(), application.revision(), application.title(), Holding.of(form), stated(form), application.appliedOn(),
        application.registeredOn(), application.surveyor(), application.reviewer(), application.approver(),
        facts.minutes(application).orElse(null));
  }

  private static Map<String, String> stated(@Nullable InvestigationForm form) {
    Map<String, String> stated = new HashMap<>();
    if (form != null) {
      stated.put("TFH", form.mapSheet());
      stated.put("ZDSZD", form.east());
      stated.put("ZDSZN", form.south());
      stated.put("ZDSZX", form.west());
      stated.put("ZDSZB", form.north());
      stated.values().removeIf(text -> text == null || text.isBlank());
    }
    return Map.copyOf(stated);
  }

  private void requireFree(UnitVersion unit) {
    String code = unit.ref().code();
    if (unit.status() == UnitStatus.CERTIFIED) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s is certified already; apply again after its certificate is cancelled.".formatted(code),
          "宗地 %s 已发证；须先注销证书方可再次申请。".formatted(code)).about(code).asException();
    }
    if (!unit.current()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Parcel %s is no longer on the register.".formatted(code),
          "宗地 %s 已不在册。".formatted(code)).about(code).asException();
    }
    if (ParcelCode.find(code).isPresent() && disputes.isParkedFace(code)) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Parcel %s is the disputed face of another; once it is won it can be applied for under its new number."
              .formatted(code), "宗地 %s 为争议部分另立的宗地，争议解决并改编代码后方可申请登记。".formatted(code))
          .about(code).asException();
    }
    store.latestOf(code).filter(latest -> !latest.state().isFinal()).ifPresent(open -> {
      throw duplicate(code);
    });
  }

  private ProblemException duplicate(String parcel) {
    String open = store.latestOf(parcel).map(Application::id).orElse("");
    return Problem.of(ProblemCode.DUPLICATE,
        "Parcel %s has the open application %s; go on with that one or withdraw it.".formatted(parcel, open),
        "宗地 %s 已有未结申请 %s，请继续办理或先撤回。".formatted(parcel, open)).about(parcel).asException();
  }

  private static TitleFacts title(UnitVersion unit) {
    UnitFacts known = unit.facts();
    LandUse use = LandUse.of(known.landUseScheme(), known.landUseCode());
    return new TitleFacts(known.party(), RightKind.ofParcel(unit.ref().code()), RightNature.read(known.rightNature()),
        known.location(), null, use, null);
  }
}
