package org.jieshi.identity;

import org.jieshi.shared.Bilingual;

/** The roles of the land office and the farm. The public has none: it sees notices and verification only. */
public enum Role {

  SURVEYOR("surveyor", "测绘员"),
  REVIEWER("reviewer", "经办"),
  MEDIATOR("mediator", "调解员"),
  APPROVER("approver", "局领导"),
  MANAGER("manager", "管理者"),
  ADMINISTRATOR("administrator", "系统管理员");

  private final Bilingual title;

  Role(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }

  /** The Spring Security authority that stands for this role. */
  public String authority() {
    return "ROLE_" + name();
  }
}
