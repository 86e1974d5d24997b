package org.jieshi.disputes;

import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a case is in law, and why.
 *
 * @param reason the legal reason of the track
 * @param note why this track, in the words of who opened the case
 */
record Triage(DisputeTrack track, Bilingual reason, @Nullable String note) {
}
