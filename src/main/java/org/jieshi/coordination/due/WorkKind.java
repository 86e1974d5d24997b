package org.jieshi.coordination.due;

import org.jieshi.identity.Role;
import org.jieshi.shared.Bilingual;

/** The kinds of things that are open somewhere in the office. */
public enum WorkKind {

  LETTER("liaison letter", "工作联系单", Role.REVIEWER),
  CASE("dispute case", "争议案件", Role.MEDIATOR),
  NOTICE("public notice", "公示", Role.REVIEWER),
  OBJECTION("objection", "异议", Role.REVIEWER),
  APPLICATION("application", "登记申请", Role.REVIEWER),
  TASK("task", "任务", Role.REVIEWER),
  MEETING("meeting", "会议", Role.REVIEWER),
  COMPLAINT("complaint", "投诉", Role.APPROVER),
  PATROL("patrol", "巡查", Role.SURVEYOR),
  FINDING("patrol finding", "巡查发现", Role.REVIEWER),
  STATEMENT("village statement", "村方陈述", Role.MEDIATOR);

  private final Bilingual title;
  private final Role responsible;

  WorkKind(String en, String zh, Role responsible) {
    this.title = new Bilingual(en, zh);
    this.responsible = responsible;
  }

  public Bilingual title() {
    return title;
  }

  /** The role that is told where nobody is named, or who is named has no account in use. */
  public Role responsible() {
    return responsible;
  }
}
