/**
 * How departments answer each other: liaison letters (工作联系单), each with a question, the day its answer is due and the
 * answer itself.
 *
 * <p>Invariants: nothing is sent and forgotten. A letter is waiting, answered or withdrawn; a waiting one past its day
 * is overdue and listed first. An answer carries the department's decision and the name of who gave it, and is never
 * edited: a new question is a new letter.
 *
 * <p>Start with {@link org.jieshi.coordination.LiaisonLetters}. May use {@code parcels}, {@code disputes}, and
 * {@code identity}, {@code audit}, {@code store}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination;

import org.jspecify.annotations.NullMarked;
