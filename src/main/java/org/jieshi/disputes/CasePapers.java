package org.jieshi.disputes;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is printed of a case. */
@Component
public class CasePapers {

  private final DisputeReader reader;

  CasePapers(DisputeReader reader) {
    this.reader = reader;
  }

  /**
   * @param handlers display names
   * @param signed the last agreement; null while there is none
   */
  public record Paper(String number, String title, Bilingual track, @Nullable Bilingual level, List<Side> sides,
      List<String> parcels, List<String> claims, List<String> handlers, @Nullable Signed signed) {
  }

  /** @param side 申请人 or 被申请人 */
  public record Side(String side, String name, List<String> units) {
  }

  /** @param proposal number of the proposal that was agreed on; null if the agreement follows none */
  public record Signed(String documentNumber, LocalDate on, Bilingual outcome, String text, String seal,
      @Nullable Integer proposal, List<Signature> signatures, List<String> handlers) {
  }

  public record Signature(String party, String name, @Nullable LocalDate on) {
  }

  /** Refused with {@code NOT_FOUND} if there is no such case. */
  public Paper of(String caseId) {
    DisputeView view = reader.view(caseId);
    @Nullable Signed signed = null;
    for (Settlement each : view.settlements()) {
      if (each.kind() == Settlement.Kind.AGREEMENT) {
        signed = new Signed(each.documentNumber(), each.datedOn(), each.outcome().title(), each.text(),
            each.seal() == null ? "" : each.seal(), each.proposal(), each.signatures().stream()
                .map(one -> new Signature(one.party(), one.name(), one.signedOn())).toList(), each.handlers());
      }
    }
    return new Paper(view.number(), view.title(), view.trackTitle(), view.levelTitle(), view.parties().stream()
        .map(party -> new Side(party.side() == Party.Side.APPLICANT ? "申请人" : "被申请人", party.name(), party.units()))
        .toList(), codes(view, UnitKind.PARCEL), codes(view, UnitKind.CLAIM),
        view.handlers().stream().map(DisputeView.Person::name).toList(), signed);
  }

  private static List<String> codes(DisputeView view, UnitKind kind) {
    return view.units().stream().filter(unit -> unit.kind() == kind && unit.parkedAs() == null)
        .map(DisputeView.Unit::code).toList();
  }
}
