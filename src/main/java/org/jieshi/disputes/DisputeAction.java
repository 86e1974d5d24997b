package org.jieshi.disputes;

import static org.jieshi.identity.Role.APPROVER;
import static org.jieshi.identity.Role.MEDIATOR;
import static org.jieshi.identity.Role.REVIEWER;
import static org.jieshi.identity.Role.SURVEYOR;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jieshi.identity.Role;
import org.jieshi.shared.Bilingual;

/** All that can be done in a case, by whom, and with what body. Whether it can be done now: {@link Procedure}. */
enum DisputeAction {

  ASSIGN("name the handlers", "指定承办人", DisputeCommand.Assign.class, REVIEWER, MEDIATOR, APPROVER),
  ACCEPT("accept", "受理", DisputeCommand.Accept.class, REVIEWER, MEDIATOR),
  REJECT("not accept", "不予受理", DisputeCommand.Reject.class, REVIEWER, MEDIATOR),
  COPY("copy to the respondent", "送达申请书副本", DisputeCommand.Plain.class, REVIEWER, MEDIATOR),
  ANSWER("enter the answer", "登记答辩", DisputeCommand.Answer.class, REVIEWER, MEDIATOR),
  MEDIATE("begin mediation", "开始调解", DisputeCommand.Mediate.class, REVIEWER, MEDIATOR),
  SESSION("enter a session", "登记调解会", DisputeCommand.Session.class, REVIEWER, MEDIATOR),
  ESCALATE("go to the next level", "移送上一级", DisputeCommand.Escalate.class, REVIEWER, MEDIATOR),
  EXTEND("extend the investigation", "延长调查期限", DisputeCommand.Extend.class, APPROVER),
  REPORT("report to the government", "上报政府", DisputeCommand.Plain.class, REVIEWER, MEDIATOR),
  AGREE("enter the agreement", "登记调解协议", DisputeCommand.Agree.class, REVIEWER, MEDIATOR),
  DECIDE("enter the decision", "登记处理决定", DisputeCommand.Decide.class, REVIEWER, APPROVER),
  SERVE("enter the service", "登记送达", DisputeCommand.Plain.class, REVIEWER, MEDIATOR),
  ORDER("order restitution", "责令返还", DisputeCommand.Order.class, REVIEWER, APPROVER),
  RECOVER("enter the recovery", "登记收回", DisputeCommand.Recover.class, REVIEWER, MEDIATOR),
  CLOSE("close", "结案", DisputeCommand.Plain.class, REVIEWER, MEDIATOR),
  WITHDRAW("withdraw", "撤回申请", DisputeCommand.Withdraw.class, REVIEWER, MEDIATOR),
  /** Who has a stake in the case does not handle it; the leader decides. */
  RECUSE("recuse a handler", "承办人回避", DisputeCommand.Recuse.class, APPROVER),
  /** Between two certificates: the objection is noted in the register. */
  OBJECT("enter the objection registration", "登记异议登记", DisputeCommand.Objection.class, REVIEWER, MEDIATOR),
  SUE("enter the suit", "登记起诉", DisputeCommand.Suit.class, REVIEWER, MEDIATOR),
  PARK("let the undisputed remainder go on", "拆分无争议部分", DisputeCommand.Park.class, REVIEWER, MEDIATOR),
  NOTE("add a note", "添加备注", DisputeCommand.Note.class, SURVEYOR, REVIEWER, MEDIATOR, APPROVER);

  private final Bilingual title;
  private final Class<? extends DisputeCommand> command;
  private final List<Role> roles;

  DisputeAction(String en, String zh, Class<? extends DisputeCommand> command, Role... roles) {
    this.title = new Bilingual(en, zh);
    this.command = command;
    this.roles = List.of(roles);
  }

  /** The last part of its address: {@code accept}. */
  String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DisputeAction> ofPath(String path) {
    return Arrays.stream(values()).filter(action -> action.path().equals(path)).findFirst();
  }

  Bilingual title() {
    return title;
  }

  Class<? extends DisputeCommand> command() {
    return command;
  }

  Role[] roles() {
    return roles.toArray(Role[]::new);
  }

  boolean allows(Role role) {
    return roles.contains(role);
  }
}
