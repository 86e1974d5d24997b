package org.jieshi.coverage;

import java.math.BigDecimal;

/**
 * What of a plot is counted in a band of a group.
 *
 * @param key of the group; empty: in none
 * @param area m², 2 decimals
 */
record LedgerEntry(Place place, BigDecimal area) {

  /** Where in the ledger an entry stands. */
  record Place(long unitId, Grouping by, String key, Band band) {
  }
}
