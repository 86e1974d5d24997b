package org.jieshi.conflicts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of everything with everything.
 *
 * @param status {@code QUEUED}, {@code RUNNING}, {@code DONE}, {@code FAILED}
 * @param progress parcels done, of all
 * @param problem why it failed
 */
public record Scan(long id, String status, Progress progress, int appeared, int changed, int gone, String requestedBy,
    Instant requestedAt, @Nullable Instant finishedAt, @Nullable String problem) {

  public record Progress(long done, long total) {
  }
}
