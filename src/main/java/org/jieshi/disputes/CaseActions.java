package org.jieshi.disputes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.audit.AuditLog;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.User;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingCalendar;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acts on a case: checks who, when and whether, makes the step, and lets its consequences follow. */
@Service
class CaseActions {

  /** A recovered area as measured may differ from the mapped one by this share (rule A1). */
  private static final BigDecimal AREA_TOLERANCE = new BigDecimal("0.01");

  /** Actions that may be entered of an earlier day than the last step. */
  private static final Set<DisputeAction> BESIDE = EnumSet.of(DisputeAction.NOTE, DisputeAction.SESSION,
      DisputeAction.ASSIGN, DisputeAction.RECUSE, DisputeAction.OBJECT, DisputeAction.SUE);

  private final DisputeRepository disputes;
  private final Handlers handlers;
  private final SettlementEntry settlements;
  private final Settlements boundaries;
  private final ParkedFaces parked;
  private final WonFaces won;
  private final CaseTurns turns;
  private final ProofOfReturn proof;
  private final Conflicts conflicts;
  private final SpatialUnits units;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final WorkingCalendar calendar;

  CaseActions(DisputeRepository disputes, Handlers handlers, SettlementEntry settlements, Settlements boundaries,
      ParkedFaces parked, WonFaces won, CaseTurns turns, ProofOfReturn proof, Conflicts conflicts, SpatialUnits units,
      CurrentUser current, AuditLog audit, OfficeClock clock, WorkingCalendar calendar) {
    this.disputes = disputes;
    this.handlers = handlers;
    this.settlements = settlements;
    this.boundaries = boundaries;
    this.parked = parked;
    this.won = won;
    this.turns = turns;
    this.proof = proof;
    this.conflicts = conflicts;
    this.units = units;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
    this.calendar = calendar;
  }

  /** @param revision the revision of the case that the person has seen */
  @Transactional
  void act(String id, int revision, DisputeAction action, DisputeCommand command) {
    User actor = current.require(action.roles());
    Dispute dispute = disputes.lock(id);
    if (dispute.revision() != revision) {
      throw ProblemException.stale(id);
    }
    LocalDate today = clock.today();
    dispute.requireNotRecused(actor.username(), "handlers");
    Procedure.require(dispute, action, Clocks.of(dispute, calendar.load(), today));
    LocalDate on = command.on() == null ? today : command.on();
    dispute.requireDay(on, today, !BESIDE.contains(action));
    boolean wasOpen = dispute.stage().open();

    Map<String, ?> detail = make(dispute, action, command, on);
    boolean over = wasOpen && !dispute.stage().open();
    List<Map<String, Object>> renumbered = over && hasResult(dispute) ? won.renumber(dispute) : List.of();

    disputes.update(dispute);
    disputes.addEvent(dispute, action.name(), clock.now(), on, actor.username(), command.note(), detail);
    renumbered.forEach(each -> {
      disputes.addEvent(dispute, WonFaces.REASON, clock.now(), on, actor.username(), null, each);
      audit.record("PARCEL_RENUMBERED", "parcel", each.get("face"), each);
    });
    audit.record("DISPUTE_" + action.name(), "dispute", id, Map.of("stage", dispute.stage().name(), "detail", detail));
    if (dispute.stage() == DisputeStage.WITHDRAWN || dispute.stage() == DisputeStage.NOT_ACCEPTED) {
      conflicts.reopen(disputes.conflicts(id), dispute.number());
    }
    if (action == DisputeAction.PARK) {
      turns.tell(CaseChanged.Turn.PARKED, dispute);
    }
    if (action == DisputeAction.AGREE || action == DisputeAction.DECIDE || action == DisputeAction.RECOVER) {
      turns.settled(dispute, settlements.summary(dispute, detail),
          String.valueOf(detail.get(action == DisputeAction.RECOVER ? "document" : "documentNumber")));
    }
    if (over) {
      release(dispute);
      turns.tell(CaseChanged.Turn.RELEASED, dispute);
    }
  }

  /** The step itself; returns what the timeline keeps of it. */
  private Map<String, ?> make(Dispute dispute, DisputeAction action, DisputeCommand command, LocalDate on) {
    return switch (action) {
      case ASSIGN -> assign(dispute, ((DisputeCommand.Assign) command).handlers());
      case ACCEPT -> accept(dispute, (DisputeCommand.Accept) command, on);
      case REJECT -> done(() -> dispute.reject(on));
      case COPY -> done(() -> dispute.copy(on));
      case ANSWER -> done(() -> dispute.answer(on));
      case MEDIATE -> mediate(dispute, (DisputeCommand.Mediate) command, on);
      case SESSION -> session((DisputeCommand.Session) command);
      case ESCALATE -> done(() -> dispute.escalate(on, ((DisputeCommand.Escalate) command).to()));
      case EXTEND -> extend(dispute, (DisputeCommand.Extend) command);
      case REPORT -> done(() -> dispute.report(on));
      case AGREE -> settlements.agree(dispute, (DisputeCommand.Agree) command, on);
      case DECIDE -> settlements.decide(dispute, (DisputeCommand.Decide) command, on);
      case SERVE -> done(() -> dispute.serve(on));
      case ORDER -> order(dispute, (DisputeCommand.Order) command, on);
      case RECOVER -> recover(dispute, (DisputeCommand.Recover) command, on);
      case CLOSE -> done(() -> dispute.close(on));
      case WITHDRAW -> done(() -> dispute.withdraw(on));
      case RECUSE -> recuse(dispute, (DisputeCommand.Recuse) command, on);
      case OBJECT -> object(dispute, (DisputeCommand.Objection) command, on);
      case SUE -> sue(dispute, (DisputeCommand.Suit) command, on);
      case PARK -> parked.park(dispute, (DisputeCommand.Park) command, on);
      case NOTE -> Map.of();
    };
  }

  private Map<String, ?> assign(Dispute dispute, List<String> usernames) {
    dispute.assign(handlers.require(usernames));
    return Map.of("handlers", List.copyOf(dispute.handlers()));
  }

  private Map<String, ?> accept(Dispute dispute, DisputeCommand.Accept command, LocalDate on) {
    if (command.handlers() != null && !command.handlers().isEmpty()) {
      assign(dispute, command.handlers());
    }
    dispute.parties(Parties.kinds(dispute.parties(), command.individuals()));
    dispute.accept(on);
    return Map.of("handlers", List.copyOf(dispute.handlers()));
  }

  private Map<String, ?> recuse(Dispute dispute, DisputeCommand.Recuse command, LocalDate on) {
    if (command.replacement() != null) {
      handlers.require(List.of(command.replacement()));
    }
    dispute.recuse(command.handler(), command.replacement());
    disputes.addRecusal(dispute.id(), new Recusal(command.handler(), command.reason(), command.askedBy(),
        command.replacement(), on));
    return Map.of("handler", command.handler(), "askedBy", command.askedBy(), "handlers",
        List.copyOf(dispute.handlers()));
  }

  private static Map<String, ?> object(Dispute dispute, DisputeCommand.Objection command, LocalDate on) {
    if (dispute.parties().stream().noneMatch(party -> party.name().equals(command.party().strip()))) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "%s is no party of this case.".formatted(command.party()),
          "%s不是本案当事人。".formatted(command.party())).about(dispute.id()).inField("party").asException();
    }
    dispute.object(on);
    return Map.of("documentNumber", command.documentNumber(), "party", command.party().strip());
  }

  private static Map<String, ?> sue(Dispute dispute, DisputeCommand.Suit command, LocalDate on) {
    dispute.sue(on);
    return Map.of("court", command.court(), "caseNumber", command.caseNumber());
  }

  private static Map<String, ?> mediate(Dispute dispute, DisputeCommand.Mediate command, LocalDate on) {
    dispute.mediate(on, command.level() == null ? LadderLevel.NEGOTIATION : command.level());
    return Map.of();
  }

  private static Map<String, ?> session(DisputeCommand.Session session) {
    return Map.of("place", session.place(), "people", session.people());
  }

  private static Map<String, ?> extend(Dispute dispute, DisputeCommand.Extend command) {
    dispute.extend(command.until());
    return Map.of("until", command.until(), "approval", command.approval());
  }

  private static Map<String, ?> order(Dispute dispute, DisputeCommand.Order command, LocalDate on) {
    dispute.order(on, command.deadline());
    return Map.of("deadline", command.deadline(), "documentNumber", command.documentNumber());
  }

  private Map<String, ?> recover(Dispute dispute, DisputeCommand.Recover command, LocalDate on) {
    proof.require(dispute.id(), dispute.number());
    List<Long> ids = disputes.conflicts(dispute.id());
    BigDecimal mapped = boundaries.occupiedArea(ids);
    BigDecimal measured = command.area() == null ? mapped : command.area().setScale(2, RoundingMode.HALF_UP);
    if (measured.subtract(mapped).abs().compareTo(mapped.multiply(AREA_TOLERANCE)) > 0) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          ("%s m² were given back, but %s m² are occupied: a case ends when all of its land is back; import the "
              + "smaller claim first if only a part is.").formatted(measured, mapped),
          "收回 %s 平方米，而占用面积为 %s 平方米：全部收回方可登记；如仅部分收回，请先导入缩小后的占用范围。"
              .formatted(measured, mapped)).about(dispute.id()).inField("area").asException();
    }
    List<Settlement.Change> changes = boundaries.recover(new Settlements.Order(dispute, Outcome.CLAIM_WITHDRAWN, on,
        command.document(), null, true, new ChangeReason("RESTITUTION", dispute.id())), ids);
    dispute.recover(on);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("area", measured);
    detail.put("document", command.document());
    detail.put("changes", changes);
    return detail;
  }

  private static boolean hasResult(Dispute dispute) {
    return dispute.stage() == DisputeStage.AGREED || dispute.stage() == DisputeStage.CLOSED;
  }

  /** Contested parcels go back to where they stood, unless another case still holds them. */
  private void release(Dispute dispute) {
    if (!dispute.track().contestsTitle()) {
      return;
    }
    for (DisputedUnit unit : disputes.units(dispute.id())) {
      String code = unit.ref().code();
      if (unit.ref().kind() == UnitKind.PARCEL && units.get(unit.ref().id()).status() == UnitStatus.DISPUTED
          && disputes.statusBeforeOtherCases(dispute.id(), code).isEmpty()) {
        units.setParcelStatus(code, unit.statusBefore(), new ChangeReason("DISPUTE_OVER", dispute.id()));
      }
    }
  }

  private static Map<String, ?> done(Runnable step) {
    step.run();
    return Map.of();
  }
}
