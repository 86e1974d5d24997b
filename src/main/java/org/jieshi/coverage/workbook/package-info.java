/**
 * The ledger of the register as a workbook: parcels, coverage, overlaps and cases, each a sheet.
 *
 * <p>Invariants: rows are written as they are read, so that a county's register needs no more memory than a farm's; text is
 * written as text, whatever character it begins with, so that no name becomes a formula; numbers are numbers.
 *
 * <p>Start with {@code LedgerWorkbook}. Reads the tables of every other business module.
 */
@NullMarked
package org.jieshi.coverage.workbook;

import org.jspecify.annotations.NullMarked;
