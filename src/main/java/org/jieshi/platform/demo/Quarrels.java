package org.jieshi.platform.demo;

import static org.jieshi.platform.demo.DemoPeople.MEDIATOR;
import static org.jieshi.platform.demo.DemoPeople.REVIEWER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Cases opened from conflicts, and how far the demo takes them. */
class Quarrels {

  private static final List<String> HANDLERS = List.of(MEDIATOR.username(), REVIEWER.username());

  private final DemoOffice office;
  private final DemoClock clock;

  Quarrels(DemoOffice office, DemoClock clock) {
    this.office = office;
    this.clock = clock;
  }

  /** Conflicts on a track that are beyond survey error and in no case yet. */
  List<JsonNode> open(String track) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode conflict : office.get(REVIEWER, "/api/conflicts?track={track}&status=OPEN&size=500", track)
        .get("items")) {
      if (!conflict.get("overlapClass").asString().equals("NOISE")) {
        found.add(conflict);
      }
    }
    return found;
  }

  /** Opens a case about one conflict and accepts it; the case's id. */
  String openAndAccept(JsonNode conflict) {
    String id = office.post(MEDIATOR, "/api/disputes", Map.of("conflicts", List.of(conflict.get("id").asLong()),
        "handlers", HANDLERS)).get("id").asString();
    office.act(MEDIATOR, "/api/disputes/" + id, "accept", Map.of("note", "符合受理条件。"));
    return id;
  }

  /** Both sides heard and at one table: the claim gives up what lies over the parcel. */
  void mediateToAgreement(String id, LocalDate answeredOn, LocalDate agreedOn, String document) {
    String path = "/api/disputes/" + id;
    act(path, "ACCEPTED", "copy", Map.of());
    moveTo(answeredOn);
    act(path, "COPIED", "answer", Map.of("statement", "农场答辩：该地自1958年建场即由农场经营，有1987年《山界林权证》为据。"));
    act(path, "ANSWERED", "mediate", Map.of());
    moveTo(agreedOn);
    if (stage(path).equals("MEDIATION")) {
      office.act(MEDIATOR, path, "session", Map.of("place", "村委会会议室",
          "people", List.of("陆建国", "黄丽", "村民小组代表", "农场代表"),
          "minutes", "双方到现场核对界线，同意以农场实测界址为界。"));
      List<Map<String, ?>> signatures = new ArrayList<>();
      for (JsonNode party : office.get(MEDIATOR, path).get("parties")) {
        signatures.add(Map.of("party", party.get("name").asString(), "name", "代表签字", "signedOn", clock.today()));
      }
      office.act(MEDIATOR, path, "agree", Map.of("outcome", "CLAIM_AMENDED", "documentNumber", document,
          "text", "双方确认以实测界址线为界，村民小组放弃重叠部分的主张。", "seal", "灵山县土地权属争议调解办公室",
          "signatures", signatures));
    }
    act(path, "AGREED", "serve", Map.of());
    if (stage(path).equals("AGREED")) {
      office.act(MEDIATOR, path, "close", Map.of());
    }
  }

  /** Whoever was told of a case sends the receipts back. */
  void receive(String id) {
    office.get(REVIEWER, "/api/letters?subjectKind=DISPUTE&status=SENT&size=200&subjectId={id}", id).get("items")
        .forEach(letter -> office.act(REVIEWER, "/api/letters/" + letter.get("id").asString(), "reply",
            Map.of("decision", "RECEIVED", "answer", "已收悉。", "answeredBy", "办公室收文")));
  }

  /** Cases of a stage, by id. */
  List<String> inStage(String stage) {
    List<String> ids = new ArrayList<>();
    office.get(MEDIATOR, "/api/disputes?stage={stage}&size=500", stage).get("items")
        .forEach(dispute -> ids.add(dispute.get("id").asString()));
    return ids;
  }

  private void act(String path, String waitingIn, String action, Map<String, ?> body) {
    if (stage(path).equals(waitingIn)) {
      office.act(MEDIATOR, path, action, body);
    }
  }

  private String stage(String path) {
    return office.get(MEDIATOR, path).get("stage").asString();
  }

  void moveTo(LocalDate day) {
    if (day.isAfter(clock.today())) {
      clock.moveTo(day);
    }
  }
}
