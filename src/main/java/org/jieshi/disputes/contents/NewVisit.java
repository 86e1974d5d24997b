package org.jieshi.disputes.contents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit to the land. */
record NewVisit(@Nullable LocalDate on, @NotBlank @Size(max = 200) String place,
    @NotEmpty List<@NotBlank @Size(max = 80) String> people, @NotBlank @Size(max = 20000) String findings) {
}
