/**
 * Tasks, and meetings whose decisions become tasks.
 *
 * <p>Invariants: nobody and no room is booked twice at one time, whoever asks at the same moment; a meeting that was
 * held has minutes; a decision that somebody has to carry out is a task with an owner and a day, and stays open until
 * its result is written down.
 *
 * <p>Start with {@code Meetings} and {@link org.jieshi.coordination.meeting.Tasks}. May use {@code coordination} and
 * its {@code due}, {@code identity}, {@code audit}, {@code print}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination.meeting;

import org.jspecify.annotations.NullMarked;
