package org.jieshi.coordination.due;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.disputes.OpenCases;
import org.jieshi.disputes.OpenCases.WatchedCase;
import org.jieshi.disputes.DisputeStage;
import org.springframework.stereotype.Component;

/** The dispute cases with their clocks; disputes don't know coordination, so it asks them. */
@Component
class CaseDues implements DueSource {

  private final OpenCases cases;

  CaseDues(OpenCases cases) {
    this.cases = cases;
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.CASE);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    return cases.all().stream().map(CaseDues::item).toList();
  }

  private static OpenItem item(WatchedCase dispute) {
    return new OpenItem(WorkKind.CASE, dispute.id(), dispute.number(), dispute.title(), stage(dispute.stage()),
        dispute.stage().title(), dispute.since(), dispute.handlers(), null,
        dispute.parcels().isEmpty() ? null : dispute.parcels().get(0), "#/cases/" + dispute.id(),
        dispute.limits().stream().map(limit ->
            new OpenItem.Deadline(limit.kind(), limit.title(), limit.earliestEnd(), limit.certain())).toList());
  }

  private static Stage stage(DisputeStage stage) {
    return switch (stage) {
      case OPENED -> Stage.NEW;
      case COPIED -> Stage.WAITING;
      case ACCEPTED, ANSWERED, MEDIATION -> Stage.HANDLING;
      case DECIDED -> Stage.DECIDING;
      default -> Stage.FOLLOW_UP;
    };
  }
}
