package org.jieshi.registration.investigation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour and the pointing of the common boundary.
 *
 * @param side compass side, as {@code N} or {@code 东北}
 * @param on the day of the signature, the service or the objection
 */
public record Neighbour(String name, @Nullable String side, Pointing pointing, @Nullable LocalDate on,
    @Nullable String note) {
}
