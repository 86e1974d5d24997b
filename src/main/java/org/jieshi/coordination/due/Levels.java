package org.jieshi.coordination.due;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingDays;

/**
 * Which levels a deadline has reached on a day. Where the calendar of a year is missing calendar days count instead of
 * working days, so that a level may come early but never late.
 *
 * @param before working days before the day from which the owner is told
 * @param approver working days after it from which the approvers are told
 * @param manager working days after it from which the managers are told
 */
record Levels(WorkingDays calendar, int before, int approver, int manager) {

  Set<Reminder.Level> reached(LocalDate dueOn, LocalDate today) {
    Set<Reminder.Level> reached = EnumSet.noneOf(Reminder.Level.class);
    if (!today.isAfter(dueOn)) {
      if (near(dueOn, today)) {
        reached.add(Reminder.Level.SOON);
      }
      return reached;
    }
    reached.add(Reminder.Level.OVERDUE);
    if (!today.isBefore(after(dueOn, approver))) {
      reached.add(Reminder.Level.APPROVER);
    }
    if (!today.isBefore(after(dueOn, manager))) {
      reached.add(Reminder.Level.MANAGER);
    }
    return reached;
  }

  private boolean near(LocalDate dueOn, LocalDate today) {
    if (today.plusDays(60).isBefore(dueOn)) {
      return false;
    }
    try {
      return calendar.between(today, dueOn) <= before;
    } catch (ProblemException refusal) {
      requireMissingCalendar(refusal);
      return !today.plusDays(2L * before + 1).isBefore(dueOn);
    }
  }

  private LocalDate after(LocalDate dueOn, int days) {
    return TimeLimits.lastDayOrEarlier(calendar, dueOn, days);
  }

  private static void requireMissingCalendar(ProblemException refusal) {
    if (refusal.problem().code() != ProblemCode.CALENDAR_MISSING) {
      throw refusal;
    }
  }
}
