package org.jieshi.registration.investigation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour and the pointing of the common boundary.
 *
 * @param side compass side, as {@code N} or {@code 东北}
 * @param on the day of the signature, the service or the objection
 */
public record Neighbour(@NotBlank @Size(max = 80) String name, @Nullable @Size(max = 20) String side,
    @NotNull Pointing pointing, @Nullable LocalDate on, @Nullable @Size(max = 1000) String note) {
}
