package org.jieshi.disputes.proposal;

import java.util.List;
import java.util.Map;
import org.jieshi.disputes.CaseBook;
import org.jieshi.disputes.ChosenDivision;
import org.jieshi.disputes.DisputeStage;
import org.jieshi.disputes.Outcome;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.identity.Role;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposals of a case: entered side by side, one of them chosen. */
@Service
class Proposals implements ChosenDivision.Source {

  private final ProposalRepository repository;
  private final ProposalComputation computation;
  private final CaseBook cases;
  private final SpatialUnits units;
  private final OfficeClock clock;

  Proposals(ProposalRepository repository, ProposalComputation computation, CaseBook cases, SpatialUnits units,
      OfficeClock clock) {
    this.repository = repository;
    this.computation = computation;
    this.cases = cases;
    this.units = units;
    this.clock = clock;
  }

  /** What a proposal would do, without entering it. */
  @Transactional(readOnly = true)
  public ProposalView preview(String caseId, NewProposal wanted) {
    CaseBook.Entry entry = cases.get(caseId);
    return ProposalView.of(proposal(entry, wanted, 0), entry, true);
  }

  @Transactional
  public ProposalView enter(String caseId, NewProposal wanted) {
    CaseBook.Entry entry = cases.open(caseId, null, Role.REVIEWER, Role.MEDIATOR);
    requireUndecided(entry);
    if ((wanted.compensation() == null) != (wanted.payer() == null)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "A compensation needs its amount and who pays it.",
          "补偿须同时填写金额和支付方。").inField("payer").asException();
    }
    Proposal proposal = proposal(entry, wanted, repository.nextNumber(caseId));
    repository.insert(proposal);
    cases.enter(entry, "PROPOSAL", null, proposal.title(),
        Map.of("number", proposal.number(), "kind", proposal.kind()));
    return ProposalView.of(proposal, entry, true);
  }

  @Transactional
  public ProposalView choose(String caseId, int number) {
    CaseBook.Entry entry = cases.open(caseId, null, Role.REVIEWER, Role.MEDIATOR);
    requireUndecided(entry);
    Proposal proposal = get(caseId, number);
    if (!isCurrent(proposal)) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Land of proposal %d has changed since it was computed: enter it anew.".formatted(number),
          "方案 %d 所涉土地在计算后已变更，请重新提出。".formatted(number)).about(caseId).asException();
    }
    repository.choose(caseId, number);
    cases.enter(entry, "PROPOSAL_CHOSEN", null, proposal.title(), Map.of("number", number));
    return ProposalView.of(get(caseId, number), entry, true);
  }

  @Transactional(readOnly = true)
  public List<ProposalView> of(CaseBook.Entry entry) {
    return repository.all(entry.id()).stream().map(proposal -> ProposalView.of(proposal, entry, isCurrent(proposal)))
        .toList();
  }

  Proposal get(String caseId, int number) {
    return repository.find(caseId, number).orElseThrow(() -> ProblemException.notFound("proposal", "方案", number));
  }

  @Override
  public ChosenDivision of(String caseId) {
    Proposal chosen = repository.all(caseId).stream().filter(Proposal::chosen).findFirst().orElseThrow(() ->
        Problem.of(ProblemCode.CONFLICTING_STATE,
            "The parties of case %s have chosen no proposal yet: choose one first.".formatted(caseId),
            "案件 %s 尚未选定方案，请先选定。".formatted(caseId)).about(caseId).asException());
    return new ChosenDivision(chosen.number(), chosen.kind() == Proposal.Kind.LINE ? Outcome.LINE_AGREED
        : Outcome.LAND_SWAPPED, chosen.transfers(), chosen.dropSlivers());
  }

  private Proposal proposal(CaseBook.Entry entry, NewProposal wanted, int number) {
    String party = wanted.party() == null || wanted.party().isBlank() ? null : entry.party(wanted.party(), "party");
    String payer = wanted.payer() == null ? null : entry.party(wanted.payer(), "payer");
    ProposalComputation.Computed computed = computation.compute(entry, wanted);
    return new Proposal(entry.id(), number, computed.line() == null ? Proposal.Kind.SWAP : Proposal.Kind.LINE,
        wanted.title().strip(), party,
        Boolean.TRUE.equals(wanted.drawn()) ? Proposal.Method.DRAWN : Proposal.Method.ENTERED, computed.line(),
        computed.srid(), computed.transfers(), computed.effects(), wanted.compensation(), payer, wanted.note(),
        Boolean.TRUE.equals(wanted.dropSlivers()), false, entry.actor(), clock.now());
  }

  private boolean isCurrent(Proposal proposal) {
    return proposal.transfers().stream().map(Transfer::from).allMatch(this::isCurrent)
        && proposal.transfers().stream().map(Transfer::to).allMatch(this::isCurrent);
  }

  private boolean isCurrent(UnitRef ref) {
    return units.find(ref.id()).filter(now -> now.current() && now.ref().version() == ref.version()).isPresent();
  }

  private static void requireUndecided(CaseBook.Entry entry) {
    if (entry.stage() == DisputeStage.AGREED || entry.stage() == DisputeStage.RECOVERED) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "Case %s is %s: nothing is proposed any more.".formatted(entry.id(), entry.stage().title().en()),
          "案件 %s 当前为“%s”，不再接受方案。".formatted(entry.number(), entry.stage().title().zh()))
          .about(entry.id()).asException();
    }
  }
}
