package org.jieshi.disputes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cases as they stand in the middle of their procedure. */
final class Cases {

  private Cases() {
  }

  static Dispute in(DisputeTrack track, DisputeStage stage, @Nullable LadderLevel level,
      Map<Milestone, LocalDate> dates) {
    return in("2013-0001", track, stage, level, dates);
  }

  /** @param number without its letter */
  static Dispute in(String number, DisputeTrack track, DisputeStage stage, @Nullable LadderLevel level,
      Map<Milestone, LocalDate> dates) {
    return new Dispute("D" + number, "调" + number, "岭头片", new Triage(track, track.legalReason(), null), "reviewer",
        Instant.EPOCH, List.of(new Party(Party.Side.APPLICANT, "华山农场", List.of("P1")),
            new Party(Party.Side.RESPONDENT, "平山村委", List.of("C1"))),
        List.of("mediator", "reviewer"), List.of(), stage, level, null, dates, 1);
  }

  /** {@code dates("OPENED 2013-04-01, ACCEPTED 2013-04-02")}. */
  static Map<Milestone, LocalDate> dates(String text) {
    Map<Milestone, LocalDate> dates = new EnumMap<>(Milestone.class);
    for (String date : text.split(",\\s*")) {
      String[] words = date.strip().split(" ");
      dates.put(Milestone.valueOf(words[0]), LocalDate.parse(words[1]));
    }
    return dates;
  }
}
