package org.jieshi.registration.investigation;

/** On what a boundary rests, in the order in which it is looked for (domain sheet §0). */
public enum BoundaryBasis {

  FARM_1987_CERTIFICATE(true, "1987 年《山界林权证》"),
  APPROVAL(true, "政府批准文件"),
  AGREEMENT(true, "用地协议"),
  HISTORY_AND_PRESENT_USE(false, "历史和使用现状");

  private final boolean documented;
  private final String zh;

  BoundaryBasis(boolean documented, String zh) {
    this.documented = documented;
    this.zh = zh;
  }

  /** As it is printed. */
  public String zh() {
    return zh;
  }

  /** Whether a document must be named. */
  public boolean documented() {
    return documented;
  }
}
