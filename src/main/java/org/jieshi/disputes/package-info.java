/**
 * Dispute cases: triage, procedure with its clocks, mediation, settlement, and the balance of encroached land.
 *
 * <p>Invariants:
 * <ul>
 * <li>Triage comes first and states its legal reason: trespass is not an ownership dispute (Order 17, Art. 14).</li>
 * <li>A conflict is in at most one case that is not over; the database holds that.</li>
 * <li>What a case may do next follows from its track and stage alone, from one table; everything else is refused with
 * what is possible instead.</li>
 * <li>Deadlines are computed from the dates of the case, never stored; without a calendar a clock says it doesn't
 * know.</li>
 * <li>A settlement changes the boundaries in its own transaction, and only if no overlap beyond survey error is left.
 * Coordinates that were not cut stay as they were surveyed.</li>
 * <li>Whoever was recused takes no part any more, and two handlers or more are left.</li>
 * <li>The undisputed remainder of a parcel may go on alone; the parked face carries the case on and stays linked.</li>
 * </ul>
 *
 * <p>Start with {@link org.jieshi.disputes.Disputes}, then {@code Procedure} and {@code Settlements}. What belongs to a
 * case without being a step of its procedure is in packages of its own, which add to it through
 * {@link org.jieshi.disputes.CaseBook} and of which the cases know nothing: {@code contents} (statements, evidence,
 * visits), {@code proposal} (lines and exchanges, the agreement on paper), {@code hold}, {@code encroachment};
 * {@code line} is the geometry under them. Modules above listen to {@link org.jieshi.disputes.CaseChanged}, and ask
 * {@link org.jieshi.disputes.CaseDeadlines} what presses. May use {@code conflicts}, {@code parcels}, and
 * {@code geometry} under them, {@code identity}, {@code audit}, {@code store}, {@code print}, {@code shared}.
 */
@NullMarked
package org.jieshi.disputes;

import org.jspecify.annotations.NullMarked;
