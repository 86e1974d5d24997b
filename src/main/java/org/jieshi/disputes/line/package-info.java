/**
 * Boundaries that change along a line: what is left of land when some of it is given up, exchanged, or divided by a
 * line that the parties draw.
 *
 * <p>Invariants: a corner that was surveyed and isn't given up stays bit for bit, which is checked; only where
 * boundaries and the line cross are corners computed. Everything is in the plane system of the land itself.
 *
 * <p>Start with {@link org.jieshi.disputes.line.BoundaryCuts} and {@link org.jieshi.disputes.line.LandDivision}. Knows
 * nothing of cases; may use {@code conflicts}, {@code parcels}, {@code geometry}, {@code shared}.
 */
@NullMarked
package org.jieshi.disputes.line;

import org.jspecify.annotations.NullMarked;
