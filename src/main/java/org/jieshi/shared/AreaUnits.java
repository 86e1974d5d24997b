package org.jieshi.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Area figures in decimal arithmetic, rounded half up (domain.md §3): m² with 2 decimals, hm² with 4 on documents,
 * 亩 = m² × 3/2000 with 2. Totals add figures that are rounded already.
 */
public final class AreaUnits {

  private static final BigDecimal SQUARE_METRES_PER_HECTARE = new BigDecimal(10_000);
  private static final BigDecimal THREE = new BigDecimal(3);
  private static final BigDecimal TWO_THOUSAND = new BigDecimal(2_000);

  private AreaUnits() {
  }

  /** m² rounded to 2 decimals. */
  public static BigDecimal squareMetres(double exact) {
    return BigDecimal.valueOf(exact).setScale(2, RoundingMode.HALF_UP);
  }

  /** hm² with 4 decimals. */
  public static BigDecimal hectares(BigDecimal squareMetres) {
    return squareMetres.divide(SQUARE_METRES_PER_HECTARE, 4, RoundingMode.HALF_UP);
  }

  /** 亩 with 2 decimals. */
  public static BigDecimal mu(BigDecimal squareMetres) {
    return squareMetres.multiply(THREE).divide(TWO_THOUSAND, 2, RoundingMode.HALF_UP);
  }
}
