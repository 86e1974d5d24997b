package org.jieshi.disputes;

import java.util.List;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * What a case is in law, and why.
 *
 * @param reason the legal reason of the track
 * @param note why this track, in the words of who opened the case
 * @param documents title and number of each document it rests on
 */
record Triage(DisputeTrack track, Bilingual reason, @Nullable String note, List<String> documents) {

  Triage(DisputeTrack track, Bilingual reason, @Nullable String note) {
    this(track, reason, note, List.of());
  }
}
