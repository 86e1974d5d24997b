package org.jieshi.disputes.proposal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jieshi.disputes.line.Transfer;
import org.jieshi.parcels.UnitRef;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * A proposal with what it would do.
 *
 * @param line plane coordinates in the system of {@code srid}, rounded to the millimetre; null for an exchange
 * @param effects of every unit that would give or get land
 */
record Proposal(String caseId, int number, Kind kind, String title, @Nullable String party, Method method,
    @Nullable LineString line, int srid, List<Transfer> transfers, List<Effect> effects,
    @Nullable BigDecimal compensation, @Nullable String payer, @Nullable String note, boolean dropSlivers,
    boolean chosen, String enteredBy, Instant enteredAt) {

  enum Kind { LINE, SWAP }

  enum Method { DRAWN, ENTERED }

  /** @param before m², plane, in the system of the unit; @param after 0 if nothing would be left */
  record Effect(UnitRef unit, String party, BigDecimal before, BigDecimal after) {
  }
}
