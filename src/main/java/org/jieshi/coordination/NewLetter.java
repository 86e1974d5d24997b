package org.jieshi.coordination;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be sent.
 *
 * @param addressee the office as written on the letter; the department's usual name if left out
 * @param parcelCode the parcel asked about where the subject is an application or a case; needed for
 *     {@link LiaisonLetters#forParcel} to find it
 * @param dueDays working days from today until the answer is due; 10 if neither this nor {@code dueOn} is given
 * @param dueOn the day the answer is due, instead of {@code dueDays}
 * @param owner user name of who follows it up; who sends it if left out
 */
public record NewLetter(@NotNull Department department, @Nullable @Size(max = 80) String addressee,
    @NotNull LetterSubject subjectKind, @NotBlank @Size(max = 64) String subjectId,
    @Nullable @Size(max = 64) String parcelCode, @NotBlank @Size(max = 4000) String question,
    @Nullable @Min(1) @Max(250) Integer dueDays, @Nullable LocalDate dueOn, @Nullable @Size(max = 40) String owner) {

  /** Followed up by who sends it. */
  public NewLetter(Department department, @Nullable String addressee, LetterSubject subjectKind, String subjectId,
      @Nullable String parcelCode, String question, @Nullable Integer dueDays, @Nullable LocalDate dueOn) {
    this(department, addressee, subjectKind, subjectId, parcelCode, question, dueDays, dueOn, null);
  }

  public static NewLetter aboutParcel(Department department, String parcelCode, String question, int dueDays) {
    return new NewLetter(department, null, LetterSubject.PARCEL, parcelCode, null, question, dueDays, null);
  }
}
