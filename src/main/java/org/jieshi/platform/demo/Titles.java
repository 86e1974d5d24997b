package org.jieshi.platform.demo;

import static org.jieshi.platform.demo.DemoPeople.APPROVER;
import static org.jieshi.platform.demo.DemoPeople.REVIEWER;
import static org.jieshi.platform.demo.DemoPeople.SURVEYOR;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import tools.jackson.databind.JsonNode;

/** From the application to the certificate, for many parcels at a time, as the three officers do it. */
class Titles {

  private static final List<String> REQUIRED = List.of("APPLICATION_FORM", "HOLDER_IDENTITY", "SOURCE_OF_RIGHT",
      "INVESTIGATION_FORM");

  private final DemoOffice office;
  private final Batches batches;
  private final DemoClock clock;

  Titles(DemoOffice office, Batches batches, DemoClock clock) {
    this.office = office;
    this.batches = batches;
    this.clock = clock;
  }

  /** Application, documents and the survey's facts; boundaries pointed out and signed on all sides. */
  void applyAndSurvey(List<String> parcels, LocalDate surveyedOn) {
    batches.apply(SURVEYOR, parcels);
    List<String> ids = batches.in("APPLIED");
    if (ids.isEmpty()) {
      return;
    }
    REQUIRED.forEach(kind -> Batches.requireAllDone(office.document(SURVEYOR, ids, kind, sample(kind))));
    List<String> construction = ids.stream().filter(this::isConstruction).toList();
    if (!construction.isEmpty()) {
      Batches.requireAllDone(office.document(SURVEYOR, construction, "CONSTRUCTION_APPROVAL",
          sample("CONSTRUCTION_APPROVAL")));
    }
    batches.act(SURVEYOR, ids, "APPLIED", "record-survey", Map.of(
        "boundaryBasis", "FARM_1987_CERTIFICATE", "basisDocument", "《山界林权证》1987年", "surveyedOn", surveyedOn,
        "neighbours", List.of(Map.of("name", "毗邻村民小组（签章见地籍调查表）", "pointing", "BOTH_SIGNED",
            "on", surveyedOn)),
        "notes", "界址清楚，双方指界并签章。"));
  }

  void publish(List<String> ids) {
    batches.act(REVIEWER, ids, "SURVEYED", "publish-notice",
        Map.of("place", "灵山县国土资源局公告栏、华山农场场部及各村委会公告栏"));
  }

  /** From the end of the notice to the leader's approval. */
  void reviewAndApprove(List<String> ids) {
    review(ids);
    batches.act(APPROVER, ids, "REVIEWED", "approve", Map.of("opinion", "权属清楚，同意登记。"));
  }

  void review(List<String> ids) {
    batches.act(REVIEWER, ids, "NOTICED", "review", Map.of("opinion", "公示期满无异议，权属合法，界址清楚，面积准确。"));
  }

  void decideInMeeting(List<String> ids, String meeting) {
    batches.act(APPROVER, ids, "REVIEWED", "decide-in-meeting", Map.of("meetingNumber", meeting,
        "heldOn", clock.today(), "attendees", List.of("梁志远", "黄丽", "陆建国", "县林业局 苏文"),
        "decision", "争议已由双方协议解决，同意登记。"));
  }

  /** The forestry department is asked, and agrees to registration by the actual use. */
  void consult(List<String> ids, LocalDate repliesOn) {
    batches.act(REVIEWER, ids, "LEADER_APPROVED", "consult", Map.of("dueDays", 20));
    batches.act(REVIEWER, ids, "MEETING_DECIDED", "consult", Map.of("dueDays", 20));
    moveTo(repliesOn);
    for (JsonNode letter : office.get(REVIEWER, "/api/letters?department=FORESTRY&size=500").get("items")) {
      if (!letter.hasNonNull("decision") && ids.contains(letter.get("subjectId").asString())) {
        office.act(REVIEWER, "/api/letters/" + letter.get("id").asString(), "reply", Map.of("decision", "AGREED",
            "answer", "经协商，同意按现状用途登记。", "answeredBy", "灵山县林业局 苏文"));
      }
    }
  }

  void settleRegisterAndCertify(List<String> ids, String receipt) {
    batches.act(REVIEWER, ids, "CONSULTED", "settle-fees",
        Map.of("receiptNumber", receipt, "paidOn", clock.today()));
    batches.act(APPROVER, ids, "CONSULTED", "register", Map.of("note", "登簿。"));
    batches.certify(APPROVER, ids);
  }

  /** The story's day; a story that goes on after an interruption may be past it. */
  void moveTo(LocalDate day) {
    if (day.isAfter(clock.today())) {
      clock.moveTo(day);
    }
  }

  private boolean isConstruction(String application) {
    return office.get(REVIEWER, "/api/applications/" + application).get("parcel").asString().startsWith("GB", 12);
  }

  private static Resource sample(String kind) {
    String text = "华山农场演示材料：" + kind + "\nSynthetic sample of the demo farm; no real document.\n";
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return kind.toLowerCase().replace('_', '-') + ".txt";
      }
    };
  }
}
