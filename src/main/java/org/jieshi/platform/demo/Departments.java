package org.jieshi.platform.demo;

import static org.jieshi.platform.demo.DemoPeople.APPROVER;
import static org.jieshi.platform.demo.DemoPeople.MEDIATOR;
import static org.jieshi.platform.demo.DemoPeople.REVIEWER;
import static org.jieshi.platform.demo.DemoPeople.SURVEYOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How the farm's departments work together at the end of the story: letters, a meeting, a patrol, a complaint. */
class Departments {

  private final DemoOffice office;
  /** The office's day when the chapter is told: somebody may have moved it on. */
  private LocalDate day = LocalDate.EPOCH;

  Departments(DemoOffice office) {
    this.office = office;
  }

  /** Each part only if nothing of its kind is there: the chapter may have been interrupted. */
  void tell() {
    day = LocalDate.parse(office.get(REVIEWER, "/api/about").get("today").asString());
    if (office.get(REVIEWER, "/api/escalation-paths").isEmpty()) {
      path("FORESTRY", "林政股股长", "覃某", "分管副局长", "黄某");
      path("TOWN", "国土所所长", "李某", "分管副镇长", "梁某");
    }
    if (none("/api/tasks")) {
      letter(REVIEWER.username(), "FORESTRY", "十万山分场林地界线", "请提供与农场相邻林班的林权登记资料及界线坐标。", 5);
      letter(MEDIATOR.username(), "TOWN", "岭头片争议", "请派员参加八月下旬的现场调解。", 10);
      office.post(REVIEWER, "/api/tasks", Map.of("title", "复核 2013 年待发证宗地四至", "owner", SURVEYOR.username(),
          "dueOn", day.plusDays(10).toString()));
    }
    if (none("/api/meetings")) {
      office.post(REVIEWER, "/api/meetings", Map.of("title", "土地确权协调会", "room", "三楼会议室",
          "startsAt", day.plusDays(3) + "T09:00:00+08:00", "endsAt", day.plusDays(3) + "T11:00:00+08:00",
          "chair", APPROVER.username(),
          "people", List.of(REVIEWER.username(), MEDIATOR.username(), SURVEYOR.username()), "guests", "林业局、农场代表",
          "agenda", List.of(Map.of("title", "与林业局核对林地界线"), Map.of("title", "侵占地块限期返还"))));
    }
    if (none("/api/patrols")) {
      patrol();
    }
    if (none("/api/complaints")) {
      office.post(REVIEWER, "/api/complaints", Map.of("complainant", "白水塘村 韦某", "contact", "白水塘村委会",
          "respondent", "测绘员", "respondentUser", SURVEYOR.username(), "body", "反映测量时未提前通知我组到场指界。"));
    }
  }

  private boolean none(String list) {
    return office.get(REVIEWER, list).get("total").asLong() == 0;
  }

  private void path(String department, String first, String firstName, String second, String secondName) {
    office.post(APPROVER, "/api/escalation-paths", Map.of("department", department, "validFrom", day.toString(),
        "steps", List.of(Map.of("position", first, "name", firstName, "afterDays", 3),
            Map.of("position", second, "name", secondName, "afterDays", 8))));
  }

  private void letter(String owner, String department, String about, String question, int days) {
    office.post(REVIEWER, "/api/letters", Map.of("department", department, "subjectKind", "FREE", "subjectId", about,
        "question", question, "dueDays", days, "owner", owner));
  }

  /** A few metres from the first corner of a ring, on its inner side. */
  private static double[] inside(JsonNode ring) {
    double[] middle = new double[2];
    for (int i = 0; i < 2; i++) {
      int ordinate = i;
      middle[i] = ring.valueStream().mapToDouble(point -> point.get(ordinate).asDouble()).average().orElseThrow();
    }
    return new double[] {ring.get(0).get(0).asDouble() * 0.95 + middle[0] * 0.05,
        ring.get(0).get(1).asDouble() * 0.95 + middle[1] * 0.05};
  }

  private void patrol() {
    JsonNode certified = office.get(REVIEWER, "/api/parcels?status=CERTIFIED&size=1").get("items");
    if (certified.isEmpty()) {
      return;
    }
    JsonNode parcel = certified.get(0);
    String id = office.post(SURVEYOR, "/api/patrols", Map.of("title", "八月例行巡查", "parcels",
        List.of(parcel.get("code").asString()), "fromOn", day.toString(), "toOn", day.plusDays(11).toString(),
        "people", List.of(SURVEYOR.username()))).get("id").asString();
    JsonNode corner = parcel.get("geometry").get("coordinates").get(0).get(0);
    JsonNode ring = corner.get(0).isNumber() ? parcel.get("geometry").get("coordinates").get(0) : corner;
    double[] position = inside(ring);
    office.post(SURVEYOR, "/api/findings", Map.of("patrolId", id, "foundOn", day.toString(), "lon",
        position[0], "lat", position[1], "occupier", "白水塘村 村民", "way", "PLANTING", "since",
        day.minusDays(23).toString(), "note", "在界桩内侧新种甘蔗。"));
  }
}
