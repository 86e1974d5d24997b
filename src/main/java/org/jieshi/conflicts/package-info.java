/**
 * Where two units cover the same land: found, measured, judged by rules.md, and followed until it is settled or gone.
 *
 * <p>Compared are parcels with parcels, with claims and with forest-right certificates of others; the farm's own 1987
 * certificate supports its parcels and is no conflict. The parcel is the left side, of two parcels the one with the lower
 * id, and the overlap is computed in the left side's plane system.
 *
 * <p>Invariants:
 * <ul>
 *   <li>Conflicts are recomputed inside the transaction that changes the land ({@code LandWatch}): they are never out of
 *       step with the versions in force, and two changes at the same moment wait for each other.
 *   <li>A pair keeps its id and its history; a conflict that ends is {@code GONE}, one that comes back is {@code OPEN}
 *       under the same id.
 *   <li>Measuring and judging are apart: figures are measured once, and judged again when the rule or the accuracy of a
 *       side changes ({@code Rejudgement}). Nothing between two datums is called exact, and nothing there is survey noise.
 *   <li>Figures of a whole area count every square metre once ({@link org.jieshi.conflicts.NetArea}, faces).
 * </ul>
 *
 * <p>Start with {@code OverlapJudge} for the rules and {@link org.jieshi.conflicts.Conflicts} for the façade. Uses
 * {@code parcels}, {@code geometry}, {@code store}, {@code audit}, {@code identity}, {@code shared}.
 */
@NullMarked
package org.jieshi.conflicts;

import org.jspecify.annotations.NullMarked;
