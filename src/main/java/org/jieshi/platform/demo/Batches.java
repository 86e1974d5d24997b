package org.jieshi.platform.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.platform.demo.DemoPeople.Person;
import tools.jackson.databind.JsonNode;

/**
 * Steps over many applications at once. Each asks first who waits for it, so that a story that was interrupted goes on
 * where it was.
 */
class Batches {

  private static final int SIZE = 500;

  private final DemoOffice office;

  Batches(DemoOffice office) {
    this.office = office;
  }

  /** Applies for parcels. */
  void apply(Person person, List<String> parcels) {
    if (!parcels.isEmpty()) {
      requireAllDone(office.post(person, "/api/applications/batch", Map.of("parcels", parcels)));
    }
  }

  /** Takes a step with those of these applications that wait for it. */
  void act(Person person, List<String> ids, String waitingIn, String action, Map<String, ?> body) {
    List<String> waiting = in(waitingIn, ids);
    if (waiting.isEmpty()) {
      return;
    }
    Map<String, Object> order = new LinkedHashMap<>(body);
    order.put("ids", waiting);
    requireAllDone(office.post(person, "/api/applications/batch/actions/" + action, order));
  }

  void certify(Person person, List<String> ids) {
    List<String> waiting = in("REGISTERED", ids);
    if (waiting.isEmpty()) {
      return;
    }
    for (JsonNode item : office.post(person, "/api/certificates/batch", Map.of("applications", waiting))) {
      if (!item.hasNonNull("number")) {
        throw new IllegalStateException("the demo's certificate was refused: " + item);
      }
    }
  }

  /** Those of these applications that are in a state. */
  List<String> in(String state, List<String> ids) {
    return in(state).stream().filter(ids::contains).toList();
  }

  /** All applications in a state. */
  List<String> in(String state) {
    List<String> found = new ArrayList<>();
    office.get(DemoPeople.REVIEWER, "/api/applications?state={state}&size={size}", state, SIZE).get("items")
        .forEach(line -> found.add(line.get("id").asString()));
    return found;
  }

  /** The first refusal stops the story, with its reason. */
  static void requireAllDone(JsonNode result) {
    for (JsonNode item : result.get("items")) {
      if (item.hasNonNull("code")) {
        throw new IllegalStateException("%d of the demo's batch were refused, the first one: %s"
            .formatted(result.get("refused").asLong(), item));
      }
    }
  }
}
