package org.jieshi.coordination.due;

import java.time.LocalDate;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A reminder as the person sees it to whom it goes.
 *
 * @param clock which of the subject's deadlines
 * @param role the role it goes to; null: this person by name
 * @param seen the person has opened it
 * @param acknowledged somebody it went to has said that they take care of it
 */
public record Reminder(long id, WorkKind kind, String subjectId, String clock, LocalDate dueOn, Level level,
    Bilingual text, String link, @Nullable String role, LocalDate raisedOn, boolean seen, boolean acknowledged) {

  /** How far it has gone. */
  public enum Level {
    /** Its day comes near: the owner is told. */
    SOON,
    /** Its day is past: the owner is told. */
    OVERDUE,
    /** Still not done after some days: the approvers are told. */
    APPROVER,
    /** Still not done: the managers are told. */
    MANAGER
  }
}
