package org.jieshi.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Meetings, tasks and complaints as officers use them, over HTTP. */
@EachDatabase
@AutoConfigureMockMvc
class CoordinationIT {

  private static final List<String> PEOPLE = List.of("reviewer", "mediator", "approver", "surveyor", "manager");

  @Autowired Users users;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc http;

  @BeforeEach
  void anOffice() {
    clock.set(LocalDate.of(2013, 4, 8));
    PEOPLE.stream().filter(name -> users.find(name).isEmpty()).forEach(name ->
        users.add(name, Role.valueOf(name.toUpperCase()).title().zh(), Role.valueOf(name.toUpperCase()), null, "long enough"));
    if (users.find("reviewer2").isEmpty()) {
      users.add("reviewer2", "经办乙", Role.REVIEWER, null, "long enough");
    }
  }

  @Test
  void aDecisionOfAMeetingIsATaskThatIsFollowedUntilItIsDone() throws Exception {
    String meeting = id(post("reviewer", "/api/meetings", meeting("协调会", "三楼会议室", "2013-04-09T01:00:00Z",
        "2013-04-09T03:00:00Z", "approver", "reviewer", """
            , "agenda": [{"title": "与林业局核对林地界线"}, {"subjectKind": "LETTER", "subjectId": "L2013-0009", "title": "复函逾期"}]
            """)).andExpect(status().isCreated()).andExpect(jsonPath("$.people.length()").value(2)));
    act("reviewer", "/api/meetings/" + meeting, "hold", 1, "{\"minutes\": \"纪要\", \"present\": []}")
        .andExpect(status().isConflict()).andExpect(jsonPath("$.detail").value(containsString("begins on 2013-04-09 09:00")));

    clock.set(LocalDate.of(2013, 4, 10));
    act("reviewer", "/api/meetings/" + meeting, "hold", 1, """
        {"minutes": "会议听取了情况汇报。", "present": ["approver"], "decisions": [
          {"seq": 1, "decision": "由测绘员复核界线", "owner": "surveyor", "dueOn": "2013-04-20"},
          {"seq": 2, "decision": "请局领导致电林业局"}]}
        """).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("HELD"))
        .andExpect(jsonPath("$.tasks[0].owner").value("surveyor")).andExpect(jsonPath("$.tasks.length()").value(1))
        .andExpect(jsonPath("$.people[?(@.username == 'reviewer')].present").value(false));
    String task = jdbc.sql("select id from task where meeting_id = :id").param("id", meeting).query(String.class).single();
    act("manager", "/api/tasks/" + task, "done", 1, "{\"result\": \"…\"}").andExpect(status().isForbidden());
    act("surveyor", "/api/tasks/" + task, "done", 1, "{\"result\": \"界线已复核，误差 3 cm\"}")
        .andExpect(jsonPath("$.status").value("DONE"));
    act("surveyor", "/api/tasks/" + task, "done", 2, "{\"result\": \"…\"}").andExpect(status().isConflict());

    String paper = pdf("/api/meetings/" + meeting + "/minutes.pdf", "minutes");
    assertThat(paper).contains("会议纪要", "与林业局核对林地界线", "由测绘员复核界线", "界线已复核，误差3cm", "缺席");
  }

  @Test
  void nobodyAndNoRoomIsBookedTwiceAtOneTime() throws Exception {
    post("reviewer", "/api/meetings", meeting("甲会", "二楼 会议室", "2013-05-07T01:00:00Z", "2013-05-07T03:00:00Z",
        "approver", "mediator", "")).andExpect(status().isCreated());

    post("reviewer", "/api/meetings", meeting("乙会", "二楼会议室", "2013-05-07T02:30:00Z", "2013-05-07T04:00:00Z",
        "reviewer", "reviewer2", "")).andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("room 二楼 会议室 is taken 2013-05-07 09:00–11:00 by 会")));
    post("reviewer", "/api/meetings", meeting("丙会", "一楼", "2013-05-07T02:30:00Z", "2013-05-07T04:00:00Z",
        "reviewer", "mediator", "")).andExpect(status().isConflict())
        .andExpect(jsonPath("$.detailZh").value(containsString("调解员 2013-05-07 09:00–11:00 参加 会")));
    post("reviewer", "/api/meetings", meeting("丁会", "二楼会议室", "2013-05-07T03:00:00Z", "2013-05-07T04:00:00Z",
        "reviewer", "mediator", "")).andExpect(status().isCreated());
  }

  @Test
  void ofTwoOfficersBookingARoomAtTheSameMomentExactlyOneGetsIt() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    try (ClosingExecutor two = new ClosingExecutor()) {
      Future<Integer> first = two.service.submit(() -> book(together, "reviewer"));
      Future<Integer> second = two.service.submit(() -> book(together, "reviewer2"));

      assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(201, 409);
    }
  }

  private int book(CyclicBarrier together, String officer) throws Exception {
    together.await();
    return post(officer, "/api/meetings", meeting("会", "大会议室", "2013-06-04T01:00:00Z", "2013-06-04T03:00:00Z", officer,
        officer, "")).andReturn().getResponse().getStatus();
  }

  private record ClosingExecutor(ExecutorService service) implements AutoCloseable {

    ClosingExecutor() {
      this(Executors.newFixedThreadPool(2));
    }

    @Override
    public void close() {
      service.shutdownNow();
    }
  }

  @Test
  void aComplaintHearsBothSidesBeforeItsResultGoesToAll() throws Exception {
    String id = id(post("reviewer", "/api/complaints", """
        {"complainant": "韦某", "contact": "13800000000", "respondent": "测绘员", "respondentUser": "surveyor",
         "body": "测量时未通知我村指界。"}
        """).andExpect(status().isCreated()).andExpect(jsonPath("$.resultBy").value("2013-06-06")));
    String path = "/api/complaints/" + id;
    act("approver", path, "group", 1, "{\"members\": [\"reviewer\", \"mediator\"]}")
        .andExpect(status().is(422)).andExpect(jsonPath("$.detail").value("The group has 3 people or more."));
    act("approver", path, "group", 1, "{\"members\": [\"reviewer\", \"mediator\", \"surveyor\"]}")
        .andExpect(status().isForbidden());
    act("approver", path, "group", 1, "{\"members\": [\"reviewer\", \"mediator\", \"approver\"]}").andExpect(status().isOk());
    act("reviewer", path, "copy", 2, "{}").andExpect(jsonPath("$.answerBy").value("2013-04-22"));
    act("reviewer", path, "hear", 3, hearing("COMPLAINANT")).andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("may answer until 2013-04-22")));
    http.perform(get(path).with(httpBasic("surveyor", "long enough"))).andExpect(jsonPath("$.contact").doesNotExist());
    http.perform(get(path).with(httpBasic("reviewer", "long enough"))).andExpect(jsonPath("$.contact").value("138******00"));
    String wanted = "{\"kind\": \"COMPLAINANT_CONTACT\", \"id\": \"" + id + "\", \"reason\": \"通知听取意见的时间\"}";
    post("surveyor", "/api/personal-data", wanted).andExpect(status().isForbidden());
    post("reviewer", "/api/personal-data", wanted).andExpect(status().isOk())
        .andExpect(jsonPath("$.value").value("13800000000"));
    act("surveyor", path, "answer", 3, "{\"answer\": \"已于4月1日电话通知村主任。\"}").andExpect(status().isOk());
    act("surveyor", path, "hear", 4, hearing("RESPONDENT")).andExpect(status().isForbidden());
    act("reviewer2", path, "hear", 4, hearing("RESPONDENT")).andExpect(status().isForbidden());
    act("mediator", path, "hear", 4, hearing("COMPLAINANT")).andExpect(status().isOk());
    act("mediator", path, "decide", 5, result()).andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("the respondent was not heard yet")));
    act("mediator", path, "hear", 5, hearing("RESPONDENT")).andExpect(status().isOk());
    act("approver", path, "decide", 6, result()).andExpect(status().isOk())
        .andExpect(jsonPath("$.copies[*].recipient", hasItems("韦某", "测绘员", "三隆镇人民政府")));
    act("approver", path, "decide", 7, result()).andExpect(status().isConflict());

    String paper = pdf(path + "/result.pdf", "complaint");
    assertThat(paper).contains("投诉处理结果", "部分属实", "已于4月1日电话通知村主任", "三隆镇人民政府").doesNotContain("13800000000");
  }

  @Test
  void aLetterGoesOutOnPaperWithTheWayUp() throws Exception {
    post("approver", "/api/escalation-paths", """
        {"department": "AGRICULTURE", "validFrom": "2013-04-08", "steps": [
          {"name": "李某", "position": "站长", "afterDays": 5}, {"name": "周某", "position": "副局长", "afterDays": 4}]}
        """).andExpect(status().is(422)).andExpect(jsonPath("$.detail").value(containsString("Step 2 comes later")));
    post("approver", "/api/escalation-paths", """
        {"department": "AGRICULTURE", "validFrom": "2013-04-08", "steps": [
          {"name": "李某", "position": "站长", "phone": "0777-1", "afterDays": 5}, {"name": "周某", "position": "副局长", "afterDays": 10}]}
        """).andExpect(status().isCreated());
    String id = id(post("reviewer", "/api/letters", """
        {"department": "AGRICULTURE", "subjectKind": "ENCROACHMENT", "subjectId": "E-2013-3", "owner": "mediator",
         "question": "请核实该地块承包合同情况。"}
        """).andExpect(status().isCreated()).andExpect(jsonPath("$.owner").value("mediator"))
        .andExpect(jsonPath("$.escalationPath.steps[1].position").value("副局长")));
    act("reviewer", "/api/letters/" + id, "hand-over", 1, "{\"owner\": \"surveyor\"}").andExpect(status().is(422));
    act("reviewer", "/api/letters/" + id, "hand-over", 1, "{\"owner\": \"reviewer2\"}")
        .andExpect(jsonPath("$.owner").value("reviewer2"));

    assertThat(pdf("/api/letters/" + id + "/letter.pdf", "letter")).contains("工作联系单", "侵占地块E-2013-3", "副局长",
        "逾期10个工作日", "请核实该地块承包合同情况。");
  }

  @Test
  void aTimeLimitHoldsFromALaterDayOn() throws Exception {
    post("reviewer", "/api/time-limits", limit("2013-06-01")).andExpect(status().isForbidden());
    post("approver", "/api/time-limits", limit("2013-04-08")).andExpect(status().is(422));
    post("approver", "/api/time-limits", limit("2013-06-01")).andExpect(status().isCreated());
    post("approver", "/api/time-limits", limit("2013-06-01")).andExpect(status().isConflict());
  }

  private static String limit(String from) {
    return """
        {"kind": "STATEMENT_ANSWER", "validFrom": "%s", "workingDays": 7, "source": "局办〔2013〕8号"}
        """.formatted(from);
  }

  private static String hearing(String side) {
    return """
        {"side": "%s", "heldOn": "2013-04-08", "appeared": true, "people": "韦某、小组成员", "minutes": "陈述如下……"}
        """.formatted(side);
  }

  private static String result() {
    return """
        {"finding": "PARTLY", "result": "通知未留书面记录，责令补正。", "recipients": ["三隆镇人民政府"]}
        """;
  }

  private static String meeting(String title, String room, String from, String to, String chair, String person,
      String more) {
    return """
        {"title": "%s", "room": "%s", "startsAt": "%s", "endsAt": "%s", "chair": "%s", "people": ["%s"] %s}
        """.formatted(title, room, from, to, chair, person, more);
  }

  private ResultActions post(String person, String path, String body) throws Exception {
    return http.perform(MockMvcRequestBuilders.post(path)
        .with(httpBasic(person, "long enough")).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions act(String person, String record, String action, int revision, String body) throws Exception {
    return http.perform(MockMvcRequestBuilders
        .post(record + "/actions/" + action).with(httpBasic(person, "long enough"))
        .header("If-Match", "\"" + revision + "\"").contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private static String id(ResultActions done) throws Exception {
    return JsonPath.read(done.andReturn().getResponse().getContentAsString(), "$.id");
  }

  private String pdf(String path, String name) throws Exception {
    byte[] pdf = http.perform(get(path).with(httpBasic("manager", "long enough"))).andExpect(status().isOk())
        .andReturn().getResponse().getContentAsByteArray();
    keep(pdf, name);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u3000]", "");
    }
  }

  private static void keep(byte[] pdf, String name) throws IOException {
    Files.write(Files.createDirectories(Path.of("target", "documents")).resolve(name + ".pdf"), pdf);
  }
}
