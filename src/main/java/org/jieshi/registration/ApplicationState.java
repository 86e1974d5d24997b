package org.jieshi.registration;

import java.util.EnumSet;
import java.util.Set;
import org.jieshi.shared.Bilingual;

/** Where an application stands, in the order of the procedure. */
public enum ApplicationState {

  APPLIED("applied", "已申请"),
  SURVEYED("surveyed", "已调查"),
  NOTICED("on public notice", "公示中"),
  REVIEWED("reviewed", "已审核"),
  LEADER_APPROVED("approved by the leader", "局领导已批准"),
  MEETING_DECIDED("decided by the bureau meeting", "局务会议已决定"),
  CONSULTED("consulted", "已征求意见"),
  REGISTERED("entered in the register", "已登簿"),
  CERTIFIED("certified", "已发证"),
  SUSPENDED("suspended", "已中止"),
  REJECTED("rejected", "不予登记"),
  WITHDRAWN("withdrawn", "已撤回");

  private final Bilingual title;

  ApplicationState(String en, String zh) {
    this.title = new Bilingual(en, zh);
  }

  public Bilingual title() {
    return title;
  }

  /** On its way: neither ended nor parked. */
  public boolean isOpen() {
    return ordinal() < CERTIFIED.ordinal();
  }

  /** What was paid for it goes back, and its notice no longer stands. */
  boolean endedWithoutCertificate() {
    return this == REJECTED || this == WITHDRAWN;
  }

  /** Nothing moves any more. */
  public boolean isFinal() {
    return this == CERTIFIED || this == REJECTED || this == WITHDRAWN;
  }

  /** All states on the way. */
  static Set<ApplicationState> open() {
    return EnumSet.range(APPLIED, REGISTERED);
  }
}
