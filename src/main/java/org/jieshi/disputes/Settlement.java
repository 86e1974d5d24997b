package org.jieshi.disputes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.parcels.UnitKind;
import org.jspecify.annotations.Nullable;

/**
 * An agreement or a decision, and what it changed.
 *
 * @param proposal number of the proposal that was carried out, where the outcome says so
 * @param authority who decided; null for an agreement
 * @param seal whose seal an agreement bears; null for a decision
 * @param handlers names of the handlers of the case when it was settled
 */
record Settlement(Kind kind, Outcome outcome, @Nullable Integer proposal, String documentNumber, LocalDate datedOn,
    @Nullable String authority, @Nullable String seal, String text, List<DisputeCommand.Signature> signatures,
    List<String> handlers, List<Change> changes) {

  enum Kind { AGREEMENT, DECISION }

  /**
   * A unit that the settlement changed.
   *
   * @param toVersion null: withdrawn
   * @param areaBefore m², plane, 2 decimals
   * @param areaAfter 0 for a unit that was withdrawn
   */
  record Change(UnitKind kind, String code, int fromVersion, @Nullable Integer toVersion, BigDecimal areaBefore,
      BigDecimal areaAfter) {
  }
}
