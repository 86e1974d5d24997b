/**
 * The villages' own page: what a claimant sees of its matter with a link and a code, and the statements it makes.
 *
 * <p>Invariants: a link shows the claims of one claimant, by the claimant's exact name, the overlaps of those claims
 * and its own statements, and nothing else; it is no sign-in, so every other address answers as to a stranger. Neither
 * link nor code is kept in clear. A link ends on its day or when it is revoked; wrong codes lock it, and whoever
 * guesses from one address is stopped. What a village states gets a receipt and is answered in writing by its day.
 *
 * <p>Start with {@code VillageGate}. May use {@code coordination} and its {@code due}, {@code parcels},
 * {@code conflicts}, {@code geometry}, {@code identity}, {@code audit}, {@code print}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination.village;

import org.jspecify.annotations.NullMarked;
