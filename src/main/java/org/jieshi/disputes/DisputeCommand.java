package org.jieshi.disputes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of an action on a case. */
sealed interface DisputeCommand {

  /** The day it happened; today if null. */
  @Nullable LocalDate on();

  /** What is said of it in the timeline, in the person's own words. */
  @Nullable String note();

  /** Actions that need nothing but their day. */
  record Plain(@Nullable LocalDate on, @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  /** @param handlers user names, two or more */
  record Assign(@NotEmpty List<@NotBlank String> handlers, @Nullable LocalDate on,
      @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  /**
   * @param handlers user names, if not named before
   * @param individuals names of the parties that are persons; the others are units. Left out: not said yet
   */
  record Accept(@Nullable List<@NotBlank String> handlers, @Nullable List<@NotBlank String> individuals,
      @Nullable LocalDate on, @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  /**
   * @param handler user name of who stands back
   * @param askedBy a party of the case, or the handler
   * @param replacement user name; needed where fewer than two would be left
   */
  record Recuse(@NotBlank String handler, @NotBlank @Size(max = 4000) String reason,
      @NotBlank @Size(max = 200) String askedBy, @Nullable String replacement, @Nullable LocalDate on)
      implements DisputeCommand {

    @Override
    public String note() {
      return reason;
    }
  }

  /** @param documentNumber of the entry in the register; @param party who objects */
  record Objection(@NotBlank @Size(max = 100) String documentNumber, @NotBlank String party, @Nullable LocalDate on,
      @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  /** @param parcel whose undisputed remainder goes on alone */
  record Park(@NotBlank String parcel, @Nullable LocalDate on, @Nullable @Size(max = 4000) String note)
      implements DisputeCommand {
  }

  /** @param caseNumber of the court */
  record Suit(@NotBlank @Size(max = 100) String court, @NotBlank @Size(max = 100) String caseNumber,
      @Nullable LocalDate on, @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  record Reject(@NotBlank @Size(max = 4000) String reason, @Nullable LocalDate on) implements DisputeCommand {

    @Override
    public String note() {
      return reason;
    }
  }

  record Answer(@NotBlank @Size(max = 20000) String statement, @Nullable LocalDate on) implements DisputeCommand {

    @Override
    public String note() {
      return statement;
    }
  }

  /** @param level where it begins; negotiation if left out */
  record Mediate(@Nullable LadderLevel level, @Nullable LocalDate on, @Nullable @Size(max = 4000) String note)
      implements DisputeCommand {
  }

  record Session(@NotBlank @Size(max = 200) String place, @NotEmpty List<@NotBlank @Size(max = 80) String> people,
      @NotBlank @Size(max = 20000) String minutes, @Nullable LocalDate on) implements DisputeCommand {

    @Override
    public String note() {
      return minutes;
    }
  }

  /** @param to the rung, if it is not simply the next one */
  record Escalate(@Nullable LadderLevel to, @Nullable LocalDate on, @Nullable @Size(max = 4000) String note)
      implements DisputeCommand {
  }

  /** @param approval number of the document that approves the extension */
  record Extend(@NotNull LocalDate until, @NotBlank @Size(max = 100) String approval, @Nullable LocalDate on,
      @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  /**
   * A signed mediation agreement.
   *
   * @param text its wording
   * @param seal the body whose seal it bears
   * @param parcel which of two parcels is amended, where both sides are parcels
   * @param dropSlivers the parties give up leftover pieces that rule G6 calls slivers
   */
  record Agree(@NotNull Outcome outcome, @NotBlank @Size(max = 100) String documentNumber, @Nullable LocalDate on,
      @NotBlank @Size(max = 20000) String text, @NotBlank @Size(max = 100) String seal,
      @NotEmpty List<@Valid @NotNull Signature> signatures, @Nullable String parcel, @Nullable Boolean dropSlivers)
      implements DisputeCommand {

    @Override
    public @Nullable String note() {
      return null;
    }
  }

  /** @param party the party as named in the case; @param name who signed for it */
  record Signature(@NotBlank String party, @NotBlank @Size(max = 80) String name, @Nullable LocalDate signedOn) {
  }

  /**
   * A decision of an authority, or a judgment.
   *
   * @param parcel which of two parcels is amended, where both sides are parcels
   * @param dropSlivers the decision extends to leftover pieces that rule G6 calls slivers
   * @param by which authority decides on the rung of decision; the county if left out
   */
  record Decide(@NotNull Outcome outcome, @NotBlank @Size(max = 100) String documentNumber,
      @NotBlank @Size(max = 100) String authority, @Nullable LocalDate on, @NotBlank @Size(max = 20000) String text,
      @Nullable String parcel, @Nullable Boolean dropSlivers, @Nullable Authority by) implements DisputeCommand {

    @Override
    public @Nullable String note() {
      return null;
    }
  }

  /** @param deadline the day by which the land has to be returned */
  record Order(@NotNull LocalDate deadline, @NotBlank @Size(max = 100) String documentNumber, @Nullable LocalDate on,
      @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  /**
   * The land is back.
   *
   * @param area m² as measured on the spot; checked against the occupied area of the map
   * @param document the record of the handing over
   */
  record Recover(@Nullable @Positive BigDecimal area, @NotBlank @Size(max = 100) String document,
      @Nullable LocalDate on, @Nullable @Size(max = 4000) String note) implements DisputeCommand {
  }

  record Withdraw(@NotBlank @Size(max = 4000) String reason, @Nullable LocalDate on) implements DisputeCommand {

    @Override
    public String note() {
      return reason;
    }
  }

  record Note(@NotBlank @Size(max = 4000) String text, @Nullable LocalDate on) implements DisputeCommand {

    @Override
    public String note() {
      return text;
    }
  }
}
