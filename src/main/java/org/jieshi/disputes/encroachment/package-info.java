/**
 * The balance of encroached land: what was occupied at the beginning of a period, what was added, given back or ceded,
 * and what is occupied at its end.
 *
 * <p>Invariants: occupied land is what a claim by occupation, or any claim tried as trespass, covers of a parcel,
 * beyond survey error. Nothing counts twice: figures are areas of unions, never sums of incidents. Opening plus new
 * less ended is closing.
 *
 * <p>Start with {@link org.jieshi.disputes.encroachment.EncroachmentLedger}. May use {@code conflicts},
 * {@code parcels}, {@code geometry}, {@code store}, {@code identity}, {@code shared}; nothing of the cases themselves.
 */
@NullMarked
package org.jieshi.disputes.encroachment;

import org.jspecify.annotations.NullMarked;
