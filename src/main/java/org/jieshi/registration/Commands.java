package org.jieshi.registration;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jieshi.shared.ActionBodies;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a step; what is missing or too long is refused by field. */
@Component
class Commands implements ActionBodies {

  private final JsonMapper json;
  private final Validator validator;

  Commands(JsonMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  @Override
  public String address() {
    return "/api/applications/{id}/actions/{action}";
  }

  @Override
  public List<Step> steps() {
    return Arrays.stream(Action.values()).filter(action -> action != Action.CERTIFY).map(action -> new Step(action.path(),
        new Bilingual(action.path().replace('-', ' '), ActionTitles.of(action.path())), typeOf(action))).toList();
  }

  /** @throws ProblemException {@code NOT_FOUND} for a step that clients can't take, {@code INVALID_FIELD} */
  Command read(String path, @Nullable JsonNode body) {
    Action action = Action.ofPath(path).filter(known -> known != Action.CERTIFY)
        .orElseThrow(() -> ProblemException.notFound("action", "操作", path));
    Command command;
    try {
      command = json.treeToValue(body == null || body.isNull() ? json.createObjectNode() : body, typeOf(action));
    } catch (JacksonException unreadable) {
      throw Problem.of(ProblemCode.BAD_REQUEST,
          "The body of %s is not the JSON expected there: see the description of the step.".formatted(path),
          "%s 的请求内容不是所需的 JSON。".formatted(path)).asException();
    }
    validator.validate(command).stream().min(Comparator.comparing(fault -> fault.getPropertyPath().toString()))
        .ifPresent(Commands::refuse);
    return command;
  }

  private static void refuse(ConstraintViolation<Command> fault) {
    String field = fault.getPropertyPath().toString();
    throw Problem.of(ProblemCode.INVALID_FIELD, "%s: %s.".formatted(field, fault.getMessage()),
        "字段 %s 的内容不符合要求。".formatted(field)).inField(field).asException();
  }

  private static Class<? extends Command> typeOf(Action action) {
    return switch (action) {
      case RECORD_SURVEY -> Command.RecordSurvey.class;
      case PUBLISH_NOTICE -> Command.PublishNotice.class;
      case REVIEW -> Command.Review.class;
      case APPROVE -> Command.Approve.class;
      case DECIDE_IN_MEETING -> Command.DecideInMeeting.class;
      case CONSULT -> Command.Consult.class;
      case REGISTER -> Command.Register.class;
      case SUSPEND -> Command.Suspend.class;
      case RESUME -> Command.Resume.class;
      case REJECT -> Command.Reject.class;
      case WITHDRAW -> Command.Withdraw.class;
      case SETTLE_FEES -> Command.SettleFees.class;
      case EXEMPT_FEES -> Command.ExemptFees.class;
      case DECIDE_LAND_USE -> Command.DecideLandUse.class;
      case REFUND_FEES -> Command.RefundFees.class;
      case POINT_BOUNDARY -> Command.PointBoundary.class;
      case FILL_FORM -> Command.FillForm.class;
      case PROPOSE_OVERRIDE -> Command.ProposeOverride.class;
      case CONFIRM_OVERRIDE -> Command.ConfirmOverride.class;
      case END_OVERRIDE -> Command.EndOverride.class;
      case CERTIFY -> throw new IllegalArgumentException("certificates are issued elsewhere");
    };
  }
}
