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
public record EncroachmentFact(@NotNull Way way, @NotNull FoundBy foundBy, @NotNull LocalDate foundOn,
    @Nullable @Size(max = 40) String landUseScheme, @Nullable @Size(max = 10) String landUseCode,
    @Nullable @Size(max = 200) String document, @Nullable @PositiveOrZero BigDecimal amount,
    @Nullable @Size(max = 4000) String note) {

  /** How the land is occupied (domain.md §6). */
  public enum Way { PLANTING, BUILDING, AFFORESTATION, GRAVES, QUARRYING, OTHER }

  /** How it came to be known. */
  public enum FoundBy { PATROL, IMAGERY, REPORT, SURVEY }
}
