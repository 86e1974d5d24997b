package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.audit.AuditLog;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.Box;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases from conflicts: triage, parties, number, and the hold on parcels whose title is contested. */
@Service
class CaseOpening {

  private final DisputeRepository disputes;
  private final Handlers handlers;
  private final CaseTurns turns;
  private final Conflicts conflicts;
  private final SpatialUnits units;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;
  private final String farm;

  CaseOpening(DisputeRepository disputes, Handlers handlers, CaseTurns turns, Conflicts conflicts, SpatialUnits units,
      CurrentUser current, AuditLog audit, OfficeClock clock, @Value("${jieshi.farm.name}") String farm) {
    this.disputes = disputes;
    this.handlers = handlers;
    this.turns = turns;
    this.conflicts = conflicts;
    this.units = units;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
    this.farm = farm;
  }

  /** Returns the id of the new case. */
  @Transactional
  String open(OpenCase wanted) {
    User opening = current.require(Role.REVIEWER, Role.MEDIATOR);
    List<Conflict> taken = new TreeSet<>(wanted.conflicts()).stream().map(conflicts::get).toList();
    taken.forEach(CaseOpening::requireFree);
    List<UnitVersion> inDispute = unitsOf(taken);
    Triage triage = TriagePolicy.triage(taken, inDispute, wanted);
    List<Party> parties = Parties.kinds(Parties.of(inDispute, farm, wanted.applicant()), wanted.individuals());

    LocalDate today = clock.today();
    Dispute dispute = Dispute.open(disputes.nextNumber(today.getYear()), title(wanted, parties), triage,
        opening.username(), clock.now(), today, parties);
    if (wanted.handlers() != null && !wanted.handlers().isEmpty()) {
      dispute.assign(handlers.require(wanted.handlers()));
    }
    insert(dispute, taken, inDispute);
    disputes.addEvent(dispute, "OPEN", clock.now(), today, opening.username(), triage.note(),
        Map.of("track", triage.track(), "conflicts", wanted.conflicts()));
    audit.record("DISPUTE_OPENED", "dispute", dispute.id(),
        Map.of("track", triage.track().name(), "conflicts", wanted.conflicts()));
    if (dispute.stage().open()) {
      conflicts.attachToCase(ids(taken), dispute.number());
    }
    if (dispute.stage().open() && triage.track().contestsTitle()) {
      hold(dispute, inDispute);
    }
    if (dispute.stage().open()) {
      turns.tell(CaseChanged.Turn.OPENED, dispute);
    }
    return dispute.id();
  }

  private void insert(Dispute dispute, List<Conflict> taken, List<UnitVersion> inDispute) {
    Envelope bounds = new Envelope();
    taken.forEach(conflict -> bounds.expandToInclude(conflict.degrees().getEnvelopeInternal()));
    List<DisputedUnit> rows = inDispute.stream().map(unit -> new DisputedUnit(unit.ref(), statusBefore(dispute, unit)))
        .toList();
    try {
      disputes.insert(dispute, Box.of(bounds), rows, ids(taken));
    } catch (DuplicateKeyException taking) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "One of the conflicts was just taken into another case; load them again.", "所选冲突刚被其他案件采用，请重新载入。")
          .asException();
    }
  }

  private UnitStatus statusBefore(Dispute dispute, UnitVersion unit) {
    return unit.status() != UnitStatus.DISPUTED ? unit.status()
        : disputes.statusBeforeOtherCases(dispute.id(), unit.ref().code()).map(UnitStatus::valueOf)
            .orElse(UnitStatus.SURVEYED);
  }

  /** Certified land keeps its status: its certificate is live until it is cancelled. */
  private void hold(Dispute dispute, List<UnitVersion> inDispute) {
    inDispute.stream()
        .filter(unit -> unit.ref().kind() == UnitKind.PARCEL)
        .filter(unit -> unit.status() == UnitStatus.SURVEYED || unit.status() == UnitStatus.PENDING)
        .forEach(unit -> units.setParcelStatus(unit.ref().code(), UnitStatus.DISPUTED,
            new ChangeReason("DISPUTE", dispute.id())));
  }

  private List<UnitVersion> unitsOf(List<Conflict> taken) {
    return units.getAll(taken.stream().flatMap(c -> Stream.of(c.left().id(), c.right().id()))
            .collect(Collectors.toCollection(TreeSet::new))).stream()
        .sorted(Comparator.comparing((UnitVersion unit) -> unit.ref().kind()).thenComparing(unit -> unit.ref().code()))
        .toList();
  }

  private static void requireFree(Conflict conflict) {
    if (conflict.status() != ConflictStatus.OPEN) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, switch (conflict.status()) {
        case IN_CASE -> "Conflict %d is already in case %s.".formatted(conflict.id(), conflict.caseNumber());
        case SETTLED -> "Conflict %d was settled in case %s.".formatted(conflict.id(), conflict.caseNumber());
        default -> "Conflict %d is gone: the two no longer overlap.".formatted(conflict.id());
      }, switch (conflict.status()) {
        case IN_CASE -> "冲突 %d 已在案件 %s 中。".formatted(conflict.id(), conflict.caseNumber());
        case SETTLED -> "冲突 %d 已由案件 %s 了结。".formatted(conflict.id(), conflict.caseNumber());
        default -> "冲突 %d 已消除，双方不再重叠。".formatted(conflict.id());
      }).about(String.valueOf(conflict.id())).inField("conflicts").asException();
    }
  }

  private static List<Long> ids(Collection<Conflict> conflicts) {
    return conflicts.stream().map(Conflict::id).toList();
  }

  private static String title(OpenCase wanted, List<Party> parties) {
    return wanted.title() != null && !wanted.title().isBlank() ? wanted.title().strip()
        : parties.stream().map(Party::name).collect(Collectors.joining(" – "));
  }
}
