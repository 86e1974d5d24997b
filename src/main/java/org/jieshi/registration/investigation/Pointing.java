package org.jieshi.registration.investigation;

/** How far the pointing of the boundary with one neighbour has come (指界, domain sheet §5). */
public enum Pointing {

  /** Written down, nobody invited yet. */
  DRAFTED("drafted", "未通知"),
  /** Invited, not yet held. */
  NOTICED("noticed", "已通知指界"),
  BOTH_SIGNED("signed by both", "双方签章"),
  /** The present side's line stands once it was served and nobody objected within 15 days. */
  ONE_ABSENT("one side absent", "一方缺席"),
  /** The investigator decides; served likewise. */
  BOTH_ABSENT("both absent", "双方缺席"),
  SERVED("served", "已送达定界通知"),
  OBJECTED("objected", "有异议"),
  FINAL("final", "已定界");

  private final String en;
  private final String zh;

  Pointing(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  public String en() {
    return en;
  }

  public String zh() {
    return zh;
  }
}
