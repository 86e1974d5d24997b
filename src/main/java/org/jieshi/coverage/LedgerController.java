package org.jieshi.coverage;

import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger behind the figures, for those who have to trust it: checked against the land, and made again. */
@RestController
@RequestMapping("/api/coverage/ledger")
class LedgerController {

  private static final int LISTED = 100;

  private final CoverageLedger ledger;
  private final LedgerUpkeep upkeep;
  private final CurrentUser current;
  private final AuditLog audit;

  LedgerController(CoverageLedger ledger, LedgerUpkeep upkeep, CurrentUser current, AuditLog audit) {
    this.ledger = ledger;
    this.upkeep = upkeep;
    this.current = current;
    this.audit = audit;
  }

  /** Counts all land anew and compares: a minute on a county's register. */
  @GetMapping("/check")
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Check check() {
    current.require(Role.MANAGER, Role.ADMINISTRATOR);
    List<LedgerDifference> differences = ledger.differences();
    return new Check(differences.isEmpty(), ledger.stale(), differences.size(),
        differences.subList(0, Math.min(LISTED, differences.size())));
  }

  @PostMapping("/rebuild")
  @Transactional
  public Rebuilt rebuild() {
    current.require(Role.ADMINISTRATOR);
    ledger.distrust();
    audit.record("COVERAGE_LEDGER_REBUILT", "coverage", "*", Map.of());
    return new Rebuilt(upkeep.settle());
  }

  /**
   * @param stale plots that wait to be counted; reading counts them meanwhile
   * @param differences where what is written differs from the land, the first hundred
   */
  record Check(boolean agrees, int stale, int total, List<LedgerDifference> differences) {
  }

  /** @param done false: it goes on in the background, and reading counts meanwhile */
  record Rebuilt(boolean done) {
  }
}
