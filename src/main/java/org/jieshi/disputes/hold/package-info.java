/**
 * Holds on logging and on changes of the land use while land is in dispute: placed when a case is opened, released when
 * the quarrel no longer holds the land, asked for by whoever issues permits.
 *
 * <p>Invariants: an open case has exactly the holds of its parcels; the parked face of a split parcel takes them over.
 * A hold names its legal basis.
 *
 * <p>Start with {@link org.jieshi.disputes.hold.Holds}. Follows {@link org.jieshi.disputes.CaseChanged}; cases know
 * nothing of it.
 */
@NullMarked
package org.jieshi.disputes.hold;

import org.jspecify.annotations.NullMarked;
