/**
 * Tells the departments and villages what becomes of a case: that permits for its land are to be held, that they are
 * free again, and the result. Each of them is a liaison letter that waits for its receipt, on the case and on the
 * board.
 *
 * <p>Invariants: follows {@link org.jieshi.disputes.CaseChanged} in its transaction, so that no case turns silently;
 * nobody is told the same twice, which the database holds; who was never told of a hold is not told of its release.
 * What a later letter makes moot is withdrawn with the reason.
 *
 * <p>Start with {@code Circulars}. May use {@code coordination}, {@code disputes} and its {@code hold},
 * {@code parcels}, {@code audit}, {@code store}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination.circular;

import org.jspecify.annotations.NullMarked;
