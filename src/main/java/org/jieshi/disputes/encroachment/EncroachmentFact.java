package org.jieshi.disputes.encroachment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an officer knows of an occupation besides its boundary.
 *
 * @param landUseScheme edition of the classification, without which the code means nothing
 * @param document what the other side can show
 * @param amount loss or compensation, yuan
 */
record EncroachmentFact(@NotNull Way way, @NotNull FoundBy foundBy, @NotNull LocalDate foundOn,
    @Nullable @Size(max = 40) String landUseScheme, @Nullable @Size(max = 10) String landUseCode,
    @Nullable @Size(max = 200) String document, @Nullable @PositiveOrZero BigDecimal amount,
    @Nullable @Size(max = 4000) String note) {

  enum Way { PLANTING, BUILDING, AFFORESTATION, GRAVES, QUARRYING, OTHER }

  enum FoundBy { PATROL, IMAGERY, REPORT, SURVEY }
}
