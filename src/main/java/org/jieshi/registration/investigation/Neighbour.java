package org.jieshi.registration.investigation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour and the pointing of the common boundary.
 *
 * @param side compass side, as {@code N} or {@code 东北}
 * @param on the day of the latest step: of the invitation, the signature, the absence, the service or the objection
 * @param signer who pointed the boundary out for the neighbour, {@code ownSigner} for the holder
 * @param servedOn the day the notice of default was served, {@code servedHow} in which way
 * @param ground of an objection to it
 * @param reasons statement of reasons 争议原由 of a dispute
 * @param decidedBy number of the document that decided it
 */
public record Neighbour(@NotBlank @Size(max = 80) String name, @Nullable @Size(max = 20) String side,
    @NotNull Pointing pointing, @Nullable LocalDate on, @Nullable @Size(max = 1000) String note,
    @Nullable @Size(max = 80) String signer, @Nullable @Size(max = 80) String ownSigner, @Nullable LocalDate servedOn,
    @Nullable @Size(max = 200) String servedHow, @Nullable @Size(max = 2000) String ground,
    @Nullable @Size(max = 4000) String reasons, @Nullable @Size(max = 200) String decidedBy) {

  /** Days within which the absent side may object, counted from the service (domain sheet §5). */
  public static final int DAYS_TO_OBJECT = 15;

  public Neighbour(String name, @Nullable String side, Pointing pointing, @Nullable LocalDate on,
      @Nullable String note) {
    this(name, side, pointing, on, note, null, null, pointing == Pointing.SERVED ? on : null, null, null, null, null);
  }

  /**
   * The last day to object to a line that was served: calendar days, the day of the service not counted (民法典 Art. 201);
   * one that ends on a day off ends on the next working day (Art. 203).
   *
   * @throws org.jieshi.shared.ProblemException {@code CALENDAR_MISSING}
   */
  public @Nullable LocalDate objectionDeadline(WorkingDays calendar) {
    if (servedOn == null) {
      return null;
    }
    LocalDate last = servedOn.plusDays(DAYS_TO_OBJECT);
    while (!calendar.isWorkingDay(last)) {
      last = last.plusDays(1);
    }
    return last;
  }

  /** How it stands that day: what was served is final once nobody objected in time. */
  public Pointing standing(LocalDate day, WorkingDays calendar) {
    if (pointing != Pointing.SERVED) {
      return pointing;
    }
    LocalDate deadline = objectionDeadline(calendar);
    return deadline != null && day.isAfter(deadline) ? Pointing.FINAL : Pointing.SERVED;
  }

  /** Whether this side's line stands. */
  public boolean settled(LocalDate day, WorkingDays calendar) {
    Pointing standing = standing(day, calendar);
    return standing == Pointing.BOTH_SIGNED || standing == Pointing.FINAL;
  }

  /** Whether it was recorded as settled by default without what makes it so: a service, or a document. */
  @JsonIgnore
  public boolean lacksGround() {
    return (pointing == Pointing.FINAL && servedOn == null && (decidedBy == null || decidedBy.isBlank()))
        || ((pointing == Pointing.SERVED || pointing == Pointing.OBJECTED) && servedOn == null);
  }
}
