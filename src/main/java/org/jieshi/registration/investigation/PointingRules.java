package org.jieshi.registration.investigation;

import java.time.LocalDate;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Takes one step of pointing with a neighbour; what a step needs is refused by field. */
public final class PointingRules {

  private PointingRules() {
  }

  /**
   * What a person states with a step.
   *
   * @param on the day it happened, not later than today
   * @param signer who signed for the neighbour; who was there, where the holder stayed away
   * @param how in which way it was served: delivered, by post, posted on the spot
   * @param document number of the document that decided a dispute
   */
  public record Stated(PointingStep step, LocalDate on, @Nullable String signer, @Nullable String ownSigner,
      @Nullable String how, @Nullable String ground, @Nullable String reasons, @Nullable String document,
      @Nullable String note) {
  }

  /**
   * @throws ProblemException {@code CONFLICTING_STATE}, {@code INVALID_FIELD}, {@code CALENDAR_MISSING}
   */
  public static Neighbour take(Neighbour before, Stated stated, LocalDate today, WorkingDays calendar) {
    if (!stated.step().startsFrom(before.pointing())) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE,
          "The pointing with %s is %s: %s is not possible now.".formatted(before.name(), before.pointing().en(),
              path(stated.step())),
          "与%s的指界状态为“%s”，不能办理 %s。".formatted(before.name(), before.pointing().zh(), path(stated.step())))
          .asException();
    }
    if (stated.on().isAfter(today)) {
      throw field("on", "%s is in the future.".formatted(stated.on()), "%s 晚于今日。".formatted(stated.on()));
    }
    if (before.on() != null && stated.on().isBefore(before.on()) && before.pointing() != Pointing.DRAFTED) {
      throw field("on", "%s is before the step before it, of %s.".formatted(stated.on(), before.on()),
          "%s 早于上一步骤（%s）。".formatted(stated.on(), before.on()));
    }
    check(before, stated, calendar);
    boolean served = stated.step() == PointingStep.SERVE;
    boolean signed = stated.step() == PointingStep.SIGN;
    return new Neighbour(before.name(), before.side(), stated.step().leadsTo(before.pointing()), stated.on(),
        stated.note() != null ? stated.note() : before.note(), or(stated.signer(), before.signer()),
        or(stated.ownSigner(), before.ownSigner()), served ? stated.on() : signed ? null : before.servedOn(),
        served ? stated.how() : before.servedHow(), or(stated.ground(), before.ground()),
        or(stated.reasons(), before.reasons()), or(stated.document(), before.decidedBy()));
  }

  private static void check(Neighbour before, Stated stated, WorkingDays calendar) {
    switch (stated.step()) {
      case SIGN -> {
        need("signer", stated.signer());
        need("ownSigner", stated.ownSigner());
      }
      case ONE_STAYED_AWAY -> need("note", stated.note());
      case SERVE -> need("how", stated.how());
      case OBJECT -> {
        need("ground", stated.ground());
        LocalDate deadline = before.objectionDeadline(calendar);
        if (deadline != null && stated.on().isAfter(deadline)) {
          throw field("on", "the time to object ended on %s: whoever has a right can still apply for a decision on the "
              .formatted(deadline) + "dispute.", "异议期已于 %s 届满，权利人仍可申请权属争议处理。".formatted(deadline));
        }
      }
      case STATE_REASONS -> need("reasons", stated.reasons());
      case DECIDE -> need("document", stated.document());
      case INVITE, BOTH_STAYED_AWAY -> { }
    }
  }

  private static @Nullable String or(@Nullable String stated, @Nullable String before) {
    return stated != null && !stated.isBlank() ? stated : before;
  }

  private static void need(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw field(name, "it must be stated for this step.", "此步骤须填写。");
    }
  }

  private static ProblemException field(String name, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, name + ": " + en, "字段 " + name + "：" + zh).inField(name).asException();
  }

  private static String path(PointingStep step) {
    return step.name().toLowerCase().replace('_', '-');
  }
}
