package org.jieshi.coordination;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The department's answer.
 *
 * @param answeredBy the person of the department who signed
 * @param answeredOn the date of the answer; today if left out
 * @param landUseScheme edition of the land-use classification; with {@code landUseCode} the use the department agreed
 *     to be registered, where the question was about that
 */
public record LetterReply(@NotNull LetterDecision decision, @NotBlank @Size(max = 4000) String answer,
    @NotBlank @Size(max = 80) String answeredBy, @Nullable LocalDate answeredOn,
    @Nullable @Size(max = 40) String landUseScheme, @Nullable @Size(max = 8) String landUseCode) {
}
