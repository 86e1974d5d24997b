package org.jieshi.disputes;

import java.time.LocalDate;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A time limit of one case.
 *
 * @param rule where the limit comes from
 * @param from the day it counts from, itself not counted
 * @param deadline its last day; null when the calendar of a year it needs is missing
 * @param earliestEnd the first day that could be its last: the deadline itself where that is known
 * @param finishedOn when it was met or stopped
 * @param late met after its deadline
 * @param warnFrom first day on which its end is to be pointed out
 * @param note what is not known about it; empty texts when everything is
 */
record CaseClock(ClockKind kind, Bilingual title, String rule, ClockUnit unit, int length, LocalDate from,
    @Nullable LocalDate deadline, LocalDate earliestEnd, ClockState state, @Nullable LocalDate finishedOn, boolean late,
    LocalDate warnFrom, Bilingual note) {

  /** Still runs, and its end is near. */
  boolean warns(LocalDate today) {
    return state == ClockState.RUNNING && !today.isBefore(warnFrom);
  }

  /** Needs somebody's attention: overdue, or possibly so. */
  boolean pressing() {
    return state == ClockState.OVERDUE || state == ClockState.UNKNOWN;
  }
}
