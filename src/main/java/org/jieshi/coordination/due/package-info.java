/**
 * What is open in the office and by when it must move: one list over all modules, the reminders that follow from it,
 * and the office's dated time limits.
 *
 * <p>Invariants: every module that has something to wait for says so through a
 * {@link org.jieshi.coordination.due.DueSource}; an open thing past its day has a reminder at its owner, then at the
 * approver, then at the manager; searching again raises nothing twice; a source that fails keeps its reminders and
 * makes the search fail, so that silence never means "nobody looked". Where no working-day calendar is known calendar
 * days count: a reminder may come early, never late.
 *
 * <p>Start with {@link org.jieshi.coordination.due.DueSource}, then {@code Reminders}. May use {@code disputes},
 * {@code identity}, {@code audit}, {@code store}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination.due;

import org.jspecify.annotations.NullMarked;
