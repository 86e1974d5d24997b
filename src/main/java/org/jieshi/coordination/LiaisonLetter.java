package org.jieshi.coordination;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A liaison letter as it stands.
 *
 * @param id ASCII id, {@code L2013-0001}; {@code number} is the printed one
 * @param question what is asked, or what is told; its first line names the matter
 * @param parcelCode the parcel the question is about, where there is one
 * @param overdue the answer is waited for and its day is past
 * @param answeredLate the answer came after its day
 * @param landUseCode the land use the department agreed to; with its scheme
 * @param owner user name of who follows it up
 * @param escalated how many steps of the department's path it has gone up
 * @param reminders how often the department was reminded
 */
public record LiaisonLetter(String id, String number, LetterKind kind, Department department, String addressee,
    LetterSubject subjectKind, String subjectId, @Nullable String parcelCode, String question, LetterStatus status,
    String askedBy, String owner, int escalated, Instant sentAt, LocalDate sentOn, LocalDate dueOn, boolean overdue,
    @Nullable String answer, @Nullable String answeredBy, @Nullable LocalDate answeredOn, boolean answeredLate,
    @Nullable LetterDecision decision, @Nullable String landUseScheme, @Nullable String landUseCode, int reminders,
    int revision) {
}
