/**
 * Complaints 投诉: the one complained of may answer, a group hears both sides, the written result goes to everybody.
 *
 * <p>Invariants: nobody who is complained of acts on the complaint except by answering it; no result before the answer
 * came or its time is over, and before both sides were heard or stayed away though invited; a group of three or more
 * decides; the result is never changed.
 *
 * <p>Start with {@code Complaints}. May use {@code coordination} and its {@code due}, {@code identity}, {@code audit},
 * {@code print}, {@code shared}.
 */
@NullMarked
package org.jieshi.coordination.complaint;

import org.jspecify.annotations.NullMarked;
