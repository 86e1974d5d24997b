package org.jieshi.coordination.village;

import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.coordination.Numbers;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Page;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claimants' statements and objections, from the receipt to the written answer. */
@Service
class VillageStatements {

  /** Of one link on one day: enough for any village, too few for a machine. */
  static final int MOST_A_DAY = 20;

  static final Role[] OFFICE = {Role.REVIEWER, Role.MEDIATOR, Role.APPROVER};

  private final StatementStore store;
  private final VillageMatter matter;
  private final Numbers numbers;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  VillageStatements(StatementStore store, VillageMatter matter, Numbers numbers, CurrentUser current, OfficeClock clock,
      AuditLog audit) {
    this.store = store;
    this.matter = matter;
    this.numbers = numbers;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  record New(VillageStatement.Kind kind, @Nullable String claim, @Nullable Long conflict, String person, String contact,
      String body) {
  }

  @Transactional
  VillageStatement lodge(VillageGate.Guest guest, New statement) {
    int today = store.countOf(guest.linkId(), clock.today());
    if (today >= MOST_A_DAY) {
      throw Problem.of(ProblemCode.TOO_MANY_TRIES, "That is %d statements today; go on tomorrow or come to the office."
          .formatted(today), "今日已提交 %d 份，请明日再提交或到窗口办理。".formatted(today)).asException();
    }
    String claim = statement.conflict() != null
        ? matter.conflict(guest.claimant(), statement.conflict()).right().code()
        : matter.claim(guest.claimant(), statement.claim() == null ? "" : statement.claim()).ref().code();
    String number = numbers.next("STATEMENT", clock.today().getYear());
    String id = "S" + number;
    store.insert(id, "述" + number, guest, claim, statement, clock.now(), clock.today());
    audit.record("VILLAGE_STATEMENT_LODGED", "village-statement", id,
        Map.of("claim", claim, "kind", statement.kind().name()));
    return get(id);
  }

  @Transactional
  VillageStatement answer(String id, String answer) {
    String me = current.require(OFFICE).username();
    get(id);
    if (!store.answer(id, answer, me, clock.today())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Statement %s is answered already.".formatted(id),
          "陈述 %s 已答复。".formatted(id)).about(id).asException();
    }
    audit.record("VILLAGE_STATEMENT_ANSWERED", "village-statement", id);
    return get(id);
  }

  Page<VillageStatement> page(VillageStatement.@Nullable Status status, int page, int size) {
    current.require(OFFICE);
    return store.page(status, page, Page.size(size)).map(VillageStatement::masked);
  }

  /** All of one claimant, the newest first. */
  List<VillageStatement> of(String claimant) {
    return store.of(claimant);
  }

  VillageStatement get(String id) {
    return store.find(id).orElseThrow(() -> ProblemException.notFound("statement", "陈述", id));
  }
}
