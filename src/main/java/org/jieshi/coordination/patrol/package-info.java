/**
 * Patrols 土地巡查: who looks at which land when, the track that shows where they were, and what they found, which becomes
 * a claim by occupation and a case in one step.
 *
 * <p>Invariants: a track is kept as it was uploaded, and with what was read from it; no document type declaration is
 * ever read. Lengths are on the ellipsoid. The coverage of a plan is the share of its area within the reach of a track,
 * in the plane of its zone, and says the reach it was computed with. A finding becomes a claim only with its outline,
 * on the land of a parcel.
 *
 * <p>Start with {@code Patrols} and {@code Findings}. May use {@code coordination} and its {@code due},
 * {@code parcels}, {@code conflicts}, {@code disputes}, {@code geometry}, {@code identity}, {@code audit},
 * {@code store}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination.patrol;

import org.jspecify.annotations.NullMarked;
