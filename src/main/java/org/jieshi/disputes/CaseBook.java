package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The book of the cases, for what belongs to a case without being a step of its procedure: proposals, evidence, visits.
 * What is entered is added to the timeline and to the audit log; it makes nobody's view of the case stale.
 */
@Component
public class CaseBook {

  private final DisputeRepository disputes;
  private final CurrentUser current;
  private final AuditLog audit;
  private final OfficeClock clock;

  CaseBook(DisputeRepository disputes, CurrentUser current, AuditLog audit, OfficeClock clock) {
    this.disputes = disputes;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A case as those see it who add to it.
   *
   * @param units parcels, claims and evidence whose land is in dispute, in the versions when the case was opened
   * @param conflicts ids, whatever became of them
   */
  public record Entry(String id, String number, String title, DisputeTrack track, DisputeStage stage,
      LocalDate openedOn, List<String> parties, Map<String, List<String>> unitsOfParty, List<String> handlers,
      List<UnitRef> units, List<Long> conflicts, String actor) {

    /** The party, by its name as it stands in the case; refused with {@code INVALID_FIELD}. */
    public String party(String name, String field) {
      if (!parties.contains(name.strip())) {
        throw Problem.of(ProblemCode.INVALID_FIELD,
            "%s is no party of case %s; the parties are %s.".formatted(name, id, String.join(", ", parties)),
            "%s不是案件 %s 的当事人；当事人为：%s。".formatted(name, number, String.join("、", parties)))
            .about(id).inField(field).asException();
      }
      return name.strip();
    }

    /** The party that a unit stands for. */
    public String partyOf(String unitCode) {
      return unitsOfParty.entrySet().stream().filter(entry -> entry.getValue().contains(unitCode))
          .map(Map.Entry::getKey).findFirst().orElse(unitCode);
    }
  }

  /** Refused with {@code NOT_FOUND} if there is none. */
  public Entry get(String id) {
    User reader = current.require();
    return entry(disputes.find(id).orElseThrow(() -> ProblemException.notFound("dispute case", "争议案件", id)), reader);
  }

  /**
   * Locks the case for an addition.
   *
   * @param on the day that is to be entered; null for today
   * @throws ProblemException {@code CONFLICTING_STATE} if the file is closed, {@code INVALID_FIELD} for a day before
   *     the case or in the future, or for somebody who was recused
   */
  public Entry open(String id, @Nullable LocalDate on, Role... roles) {
    User actor = current.require(roles);
    Dispute dispute = disputes.lock(id);
    dispute.requireNotRecused(actor.username(), "handlers");
    if (dispute.stage().ended()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Case %s is %s and takes nothing more.".formatted(id, dispute.stage().title().en()),
          "案件 %s 当前为“%s”，不再接收材料。".formatted(dispute.number(), dispute.stage().title().zh()))
          .about(id).asException();
    }
    if (on != null && on.isAfter(clock.today())) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "%s lies ahead: give a day up to today.".formatted(on),
          "日期 %s 尚未到来，请填写今日或以前的日期。".formatted(on)).about(id).inField("on").asException();
    }
    return entry(dispute, actor);
  }

  /** Adds to the timeline and to the audit log. @param what a word in capitals: {@code EVIDENCE} */
  public void enter(Entry entry, String what, @Nullable LocalDate on, @Nullable String note, Map<String, ?> detail) {
    Dispute dispute = disputes.find(entry.id()).orElseThrow();
    disputes.addEvent(dispute, what, clock.now(), on == null ? clock.today() : on, entry.actor(), note, detail);
    audit.record("DISPUTE_" + what, "dispute", entry.id(), detail);
  }

  private Entry entry(Dispute dispute, User actor) {
    Map<String, List<String>> units = new java.util.LinkedHashMap<>();
    dispute.parties().forEach(party -> units.put(party.name(), party.units()));
    return new Entry(dispute.id(), dispute.number(), dispute.title(), dispute.track(), dispute.stage(),
        dispute.date(Milestone.OPENED).orElseThrow(), dispute.parties().stream().map(Party::name).toList(), units,
        List.copyOf(dispute.handlers()),
        disputes.unparkedUnits(dispute.id()).stream().map(DisputedUnit::ref).toList(),
        disputes.conflicts(dispute.id()), actor.username());
  }
}
