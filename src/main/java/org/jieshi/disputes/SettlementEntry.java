package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters agreements and decisions: checks the document, lets {@link Settlements} change the boundaries, keeps both. */
@Component
class SettlementEntry {

  private final DisputeRepository disputes;
  private final Settlements boundaries;
  private final Handlers handlers;

  SettlementEntry(DisputeRepository disputes, Settlements boundaries, Handlers handlers) {
    this.disputes = disputes;
    this.boundaries = boundaries;
    this.handlers = handlers;
  }

  Map<String, ?> agree(Dispute dispute, DisputeCommand.Agree agreement, LocalDate on) {
    if (!agreement.outcome().byAgreement()) {
      throw invalid(dispute, "outcome",
          "The parties cannot agree on %s: that is for an authority to decide.".formatted(agreement.outcome()),
          "“%s”须由有权机关决定，不能以协议方式达成。".formatted(agreement.outcome().title().zh()));
    }
    requireSignatures(dispute, agreement, on);
    requireNew(dispute, Settlement.Kind.AGREEMENT, null, agreement.documentNumber());
    List<Settlement.Change> changes = boundaries.carryOut(new Settlements.Order(dispute, agreement.outcome(), on,
        agreement.documentNumber(), agreement.parcel(), Boolean.TRUE.equals(agreement.dropSlivers()),
        new ChangeReason("AGREEMENT", dispute.id())), disputes.conflicts(dispute.id()));
    dispute.agree(on);
    return keep(dispute, new Settlement(Settlement.Kind.AGREEMENT, agreement.outcome(),
        boundaries.proposalOf(dispute, agreement.outcome()), agreement.documentNumber(), on,
        null, agreement.seal(), agreement.text(), agreement.signatures(), handlers.names(dispute.handlers()), changes));
  }

  Map<String, ?> decide(Dispute dispute, DisputeCommand.Decide decision, LocalDate on) {
    if (decision.outcome() == Outcome.UPHELD && !dispute.reached(Milestone.DECIDED)) {
      throw invalid(dispute, "outcome", "There is no decision yet that could be upheld.", "尚无可维持的决定。");
    }
    if (dispute.level() == LadderLevel.DECISION) {
      Jurisdiction.of(dispute.parties()).require(dispute, decision.by() == null ? Authority.COUNTY : decision.by());
    }
    requireNew(dispute, Settlement.Kind.DECISION, decision.authority(), decision.documentNumber());
    List<Settlement.Change> changes = boundaries.carryOut(new Settlements.Order(dispute, decision.outcome(), on,
        decision.documentNumber(), decision.parcel(), Boolean.TRUE.equals(decision.dropSlivers()),
        new ChangeReason("DECISION", dispute.id())), disputes.conflicts(dispute.id()));
    dispute.decide(on);
    return keep(dispute, new Settlement(Settlement.Kind.DECISION, decision.outcome(),
        boundaries.proposalOf(dispute, decision.outcome()), decision.documentNumber(), on,
        decision.authority(), null, decision.text(), List.of(), handlers.names(dispute.handlers()), changes));
  }

  /** What came of the case, to be passed on as it is. */
  Bilingual summary(Dispute dispute, Map<String, ?> detail) {
    String parties = String.join("、", dispute.parties().stream().map(Party::name).toList());
    if (dispute.stage() == DisputeStage.RECOVERED) {
      return new Bilingual("Case %s: %s m² were given back (%s).".formatted(dispute.number(),
          detail.get("area"), detail.get("document")),
          "案件 %s：已收回土地 %s 平方米（%s）。".formatted(dispute.number(), detail.get("area"), detail.get("document")));
    }
    Outcome outcome = (Outcome) detail.get("outcome");
    return new Bilingual("Case %s between %s: %s (%s).".formatted(dispute.number(), parties,
        outcome.title().en(), detail.get("documentNumber")),
        "%s 争议案件 %s：%s（%s）。".formatted(parties, dispute.number(), outcome.title().zh(), detail.get("documentNumber")));
  }

  /** An agreement without the signature of every party is none. */
  private static void requireSignatures(Dispute dispute, DisputeCommand.Agree agreement, LocalDate on) {
    Set<String> parties = dispute.parties().stream().map(Party::name).collect(Collectors.toCollection(TreeSet::new));
    Set<String> signed = agreement.signatures().stream().map(signature -> signature.party().strip())
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> missing = new TreeSet<>(parties);
    missing.removeAll(signed);
    Set<String> strangers = new TreeSet<>(signed);
    strangers.removeAll(parties);
    if (!missing.isEmpty() || !strangers.isEmpty()) {
      throw missing.isEmpty()
          ? invalid(dispute, "signatures", "%s is no party of this case.".formatted(String.join(", ", strangers)),
              "%s不是本案当事人。".formatted(String.join("、", strangers)))
          : invalid(dispute, "signatures", "The signature of %s is missing.".formatted(String.join(", ", missing)),
              "缺少%s的签字。".formatted(String.join("、", missing)));
    }
    agreement.signatures().stream().map(DisputeCommand.Signature::signedOn)
        .filter(day -> day != null && day.isAfter(on)).findFirst().ifPresent(day -> {
          throw invalid(dispute, "signatures",
              "The agreement is of %s, but a signature of %s: it takes effect with the last signature."
                  .formatted(on, day), "协议日期为 %s，而签字日期为 %s：协议自最后签字之日起生效。".formatted(on, day));
        });
  }

  private void requireNew(Dispute dispute, Settlement.Kind kind, @Nullable String authority, String number) {
    if (disputes.isUsed(kind, authority, number)) {
      throw Problem.of(ProblemCode.DUPLICATE, "There is already a document %s; check the number.".formatted(number),
          "文书编号 %s 已存在，请核对。".formatted(number)).about(dispute.id()).inField("documentNumber").asException();
    }
  }

  private Map<String, ?> keep(Dispute dispute, Settlement settlement) {
    disputes.addSettlement(dispute.id(), settlement);
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("outcome", settlement.outcome());
    detail.put("documentNumber", settlement.documentNumber());
    detail.put("changes", settlement.changes());
    return detail;
  }

  private static RuntimeException invalid(Dispute dispute, String field, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).about(dispute.id()).inField(field).asException();
  }
}
