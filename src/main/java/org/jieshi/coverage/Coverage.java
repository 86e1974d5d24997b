package org.jieshi.coverage;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jieshi.audit.AuditTrail;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.PastDay;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Coverage of the farm's land, now or at the end of a day. */
@Service
public class Coverage {

  private static final int REMEMBERED = 32;

  /** What was asked of which state of the register; every change of it moves the head of the audit chain. */
  private record Question(Grouping by, @Nullable LocalDate asOf, long auditHead) {
  }

  private final RegisterReader reader;
  private final CoverageLedger ledger;
  private final AuditTrail trail;
  private final OfficeClock clock;
  private final Map<Question, CoverageReport> answers = new LinkedHashMap<>() {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Question, CoverageReport> eldest) {
      return size() > REMEMBERED;
    }
  };

  Coverage(RegisterReader reader, CoverageLedger ledger, AuditTrail trail, OfficeClock clock) {
    this.reader = reader;
    this.ledger = ledger;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Reads everything in one snapshot, once for each state of the register: now from the ledger, a day gone by from the
   * versions, certificates and conflicts of that day.
   *
   * @param asOf the day at whose end it was so, Beijing time; null: now
   * @throws org.jieshi.shared.ProblemException {@code BAD_REQUEST} for a day that has not come yet
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public CoverageReport report(Grouping by, @Nullable LocalDate asOf) {
    if (asOf != null && asOf.isAfter(clock.today())) {
      throw Problem.of(ProblemCode.BAD_REQUEST, "%s has not come yet: what will be is not on record.".formatted(asOf),
          "%s 尚未到来，无记录可查。".formatted(asOf)).inField("asOf").asException();
    }
    if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      return compute(by, asOf); // sees changes that may yet be rolled back
    }
    Question question = new Question(by, asOf, trail.head().seq());
    synchronized (answers) {
      CoverageReport known = answers.get(question);
      if (known == null) {
        known = compute(by, asOf);
        answers.put(question, known);
      }
      return known;
    }
  }

  private CoverageReport compute(Grouping by, @Nullable LocalDate asOf) {
    if (asOf == null) {
      return ReportWriter.write(reader.districts().units(), ledger.read(by), by, null);
    }
    RegisterAt register = reader.at(PastDay.lastMomentOf(asOf));
    return ReportWriter.write(register.units(), Tally.of(register, by), by, asOf);
  }
}
