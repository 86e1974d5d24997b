/**
 * How much of the farm's land is certified, pending, disputed, unsurveyed: figures for managers, computed from geometry
 * and register at the moment they are asked for and never stored.
 *
 * <p>Invariants:
 * <ul>
 *   <li>The four bands are exclusive, certified before disputed before pending before unsurveyed, and add up to the land
 *       due: no square metre counts twice.
 *   <li>Certificates count with the figure that is printed on them; totals add figures that are rounded already
 *       (domain.md §3).
 *   <li>Every figure names its basis.
 * </ul>
 *
 * <p>Start with {@code Coverage}, then {@code Tally}. Reads every other business module, is used by none.
 */
@NullMarked
package org.jieshi.coverage;

import org.jspecify.annotations.NullMarked;
