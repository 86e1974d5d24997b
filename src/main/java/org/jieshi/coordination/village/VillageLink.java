package org.jieshi.coordination.village;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A link as the office sees it.
 *
 * @param claimant exactly as the claims name it
 * @param label to whom it was given
 * @param expiresOn its last day
 * @param lockedUntil too many wrong codes
 */
record VillageLink(long id, String claimant, String label, String createdBy, LocalDate createdOn, LocalDate expiresOn,
    @Nullable LocalDate revokedOn, @Nullable Instant lockedUntil, @Nullable Instant lastUsedAt, int claims) {
}
