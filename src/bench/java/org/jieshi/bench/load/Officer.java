package org.jieshi.bench.load;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Looks through the review desk, each overlap with both boundaries; opens a case of one in five, takes it back of one in
 * three of those; then takes applications a step on.
 */
final class Officer implements Runnable {

  private static final List<String> STATES = List.of("SURVEYED", "NOTICED", "LEADER_APPROVED", "CONSULTED");
  private static final List<String> ACTIONS = List.of("publish-notice", "review", "consult", "settle-fees");
  private static final int QUEUE = 100;
  private static final int CLOSE = 16;
  /** One round in so many begins with the list and its figures. */
  private static final int LISTED = 3;

  private final Visitor visitor;
  private final MapReader map;
  private final Applications applications;
  private final int own;

  /** @param number of this officer, whose part of the queue is their own. */
  Officer(Visitor visitor, int number) {
    this.visitor = visitor;
    this.map = new MapReader(visitor);
    this.applications = new Applications(visitor);
    this.own = number;
  }

  @Override
  public void run() {
    if (visitor.random.nextInt(LISTED) == 0) {
      visitor.open(() -> visitor.together("/api/conflicts?page=0&size=50", "/api/conflicts/summary"), "CONFLICT");
      visitor.think(5, 15);
    }
    List<JsonNode> queue = new ArrayList<>();
    visitor.open(() -> {
      queue.clear();
      visitor.get("/api/conflicts?status=OPEN&page={}&size={}", own, QUEUE).path("items").forEach(queue::add);
    }, "CONFLICT");
    visitor.think(2, 5);
    for (int looked = 0; looked < 8 && !queue.isEmpty(); looked++) {
      JsonNode conflict = queue.get(visitor.random.nextInt(queue.size()));
      look(conflict);
      visitor.think(4, 12);
      if (visitor.random.nextInt(5) == 0) {
        open(conflict.get("id").asLong());
      }
    }
    for (int steps = 0; steps < 3; steps++) {
      applications.work(STATES, ACTIONS);
    }
    if (visitor.random.nextInt(3) == 0) {
      map.look();
    }
  }

  private void look(JsonNode conflict) {
    JsonNode whole = visitor.get("/api/conflicts/{}", conflict.get("id").asLong());
    visitor.together(side(conflict.get("left")), side(conflict.get("right")));
    JsonNode corner = whole.path("geometry").path("coordinates");
    while (corner.isArray() && !corner.isEmpty() && corner.get(0).isArray()) {
      corner = corner.get(0);
    }
    if (corner.isArray() && corner.size() >= 2) {
      map.show(CLOSE, corner.get(0).asDouble(), corner.get(1).asDouble());
    }
  }

  private static String side(JsonNode side) {
    String kind = side.get("kind").asString();
    return (kind.equals("PARCEL") ? "/api/parcels/" : kind.equals("CLAIM") ? "/api/claims/" : "/api/evidence/")
        + side.get("code").asString();
  }

  private void open(long conflict) {
    Visitor.Answer opened = visitor.post("/api/disputes", "{\"conflicts\": [%d]}".formatted(conflict));
    visitor.think(3, 6);
    if (opened.done() && visitor.random.nextInt(3) == 0) {
      String id = opened.body().get("id").asString();
      Visitor.Answer seen = visitor.getVersioned("/api/disputes/{}", id);
      visitor.step("/api/disputes/{}/actions/withdraw", seen.tag(), "{\"reason\": \"开错了\"}", id);
    }
  }
}
