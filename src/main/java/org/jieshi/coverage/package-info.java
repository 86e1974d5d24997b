/**
 * How much of the farm's land is certified, pending, disputed, unsurveyed: figures for managers.
 *
 * <p>Invariants:
 * <ul>
 *   <li>The four bands are exclusive, certified before disputed before pending before unsurveyed, and add up to the land
 *       due: no square metre counts twice.
 *   <li>Certificates count with the figure that is printed on them; totals add figures that are rounded already
 *       (domain.md §3).
 *   <li>Every figure names its basis.
 *   <li>The figures of now are a ledger ({@code CoverageLedger}): each plot's pieces by group and band. A change of land,
 *       title or conflict counts again only the plots it touches; the database itself notes which ones, and what is noted
 *       and not yet counted is counted on reading. Past days are counted from what was in force then ({@code Tally}).
 * </ul>
 *
 * <p>Start with {@code Coverage}, then {@code PlotCutter}. Reads every other business module, is used by none.
 */
@NullMarked
package org.jieshi.coverage;

import org.jspecify.annotations.NullMarked;
