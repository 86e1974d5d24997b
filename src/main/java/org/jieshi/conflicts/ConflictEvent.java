package org.jieshi.conflicts;

import java.time.Instant;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.ChangeReason;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a conflict.
 *
 * @param what {@code APPEARED}, {@code CHANGED}, {@code GONE}, {@code ATTACHED}, {@code SETTLED}, {@code REOPENED},
 *     {@code REJUDGED}
 * @param why {@code LAND_CHANGED}, {@code SCAN}, {@code RULE_CHANGED}, {@code ACCURACY_CORRECTED} or the number of the
 *     case
 * @param leftVersion the versions that were compared
 * @param cause the side by which it happened; null when neither side's land changed
 * @param status after it
 * @param area m², unrounded
 * @param classBefore null: it was not on record before
 * @param meanWidth m; with {@code allowedWidth} and {@code ruleVersion} what it was judged by
 */
public record ConflictEvent(Instant at, String what, String why, int leftVersion, int rightVersion,
    @Nullable Cause cause, ConflictStatus status, OverlapClass overlapClass, @Nullable OverlapClass classBefore,
    Track track, double area, @Nullable Double meanWidth, @Nullable Double allowedWidth, @Nullable String ruleVersion) {

  /** Which side changed. */
  public enum Changed {
    LEFT, RIGHT, BOTH
  }

  /**
   * By which version of which side.
   *
   * @param left the left side's version in force since; null: it has none any more
   * @param leftReason why that version exists, or why there is none; null when the left side did not change
   */
  public record Cause(Changed side, @Nullable Integer left, @Nullable Integer right, @Nullable ChangeReason leftReason,
      @Nullable ChangeReason rightReason) {
  }
}
