package org.jieshi.disputes;

import org.jieshi.shared.Bilingual;

/** Where a case stands. */
public enum DisputeStage {

  OPENED(true, "opened", "已登记"),
  ACCEPTED(true, "accepted", "已受理"),
  /** The application was copied to the respondent, whose time to answer runs. */
  COPIED(true, "with the respondent", "已送达被申请人"),
  ANSWERED(true, "answered", "已答辩"),
  /** In mediation or before an authority or court: the rung of the ladder says which. */
  MEDIATION(true, "in mediation", "调解中"),
  /** Signed by both sides; the boundaries are changed. */
  AGREED(false, "agreed", "已达成协议"),
  /** Decided by an authority or court; open until the time for review and suit is over. */
  DECIDED(true, "decided", "已作决定"),
  /** Trespass: the occupier was told to return the land by a day. */
  RESTITUTION_ORDERED(true, "restitution ordered", "已责令返还"),
  /** Trespass: the land is back. */
  RECOVERED(false, "land recovered", "已收回"),
  CLOSED(false, "closed", "已结案"),
  NOT_ACCEPTED(false, "not accepted", "不予受理"),
  WITHDRAWN(false, "withdrawn", "已撤回");

  private final boolean open;
  private final Bilingual title;

  DisputeStage(boolean open, String en, String zh) {
    this.open = open;
    this.title = new Bilingual(en, zh);
  }

  /** Whether the quarrel is still unresolved, which holds the registration of its parcels. */
  public boolean open() {
    return open;
  }

  /** Whether the file is closed: nothing more is done in it. */
  public boolean ended() {
    return this == CLOSED || this == NOT_ACCEPTED || this == WITHDRAWN;
  }

  public Bilingual title() {
    return title;
  }
}
