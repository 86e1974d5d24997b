package org.jieshi.disputes;

import java.util.List;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of the turns that others have to know of. */
@Component
class CaseTurns {

  private final DisputeRepository disputes;
  private final ApplicationEventPublisher events;

  CaseTurns(DisputeRepository disputes, ApplicationEventPublisher events) {
    this.disputes = disputes;
    this.events = events;
  }

  void settled(Dispute dispute, Bilingual summary, String document) {
    publish(CaseChanged.Turn.SETTLED, dispute, summary, document);
  }

  private void publish(CaseChanged.Turn turn, Dispute dispute, Bilingual summary, @Nullable String document) {
    List<String> parcels = disputes.unparkedUnits(dispute.id()).stream().map(DisputedUnit::ref)
        .filter(ref -> ref.kind() == UnitKind.PARCEL).map(ref -> ref.code()).toList();
    events.publishEvent(new CaseChanged(turn, dispute.id(), dispute.number(), dispute.track(), parcels,
        dispute.parties(), List.copyOf(dispute.handlers()), summary, document));
  }

  void tell(CaseChanged.Turn turn, Dispute dispute) {
    publish(turn, dispute, new Bilingual("Case %s is %s.".formatted(dispute.number(), dispute.stage().title().en()),
        "案件 %s %s。".formatted(dispute.number(), dispute.stage().title().zh())), null);
  }
}
