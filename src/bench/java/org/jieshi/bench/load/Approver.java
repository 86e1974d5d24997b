package org.jieshi.bench.load;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Approves, enters in the register, issues; reads the newest of the record. */
final class Approver implements Runnable {

  private static final List<String> STATES = List.of("REVIEWED", "CONSULTED", "REGISTERED");
  private static final List<String> ACTIONS = List.of("approve", "register", "certify");
  private static final int SHOWN = 50;

  private final Visitor visitor;
  private final Applications applications;

  Approver(Visitor visitor) {
    this.visitor = visitor;
    this.applications = new Applications(visitor);
  }

  @Override
  public void run() {
    for (int steps = 0; steps < 4; steps++) {
      applications.work(STATES, ACTIONS);
    }
    record(visitor);
  }

  /** The page of the audit record. */
  static void record(Visitor visitor) {
    JsonNode head = visitor.get("/api/audit/head");
    visitor.together("/api/audit/heads", "/api/audit?size=%d&after=%d".formatted(SHOWN,
        Math.max(0, head.path("seq").asLong() - SHOWN)));
    visitor.think(8, 20);
  }
}
