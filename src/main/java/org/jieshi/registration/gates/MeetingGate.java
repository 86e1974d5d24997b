package org.jieshi.registration.gates;

import java.util.List;
import org.jieshi.registration.notice.Objection;
import org.jieshi.shared.UnmetGate;

/**
 * W5: what was ever disputed or objected to is decided by the bureau meeting (局务会议), with minutes; the leader alone
 * approves only what is clear. An answered objection and a settled dispute still count.
 */
final class MeetingGate implements Gate {

  @Override
  public String id() {
    return "W5";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    if (facts.minutes()) {
      return List.of();
    }
    Boolean disputed = facts.contention().everDisputed();
    if (disputed == null) {
      return List.of(UnmetGate.of(id(), "Whether the parcel was ever disputed is not known.", "该宗地是否曾有争议不明。"));
    }
    if (disputed) {
      return List.of(UnmetGate.of(id(), "The parcel was disputed: the bureau meeting decides, with minutes.",
          "该宗地曾有争议：须由局务会议决定并有会议纪要。"));
    }
    if (!facts.objections().isEmpty()) {
      Objection first = facts.objections().get(0);
      return List.of(UnmetGate.of(id(),
          "Objection %s was lodged: the bureau meeting decides, with minutes.".formatted(first.receipt()),
          "曾有异议 %s：须由局务会议决定并有会议纪要。".formatted(first.receipt())));
    }
    return List.of();
  }
}
