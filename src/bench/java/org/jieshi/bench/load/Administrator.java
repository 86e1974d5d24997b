package org.jieshi.bench.load;

/** Looks at the operations page and the record, proves the whole of it once. */
final class Administrator implements Runnable {

  private final Visitor visitor;
  private final boolean proves;
  private boolean proved;

  /** @param proves whether this is the one who does */
  Administrator(Visitor visitor, boolean proves) {
    this.visitor = visitor;
    this.proves = proves;
  }

  @Override
  public void run() {
    visitor.open(() -> visitor.get("/api/operations"));
    visitor.think(10, 30);
    Approver.record(visitor);
    visitor.together("/api/users", "/api/settings/second-factor");
    visitor.think(10, 30);
    if (proves && !proved) {
      proved = true;
      visitor.begin("/api/audit/verify");
    }
  }
}
