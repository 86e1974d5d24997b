/**
 * The figures of coverage as a printed report: what was counted, of what total, on which day, and what is not known.
 *
 * <p>Invariants: every figure is one that {@code Coverage} or another module answers, none is reckoned here; each table
 * says its denominator or its method; what the register does not know is listed by itself, with how much land it is.
 *
 * <p>Start with {@code ReportPaper}.
 */
@NullMarked
package org.jieshi.coverage.report;

import org.jspecify.annotations.NullMarked;
