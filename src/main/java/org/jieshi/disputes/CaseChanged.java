package org.jieshi.disputes;

import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Published synchronously in the transaction in which a case takes one of these turns; a listener that throws rolls it
 * back. Disputes know nobody above them: who circulates a result or holds a permit listens.
 *
 * @param id ASCII id; {@code number} is the printed one
 * @param parcels codes of the parcels whose land is in dispute
 * @param handlers user names
 * @param summary what happened, to be passed on as it is
 * @param document number of the agreement, the decision or the record of handing over; null where the turn has none
 */
public record CaseChanged(Turn turn, String id, String number, DisputeTrack track, List<String> parcels,
    List<Party> parties, List<String> handlers, Bilingual summary, @Nullable String document) {

  /** Turns that others have to know of. */
  public enum Turn {
    OPENED,
    /** The undisputed remainder goes on alone: the disputed land has another parcel number now. */
    PARKED,
    /** An agreement was signed, a decision made or land given back: the result is to be circulated. */
    SETTLED,
    /** The quarrel no longer holds the land. */
    RELEASED
  }
}
