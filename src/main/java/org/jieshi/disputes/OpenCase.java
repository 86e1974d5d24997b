package org.jieshi.disputes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case to be opened.
 *
 * @param conflicts ids of the conflicts it is about
 * @param title made of the parties' names if left out
 * @param track what the quarrel is in law; as the conflicts propose if left out
 * @param reason why this track; needed where it isn't the one proposed
 * @param applicant name of the party that applies; the holder of the first parcel if left out
 * @param handlers user names; can also be named later
 * @param documents title and number of each document that the triage rests on
 * @param individuals names of the parties that are persons; the others are units. Left out: not said yet
 */
record OpenCase(@NotEmpty @Size(max = 200) List<@NotNull Long> conflicts, @Nullable @Size(max = 200) String title,
    @Nullable DisputeTrack track, @Nullable @Size(max = 4000) String reason,
    @Nullable @Size(max = 200) String applicant, @Nullable @Size(max = 20) List<@NotNull String> handlers,
    @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> documents,
    @Nullable @Size(max = 20) List<@NotBlank String> individuals) {
}
