package org.jieshi.disputes;

import java.time.LocalDate;

/**
 * An unresolved case, as other modules see it.
 *
 * @param id ASCII id, {@code D2013-0001}; {@code number} is the printed one
 */
public record OpenDispute(String id, String number, String title, DisputeTrack track, DisputeStage stage,
    LocalDate openedOn) {
}
