package org.jieshi.coverage;

import java.math.BigDecimal;

/**
 * Where the ledger does not agree with the land counted anew, m².
 *
 * @param unitId of the plot; 0: the figure itself, which is not the sum of its plots
 */
record LedgerDifference(long unitId, Grouping by, String group, String band, BigDecimal ledger, BigDecimal recomputed) {
}
