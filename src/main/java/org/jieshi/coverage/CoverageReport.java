package org.jieshi.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coverage at a moment.
 *
 * @param basis what the figures are made of, in English; {@code basisZh} in Chinese
 * @param asOf the day at whose end it was so; null: now
 */
public record CoverageReport(String basis, String basisZh, Grouping by, @Nullable LocalDate asOf,
    @JsonUnwrapped Bands bands, List<Group> groups) {

  /**
   * @param code of the sub-farm, town or village, or scheme and code of the land use; empty for land that has none
   * @param name in the register's language
   */
  public record Group(String code, @Nullable String name, @JsonUnwrapped Bands bands) {
  }

  /**
   * Areas m², 2 decimals; {@code ...Hm2} hm², 4 decimals. Certified, disputed, pending and unsurveyed exclude each other
   * and add up to the total; the last three figures are parts of the certified land or lie beside it.
   *
   * @param certifiedShare of the total, 4 decimals; null where there is no land due
   */
  public record Bands(BigDecimal totalArea, BigDecimal totalAreaHm2, BigDecimal certifiedArea,
      BigDecimal certifiedAreaHm2, @Nullable BigDecimal certifiedShare, BigDecimal disputedArea,
      BigDecimal disputedAreaHm2, BigDecimal pendingArea, BigDecimal pendingAreaHm2, BigDecimal unsurveyedArea,
      BigDecimal unsurveyedAreaHm2, BigDecimal encroachedArea, BigDecimal encroachedAreaHm2,
      BigDecimal disputedOnCertifiedArea, BigDecimal disputedOnCertifiedAreaHm2, BigDecimal certifiedOutsideFarmArea,
      BigDecimal certifiedOutsideFarmAreaHm2) {
  }
}
