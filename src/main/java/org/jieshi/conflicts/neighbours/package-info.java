/**
 * How the parcels on the register fit together: gaps between neighbours (rule C6) and vertices on shared boundaries that
 * do not match (rule C7). Both are warnings for surveyors, computed when they are asked for and stored nowhere; what an
 * officer stores is the name of a gap that is a road or a watercourse.
 *
 * <p>Compared are the parcels in force, of one datum at a time and in the plane system of its first parcel: across datums
 * the ballpark is a thousand times coarser than the rules. Start with {@code AdjoiningParcels}. Uses {@code parcels},
 * {@code geometry}, {@code identity}, {@code audit}, {@code store}, {@code shared}.
 */
@NullMarked
package org.jieshi.conflicts.neighbours;

import org.jspecify.annotations.NullMarked;
