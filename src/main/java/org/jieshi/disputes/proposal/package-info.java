/**
 * What the parties of a case could agree on, side by side: boundary lines through the disputed land, and exchanges of
 * pieces, each with the area before and after for every side; one is chosen, printed, signed and carried out.
 *
 * <p>Invariants: areas come from the boundaries that carrying the proposal out would leave, in the plane system of each
 * unit, never from a drawing. A proposal is computed for versions; when one of them has changed, it can't be chosen or
 * carried out any more. At most one proposal of a case is chosen.
 *
 * <p>Start with {@link org.jieshi.disputes.proposal.Proposals}. Adds to cases through
 * {@link org.jieshi.disputes.CaseBook} and answers {@link org.jieshi.disputes.ChosenDivision}; cases know nothing of
 * it.
 */
@NullMarked
package org.jieshi.disputes.proposal;

import org.jspecify.annotations.NullMarked;
