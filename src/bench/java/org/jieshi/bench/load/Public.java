package org.jieshi.bench.load;

import tools.jackson.databind.JsonNode;

/** Somebody without an account: reads the notices, one of them whole, now and then objects. */
final class Public implements Runnable {

  private final Visitor visitor;

  Public(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public void run() {
    visitor.get("/api/about");
    JsonNode notices = visitor.get("/api/notices?running=true&geometry=true&page=0&size=50").path("items");
    visitor.think(6, 20);
    for (int read = 0; read < 3 && !notices.isEmpty(); read++) {
      String notice = notices.get(visitor.random.nextInt(notices.size())).get("id").asString();
      visitor.get("/api/notices/{}", notice);
      visitor.think(8, 25);
      if (visitor.random.nextInt(12) == 0) {
        visitor.post("/api/notices/{}/objections", """
            {"person": "黄某", "contact": "138 0000 0000", "ground": "该地为我村所有", "evidence": "1962年四固定材料"}
            """, notice);
      }
    }
  }
}
