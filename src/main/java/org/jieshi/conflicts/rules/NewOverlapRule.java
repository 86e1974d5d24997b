package org.jieshi.conflicts.rules;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A version as the administrator enters it; see {@link OverlapRule}. The bounds are those of the database. */
public record NewOverlapRule(@NotNull @DecimalMin("1") @DecimalMax("4") Double allowFactor,
    @NotNull @DecimalMin("1") @DecimalMax("10") Double boundaryFactor,
    @NotNull @DecimalMin("0.9") @DecimalMax("1") Double containedShare,
    @NotNull @DecimalMin("0.001") @DecimalMax("0.05") Double writtenTo, @NotNull LocalDate validFrom,
    @NotBlank @Size(max = 200) String source, @NotBlank @Size(max = 1000) String reason) {
}
