package org.jieshi.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.coordination.Department;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.BoundaryRow;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.PointingStep;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.investigation.UseDecision;
import org.jspecify.annotations.Nullable;

/** What a person states when taking a step: the body of {@code POST /api/applications/{id}/actions/{action}}. */
sealed interface Command {

  /** The longest text of a reason or opinion. */
  int LONG = 4000;

  Action action();

  /**
   * @param neighbours everybody the boundary is shared with, and how far pointing it out has come
   * @param title only what differs from what is known already
   */
  record RecordSurvey(@NotNull BoundaryBasis boundaryBasis, @Nullable @Size(max = 200) String basisDocument,
      @NotNull LocalDate surveyedOn, @NotEmpty List<@NotNull @Valid Neighbour> neighbours, @Nullable @Size(max = LONG) String notes,
      @Nullable TitleFacts title, @Nullable @Valid InvestigationForm form,
      @Nullable List<@NotNull @Valid BoundaryRow> boundaryTable) implements Command {

    RecordSurvey(BoundaryBasis boundaryBasis, @Nullable String basisDocument, LocalDate surveyedOn,
        List<Neighbour> neighbours, @Nullable String notes, @Nullable TitleFacts title) {
      this(boundaryBasis, basisDocument, surveyedOn, neighbours, notes, title, null, null);
    }

    @Override
    public Action action() {
      return Action.RECORD_SURVEY;
    }
  }

  /** @param place where the notice hangs besides the web page */
  record PublishNotice(@NotBlank @Size(max = 200) String place) implements Command {

    @Override
    public Action action() {
      return Action.PUBLISH_NOTICE;
    }
  }

  record Review(@NotBlank @Size(max = LONG) String opinion) implements Command {

    @Override
    public Action action() {
      return Action.REVIEW;
    }
  }

  record Approve(@NotBlank @Size(max = LONG) String opinion) implements Command {

    @Override
    public Action action() {
      return Action.APPROVE;
    }
  }

  record DecideInMeeting(@NotBlank @Size(max = 80) String meetingNumber, @NotNull LocalDate heldOn,
      @NotEmpty List<@NotBlank @Size(max = 80) String> attendees, @NotBlank @Size(max = LONG) String decision)
      implements Command {

    @Override
    public Action action() {
      return Action.DECIDE_IN_MEETING;
    }
  }

  /**
   * @param question to the forestry department; a usual one is asked where it must be heard and this is left out
   * @param dueDays working days for the answer
   * @param others departments that are asked the same besides the forestry department
   */
  record Consult(@Nullable @Size(max = LONG) String question, @Nullable @Size(max = 80) String addressee,
      @Nullable @Min(1) @Max(250) Integer dueDays, @Nullable @Size(max = 9) List<@NotNull Department> others)
      implements Command {

    Consult(@Nullable String question, @Nullable String addressee, @Nullable Integer dueDays) {
      this(question, addressee, dueDays, null);
    }

    @Override
    public Action action() {
      return Action.CONSULT;
    }
  }

  record Register(@Nullable @Size(max = LONG) String note) implements Command {

    @Override
    public Action action() {
      return Action.REGISTER;
    }
  }

  record Suspend(@NotBlank @Size(max = LONG) String reason, Suspension.@NotNull Cause cause) implements Command {

    @Override
    public Action action() {
      return Action.SUSPEND;
    }
  }

  record Resume(@NotBlank @Size(max = LONG) String reason) implements Command {

    @Override
    public Action action() {
      return Action.RESUME;
    }
  }

  record Reject(@NotBlank @Size(max = LONG) String reason) implements Command {

    @Override
    public Action action() {
      return Action.REJECT;
    }
  }

  record Withdraw(@NotBlank @Size(max = LONG) String reason) implements Command {

    @Override
    public Action action() {
      return Action.WITHDRAW;
    }
  }

  record SettleFees(@NotBlank @Size(max = 80) String receiptNumber, @NotNull LocalDate paidOn) implements Command {

    @Override
    public Action action() {
      return Action.SETTLE_FEES;
    }
  }

  record ExemptFees(@NotBlank @Size(max = LONG) String reason, @NotBlank @Size(max = 200) String document)
      implements Command {

    @Override
    public Action action() {
      return Action.EXEMPT_FEES;
    }
  }

  /** @param document of the agreement or decision it rests on */
  record DecideLandUse(UseDecision.@NotNull Registered registered, @NotBlank @Size(max = LONG) String reason,
      @NotBlank @Size(max = 200) String document) implements Command {

    @Override
    public Action action() {
      return Action.DECIDE_LAND_USE;
    }
  }

  /** @param amount yuan */
  record RefundFees(@NotNull @DecimalMin("0.01") @Digits(integer = 12, fraction = 2) BigDecimal amount,
      @NotBlank @Size(max = LONG) String reason, @NotBlank @Size(max = 200) String document,
      @NotBlank @Size(max = 80) String receiptNumber, @NotNull LocalDate refundedOn) implements Command {

    @Override
    public Action action() {
      return Action.REFUND_FEES;
    }
  }

  /**
   * @param neighbour its place among the neighbours of the record in force, from 0
   * @param on the day it happened
   */
  record PointBoundary(@NotNull @Min(0) Integer neighbour, @NotNull PointingStep step, @NotNull LocalDate on,
      @Nullable @Size(max = 80) String signer, @Nullable @Size(max = 80) String ownSigner,
      @Nullable @Size(max = 200) String how, @Nullable @Size(max = 2000) String ground,
      @Nullable @Size(max = LONG) String reasons, @Nullable @Size(max = 200) String document,
      @Nullable @Size(max = 1000) String note) implements Command {

    @Override
    public Action action() {
      return Action.POINT_BOUNDARY;
    }
  }

  /** What is null stays as it is. */
  record FillForm(@Nullable @Valid InvestigationForm form, @Nullable List<@NotNull @Valid BoundaryRow> boundaryTable)
      implements Command {

    @Override
    public Action action() {
      return Action.FILL_FORM;
    }
  }

  /**
   * @param gate {@code W1} to {@code W6}
   * @param step the step it is wanted for; null for the one the procedure waits for
   * @param officer who is to take that step, where the gate asks who acts; null for nobody in particular
   */
  record ProposeOverride(@NotBlank String gate, @NotBlank @Size(max = LONG) String reason,
      @NotBlank @Size(max = 200) String document, @NotNull LocalDate expiresOn, @Nullable String step,
      @Nullable String officer) implements Command {

    @Override
    public Action action() {
      return Action.PROPOSE_OVERRIDE;
    }
  }

  record ConfirmOverride(@NotNull Long override) implements Command {

    @Override
    public Action action() {
      return Action.CONFIRM_OVERRIDE;
    }
  }

  record EndOverride(@NotNull Long override, @NotBlank @Size(max = LONG) String reason) implements Command {

    @Override
    public Action action() {
      return Action.END_OVERRIDE;
    }
  }
}
