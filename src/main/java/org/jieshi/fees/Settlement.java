package org.jieshi.fees;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a fee was settled: paid against a receipt, or let off by a document.
 *
 * @param amount yuan, paid or let off
 */
public record Settlement(Kind kind, BigDecimal amount, BigDecimal area, LandClass landClass, boolean disputed,
    int copies, @Nullable String tariff, @Nullable String source, @Nullable String receiptNumber,
    @Nullable String exemptionReason, @Nullable String exemptionDocument, LocalDate settledOn, String recordedBy) {

  /** The two ways of settling. */
  public enum Kind {
    PAID, EXEMPTED
  }
}
