package org.jieshi.disputes.contents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** @param spokenBy the person; @param answers number of the other side's statement that it answers */
record NewStatement(@NotBlank @Size(max = 200) String party, @NotBlank @Size(max = 80) String spokenBy,
    @Nullable LocalDate on, @Nullable Integer answers, @NotBlank @Size(max = 20000) String text) {
}
