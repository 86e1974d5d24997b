package org.jieshi.bench.load;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads figures, goes from one to its parcels, looks at boards and the map; takes the ledger, the report or a list with them. */
final class Manager implements Runnable {

  private static final List<String> GROUPINGS = List.of("subFarm", "town", "village", "landUse");
  private static final List<String> BANDS = List.of("certified", "pending", "disputed", "covered");
  private static final List<String> DOCUMENTS = List.of("/api/ledger.xlsx", "/api/coverage/report.pdf?by=subFarm",
      "/api/export/parcels.csv?subFarm=1");

  private final Visitor visitor;
  private final MapReader map;

  Manager(Visitor visitor) {
    this.visitor = visitor;
    this.map = new MapReader(visitor);
  }

  @Override
  public void run() {
    String by = GROUPINGS.get(visitor.random.nextInt(GROUPINGS.size()));
    visitor.together("/api/coverage/history?months=36", "/api/coverage/case-ages",
        "/api/encroachments?from=2026-01-01&to=2026-12-31");
    visitor.open(() -> visitor.get("/api/coverage?by={}", by));
    visitor.think(10, 30);
    JsonNode groups = visitor.get("/api/coverage?by={}", by).path("groups");
    if (!groups.isEmpty()) {
      String code = groups.get(visitor.random.nextInt(groups.size())).path("code").asString("");
      String group = code.isEmpty() ? "-" : code;
      String band = BANDS.get(visitor.random.nextInt(BANDS.size()));
      visitor.open(() -> visitor.get("/api/coverage/parcels?by={}&group={}&band={}&page=0&size=50", by, group, band));
      visitor.think(8, 20);
    }
    visitor.open(() -> visitor.together("/api/board", "/api/performance"));
    visitor.think(8, 20);
    if (visitor.random.nextInt(4) == 0) {
      visitor.document(DOCUMENTS.get(visitor.random.nextInt(DOCUMENTS.size())));
      visitor.think(5, 15);
    }
    map.look();
  }
}
