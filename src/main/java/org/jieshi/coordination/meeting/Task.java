package org.jieshi.coordination.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody has to do by a day.
 *
 * @param meetingId the meeting that decided it, with the number of its agenda item
 * @param result what came of it, or why it was given up
 */
public record Task(String id, String number, String title, @Nullable String detail, String owner, String ownerName,
    LocalDate dueOn, boolean overdue, @Nullable String meetingId, @Nullable Integer meetingItem,
    @Nullable String subjectKind, @Nullable String subjectId, Status status, String setBy, LocalDate setOn,
    @Nullable String result, @Nullable LocalDate endedOn, int revision) {

  /** A task is open until its result is written down. */
  public enum Status { OPEN, DONE, CANCELLED }
}
