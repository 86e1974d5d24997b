package org.jieshi.registration.overrides;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;

/**
 * An override of one gate of one application.
 *
 * @param facts what the gate lacked when it was proposed
 * @param expiresOn the last day on which it covers anything
 * @param confirmedBy the second approver; null while nobody confirmed it
 * @param endedWhy why it was taken back; null while it was not
 */
public record GateOverride(long id, String applicationId, String gate, List<Bilingual> facts, String reason,
    String document, LocalDate expiresOn, String proposedBy, Instant proposedAt, @Nullable String confirmedBy,
    @Nullable Instant confirmedAt, @Nullable String endedBy, @Nullable Instant endedAt, @Nullable String endedWhy) {

  /** The gates that can be overridden; W7 cannot. */
  public static final Set<String> GATES = Set.of("W1", "W2", "W3", "W4", "W5", "W6");

  /** The longest an override may last. */
  public static final int LONGEST_DAYS = 366;

  public GateOverride {
    facts = List.copyOf(facts);
  }

  /** How it stands. */
  public enum Status {
    PROPOSED, IN_FORCE, EXPIRED, ENDED
  }

  public Status status(LocalDate day) {
    if (endedAt != null) {
      return Status.ENDED;
    }
    if (day.isAfter(expiresOn)) {
      return Status.EXPIRED;
    }
    return confirmedBy == null ? Status.PROPOSED : Status.IN_FORCE;
  }

  /** Whether it stands for this missing fact on that day. Facts are compared word for word: another figure is another fact. */
  public boolean covers(UnmetGate unmet, LocalDate day) {
    return GATES.contains(gate) && gate.equals(unmet.gate()) && status(day) == Status.IN_FORCE
        && facts.contains(unmet.fact());
  }
}
