package org.jieshi.fees;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assessing and settling fees. Who may settle, and in which state, is decided by the application that calls; every
 * change joins its transaction.
 */
@Service
public class Fees {

  private final FeeStore store;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  Fees(FeeStore store, CurrentUser current, OfficeClock clock, AuditLog audit) {
    this.store = store;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * The fee by the tariff in force on that date; empty where none covers the land, which is not the same as nothing to
   * pay.
   *
   * @param date the day the application was received
   */
  public Optional<Assessment> assess(FeeFacts facts, LocalDate date) {
    return new Tariffs(store.rates(facts.landClass())).due(facts, date);
  }

  /** The fee due, scenarios beside it, what was settled and what is missing. */
  public FeeStanding standing(FeeFacts facts, LocalDate date) {
    Tariffs tariffs = new Tariffs(store.rates(facts.landClass()));
    List<Assessment> scenarios = tariffs.scenarios(facts, date);
    return FeeStanding.of(tariffs.due(facts, date).orElse(null), scenarios,
        store.findSettlement(facts.subject()).orElse(null), store.refunds(facts.subject()));
  }

  /**
   * Records that money went back.
   *
   * @param nothingStays for a procedure that ended without a certificate; otherwise what is due stays
   * @throws ProblemException {@code INVALID_FIELD} for more than there is beyond that
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Refund refund(FeeStanding standing, String subject, boolean nothingStays, Refund wanted) {
    standing.requireRefundable(wanted.amount(), subject, nothingStays);
    Refund refund = new Refund(wanted.amount(), wanted.reason(), wanted.document(), wanted.receiptNumber(),
        wanted.refundedOn(), current.require().username());
    store.insertRefund(subject, refund, clock.now());
    audit.record("FEE_REFUNDED", "application", subject, Map.of("amount", refund.amount(), "document",
        refund.document(), "receipt", refund.receiptNumber()));
    return refund;
  }

  /** Records that the amount due was paid, in full. A later receipt over a higher amount takes the place of an earlier. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Settlement settle(FeeFacts facts, LocalDate date, String receiptNumber, LocalDate paidOn) {
    Assessment due = assess(facts, date).orElseThrow(() -> Problem.of(ProblemCode.CONFLICTING_STATE,
        "No tariff in force on %s covers %s: record an exemption with its document instead."
            .formatted(date, facts.landClass().title().en()),
        "%s 没有适用于%s的收费标准：请改录免收依据。".formatted(date, facts.landClass().title().zh()))
        .about(facts.subject()).asException());
    Settlement settlement = new Settlement(Settlement.Kind.PAID, due.amount(), facts.area(), facts.landClass(),
        facts.disputed(), facts.copies(), due.tariff(), due.source(), receiptNumber, null, null, paidOn,
        current.require().username());
    record(facts.subject(), settlement);
    audit.record("FEE_PAID", "application", facts.subject(),
        Map.of("amount", due.amount(), "tariff", due.tariff(), "receipt", receiptNumber));
    return settlement;
  }

  /** Records that the fee is let off, with the legal reason and the document that says so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Settlement exempt(FeeFacts facts, LocalDate date, String reason, String document) {
    Optional<Assessment> due = assess(facts, date);
    Settlement settlement = new Settlement(Settlement.Kind.EXEMPTED,
        due.map(Assessment::amount).orElse(BigDecimal.ZERO), facts.area(), facts.landClass(),
        facts.disputed(), facts.copies(), due.map(Assessment::tariff).orElse(null),
        due.map(Assessment::source).orElse(null), null, reason, document, clock.today(),
        current.require().username());
    record(facts.subject(), settlement);
    audit.record("FEE_EXEMPTED", "application", facts.subject(),
        Map.of("amount", settlement.amount(), "reason", reason, "document", document));
    return settlement;
  }

  private void record(String subject, Settlement settlement) {
    store.retire(subject);
    store.insert(subject, settlement, clock.now());
  }
}
