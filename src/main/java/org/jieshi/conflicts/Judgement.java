package org.jieshi.conflicts;

import org.jieshi.geometry.OverlapClass;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of an overlap that has been measured.
 *
 * @param allowedWidth m, the mismatch that the accuracy of both sides explains, as applied
 * @param ballpark m, the accuracy of the way between two datums, by which it was widened; null within one datum
 * @param reason why this class and track, and what had to be assumed
 */
record Judgement(OverlapClass overlapClass, Track track, double allowedWidth, @Nullable Double ballpark,
    String ruleVersion, Bilingual reason) {

  /** Whether anything that somebody acts on is another. */
  boolean differsFrom(OverlapClass otherClass, Track otherTrack, double otherWidth) {
    return overlapClass != otherClass || track != otherTrack || allowedWidth != otherWidth;
  }
}
