package org.jieshi.coverage;

import java.math.BigDecimal;

/** Where the ledger does not agree with the land counted anew, m². */
record LedgerDifference(long unitId, Grouping by, String group, String band, BigDecimal ledger, BigDecimal recomputed) {
}
