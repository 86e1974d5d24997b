package org.jieshi.registration.notice;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the public writes.
 *
 * @param contact telephone or address; the office alone sees it
 */
public record NewObjection(@NotBlank @Size(max = 80) String person, @NotBlank @Size(max = 200) String contact,
    @NotBlank @Size(max = 4000) String ground, @Nullable @Size(max = 4000) String evidence) {
}
