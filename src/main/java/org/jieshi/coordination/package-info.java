/**
 * How departments answer each other: liaison letters (工作联系单), each with a question, somebody who follows it up, the day
 * its answer is due, the way up where none comes, and the answer itself.
 *
 * <p>Invariants: nothing is sent and forgotten. A letter is waiting, answered or withdrawn; a waiting one past its day
 * is overdue, listed first, reminded and taken up the department's path step by step by the program itself. An answer
 * carries the department's decision and the name of who gave it, and is never edited: a new question is a new letter.
 *
 * <p>Start with {@link org.jieshi.coordination.LiaisonLetters}. What is open over all modules and the reminders are in
 * {@code due}; tasks and meetings in {@code meeting}; complaints, patrols, the board with its figures and the villages'
 * own page in their packages. May use {@code parcels}, {@code conflicts}, {@code disputes}, {@code geometry} under
 * them, and {@code identity}, {@code audit}, {@code store}, {@code print}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination;

import org.jspecify.annotations.NullMarked;
