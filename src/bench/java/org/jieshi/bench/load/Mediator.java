package org.jieshi.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Goes through the open cases: reads the whole file of one, takes its next step or adds a note. */
final class Mediator implements Runnable {

  /** The next step of a case and what is said with it. */
  private static final Map<String, String> STEPS = Map.of(
      "copy", "{}",
      "answer", "{\"statement\": \"该地自1958年起由农场管理使用。\"}",
      "mediate", "{}",
      "session", "{\"place\": \"村委会\", \"people\": [\"农场\", \"村民小组\"], \"minutes\": \"双方到现场指认界线。\"}");

  private final Visitor visitor;
  private final String username;

  Mediator(Visitor visitor, String username) {
    this.visitor = visitor;
    this.username = username;
  }

  @Override
  public void run() {
    visitor.open(() -> visitor.together("/api/work/mine", "/api/reminders?size=200"));
    visitor.think(4, 10);
    List<JsonNode> cases = new ArrayList<>();
    visitor.open(() -> {
      cases.clear();
      visitor.get("/api/disputes?size=50").path("items").forEach(cases::add);
    }, "DISPUTE");
    visitor.think(3, 10);
    for (int read = 0; read < 3 && !cases.isEmpty(); read++) {
      work(cases.get(visitor.random.nextInt(cases.size())).get("id").asString());
    }
    visitor.open(() -> visitor.get("/api/board"));
    visitor.think(5, 15);
  }

  private void work(String id) {
    Visitor.Answer[] seen = new Visitor.Answer[1];
    visitor.open(() -> {
      seen[0] = visitor.getVersioned("/api/disputes/{}", id);
      visitor.together("/api/disputes/" + id + "/contents", "/api/disputes/" + id + "/proposals",
          "/api/holds?size=200&case=" + id, "/api/letters?subjectKind=DISPUTE&size=200&subjectId=" + id);
      visitor.together(seen[0].body().path("conflicts").valueStream().map(each -> "/api/conflicts/" + each.get("id").asLong())
          .toArray(String[]::new));
    }, "LETTER");
    visitor.think(10, 30);
    List<String> allowed = seen[0].body().path("allowedActions").valueStream().map(JsonNode::asString)
        .map(action -> action.toLowerCase(Locale.ROOT)).toList();
    if (allowed.contains("accept")) {
      visitor.step("/api/disputes/{}/actions/accept", seen[0].tag(), "{\"handlers\": [\"%s\", \"officer1\"]}".formatted(username), id);
    } else {
      String next = STEPS.keySet().stream().filter(allowed::contains).findFirst().orElse(null);
      if (next != null) {
        visitor.step("/api/disputes/{}/actions/" + next, seen[0].tag(), STEPS.get(next), id);
      } else if (allowed.contains("note")) {
        visitor.step("/api/disputes/{}/actions/note", seen[0].tag(), "{\"text\": \"电话联系了双方。\"}", id);
      }
    }
    visitor.think(2, 6);
  }
}
