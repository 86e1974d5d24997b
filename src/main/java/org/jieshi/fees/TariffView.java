package org.jieshi.fees;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dated tariff with its rates, as the administrator states and reads it.
 *
 * @param validTo last day; null while it is open
 * @param scenario a proposal: compared, never charged
 * @param uncertain the sources leave it open
 * @param recordedBy null for those the program came with
 */
record TariffView(@NotBlank @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{2,39}") String code, @NotNull LocalDate validFrom,
    @Nullable LocalDate validTo, boolean scenario, @NotBlank @Size(max = 80) String status,
    @NotBlank @Size(max = 80) String statusZh, @NotBlank @Size(max = 200) String source, boolean uncertain,
    @NotEmpty List<@NotNull @Valid Rate> rates, @Nullable String recordedBy) {

  /**
   * @param disputed true or false where the rate holds only for land with or without a dispute
   * @param rate yuan per m² or per item
   * @param cap highest amount in yuan
   */
  record Rate(@NotNull LandClass landClass, @Nullable Boolean disputed, @NotNull FeeBasis basis,
      @NotNull @DecimalMin("0") BigDecimal rate, @Nullable @DecimalMin("0") BigDecimal copyRate,
      @Nullable @DecimalMin("0.01") BigDecimal cap, @Nullable @Size(max = 400) String note) {
  }
}
