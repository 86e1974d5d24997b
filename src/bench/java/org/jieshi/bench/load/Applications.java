package org.jieshi.bench.load;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The applications on one desk: looks at the pipeline, takes one that waits for this desk, reads it, takes its next step. */
final class Applications {

  static final List<String> REQUIRED = List.of("APPLICATION_FORM", "HOLDER_IDENTITY", "SOURCE_OF_RIGHT", "INVESTIGATION_FORM");
  /** A scanned sheet: 200 kB. */
  static final byte[] DOCUMENT = "%PDF-1.4 synthetic ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);

  private final Visitor visitor;

  Applications(Visitor visitor) {
    this.visitor = visitor;
  }

  /** @param states whose applications wait for this desk. @param actions which it may take */
  void work(List<String> states, List<String> actions) {
    String state = states.get(visitor.random.nextInt(states.size()));
    List<JsonNode> lines = new ArrayList<>();
    visitor.open(() -> {
      visitor.get("/api/applications/counts");
      lines.clear();
      visitor.get("/api/applications?size=50&state={}", state).path("items").forEach(lines::add);
    }, "APPLICATION", "BATCH");
    visitor.think(3, 10);
    if (lines.isEmpty()) {
      return;
    }
    String id = lines.get(visitor.random.nextInt(lines.size())).get("id").asString();
    Visitor.Answer[] seen = new Visitor.Answer[1];
    visitor.open(() -> seen[0] = visitor.getVersioned("/api/applications/{}", id), "OBJECTION", "LETTER", "NOTICE");
    visitor.think(6, 20);
    JsonNode application = seen[0].body();
    if (!application.path("unmet").isEmpty() && !settling(application, actions)) {
      return;
    }
    List<String> allowed = application.path("allowedActions").valueStream().map(JsonNode::asString).toList();
    actions.stream().filter(allowed::contains).findFirst().ifPresent(action -> take(action, id, seen[0].tag()));
    visitor.think(2, 6);
  }

  /** The fee is what stands in the way of the register, and this desk takes it. */
  private static boolean settling(JsonNode application, List<String> actions) {
    return actions.contains("settle-fees") && application.get("state").asString().equals("CONSULTED");
  }

  private void take(String action, String id, String tag) {
    String body = switch (action) {
      case "publish-notice" -> "{\"place\": \"场部公告栏\"}";
      case "review" -> "{\"opinion\": \"权属清楚\"}";
      case "approve" -> "{\"opinion\": \"同意\"}";
      case "settle-fees" -> "{\"receiptNumber\": \"R-%s\", \"paidOn\": \"%s\"}".formatted(id, LocalDate.now());
      default -> "{}";
    };
    if (action.equals("certify")) {
      Visitor.Answer issued = visitor.post("/api/certificates", "{\"application\": \"%s\"}".formatted(id));
      if (issued.done()) {
        visitor.think(2, 5);
        visitor.get("/api/certificates/{}", issued.body().get("number").asString());
        visitor.document("/api/certificates/{}.pdf", issued.body().get("number").asString());
      }
    } else {
      visitor.step("/api/applications/{}/actions/" + action, tag, body, id);
    }
  }
}
