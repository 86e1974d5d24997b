package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.MANAGER;
import static org.jieshi.registration.Office.PASSWORD;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class RegistrationHttpIT {

  private static final String SURVEY = """
      {"boundaryBasis": "FARM_1987_CERTIFICATE", "basisDocument": "灵林证字第1号", "surveyedOn": "2012-03-05",
       "neighbours": [{"name": "大岭村", "side": "N", "pointing": "BOTH_SIGNED", "on": "2012-03-01"}]}
      """;
  private static final String OBJECTION = """
      {"person": "黄某", "contact": "138 0000 0000", "ground": "该地为我村所有", "evidence": "1962年四固定材料"}
      """;

  @Autowired MockMvc http;
  @Autowired JdbcClient jdbc;
  @Autowired Office office;
  @Autowired Notices notices;
  @Autowired TestClock clock;

  @BeforeEach
  void atTheBeginningOfMarch2012() {
    clock.set(TestClock.START);
    office.open();
  }

  @Test
  void anApplicationIsMadeAndShowsWhatComesNext() throws Exception {
    String parcel = office.parcel();

    http.perform(post("/api/applications").with(httpBasic(SURVEYOR, PASSWORD)).contentType(MediaType.APPLICATION_JSON)
            .content("{\"parcel\": \"%s\"}".formatted(parcel)))
        .andExpect(status().isCreated())
        .andExpect(header().string(HttpHeaders.ETAG, "\"1\""))
        .andExpect(header().string(HttpHeaders.LOCATION, startsWith("/api/applications/A2012-")))
        .andExpect(jsonPath("$.state").value("APPLIED"))
        .andExpect(jsonPath("$.nextAction").value("record-survey"))
        .andExpect(jsonPath("$.allowedActions").value(contains("record-survey", "withdraw")))
        .andExpect(jsonPath("$.title.holder").value("华山农场"))
        .andExpect(jsonPath("$.title.rightKind").value("FARMLAND_USE"))
        .andExpect(jsonPath("$.title.rightNature").value("ALLOCATION"))
        .andExpect(jsonPath("$.fees.due.amount").value(500.00))
        .andExpect(jsonPath("$.timeline[0].action").value("apply"));
  }

  @Test
  void aRefusalNamesEveryGateAndItsFact() throws Exception {
    String id = office.consulted(office.parcel());

    act(APPROVER, id, "register", tag(id), "{}")
        .andExpect(status().isConflict())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.code").value("GATE_UNMET"))
        .andExpect(jsonPath("$.record").value(id))
        .andExpect(jsonPath("$.unmet.length()").value(5))
        .andExpect(jsonPath("$.unmet[0].gate").value("W6"))
        .andExpect(jsonPath("$.unmet[0].fact").value(
            "The fee is not settled: 500.00 yuan are open by 桂涉价字[1994]210号."))
        .andExpect(jsonPath("$.unmet[0].factZh").value("费用未结清：按桂涉价字[1994]210号尚欠 500.00 元。"));
    http.perform(get("/api/applications/" + id).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.nextAction").value("register"))
        .andExpect(jsonPath("$.allowedActions").isEmpty())
        .andExpect(jsonPath("$.unmet.length()").value(5));
  }

  @Test
  void aStepWithoutTheTagIsAskedForIt() throws Exception {
    String id = office.apply(office.parcel());

    act(SURVEYOR, id, "record-survey", null, SURVEY).andExpect(status().is(428))
        .andExpect(jsonPath("$.code").value("VERSION_MISSING"));
  }

  @Test
  void whoComesTooLateIsToldWhoWasFirstAndWhatWasDone() throws Exception {
    String id = office.apply(office.parcel());
    String seenByBoth = tag(id);
    act(SURVEYOR, id, "record-survey", seenByBoth, SURVEY).andExpect(status().isOk());

    act(SURVEYOR, id, "withdraw", seenByBoth, "{\"reason\": \"暂缓\"}").andExpect(status().isPreconditionFailed())
        .andExpect(jsonPath("$.code").value("VERSION_STALE"))
        .andExpect(jsonPath("$.changedBy").exists())
        .andExpect(jsonPath("$.changedAt").exists())
        .andExpect(jsonPath("$.changedAction").value("APPLICATION_RECORD_SURVEY"));
  }

  @Test
  void ofTwoOfficersAtOnceTheSecondIsTold() throws Exception {
    String id = office.noticed(office.parcel());
    office.waitForNotice(id);
    String seenByBoth = tag(id);
    ExecutorService officers = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> suspends = () -> act(REVIEWER, id, "suspend", seenByBoth,
          "{\"reason\": \"补充材料\", \"cause\": \"OTHER\"}").andReturn().getResponse().getStatus();
      Callable<Integer> reviews = () -> act(REVIEWER, id, "review", seenByBoth, "{\"opinion\": \"权属清楚\"}")
          .andReturn().getResponse().getStatus();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : officers.invokeAll(List.of(suspends, reviews))) {
        answers.add(answer.get());
      }
      assertThat(answers).containsExactlyInAnyOrder(200, 412);
    } finally {
      officers.shutdownNow();
    }
  }

  @Test
  void aStepIsForItsRoleOnly() throws Exception {
    String id = office.apply(office.parcel());

    act(REVIEWER, id, "record-survey", tag(id), SURVEY).andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value("This is done by the surveyor; you are signed in as reviewer."));
    act(MANAGER, id, "reject", tag(id), "{\"reason\": \"不符\"}").andExpect(status().isForbidden());
  }

  @Test
  void whatIsMissingInAStatementIsNamed() throws Exception {
    String id = office.apply(office.parcel());

    act(SURVEYOR, id, "record-survey", tag(id), SURVEY.replace("\"FARM_1987_CERTIFICATE\"", "null"))
        .andExpect(status().is(422)).andExpect(jsonPath("$.field").value("boundaryBasis"));
    act(SURVEYOR, id, "record-survey", tag(id), SURVEY.replace("灵林证字第1号", " "))
        .andExpect(status().is(422)).andExpect(jsonPath("$.field").value("basisDocument"));
    act(SURVEYOR, id, "record-survey", tag(id), SURVEY.replace("大岭村", ""))
        .andExpect(status().is(422)).andExpect(jsonPath("$.field").value("neighbours[0].name"));
    act(SURVEYOR, id, "record-survey", tag(id), SURVEY.replace("BOTH_SIGNED", "SOMEHOW"))
        .andExpect(status().isBadRequest());
    act(SURVEYOR, id, "record-survey", tag(id), SURVEY.replaceFirst("\\{",
        "{\"title\": {\"actualUse\": {\"scheme\": \"GB/T 21010-2007\", \"code\": \"0201\"}}, "))
        .andExpect(status().is(422)).andExpect(jsonPath("$.field").value("title.actualUse"))
        .andExpect(jsonPath("$.detail").value("title.actualUse: GB/T 21010-2007 has no class 0201."));
    act(APPROVER, id, "certify", tag(id), "{}").andExpect(status().isNotFound());
  }

  @Test
  void thePublicReadsANoticeAndObjectsWithoutSigningIn() throws Exception {
    String id = office.noticed(office.parcel());
    String notice = notices.latest(id).orElseThrow().id();

    http.perform(get("/api/notices/" + notice)).andExpect(status().isOk())
        .andExpect(jsonPath("$.holder").value("华山农场"))
        .andExpect(jsonPath("$.running").value(true))
        .andExpect(jsonPath("$.deadline").value("2012-03-26"))
        .andExpect(jsonPath("$.geometry.type").value("Polygon"))
        .andExpect(jsonPath("$.publishedBy").doesNotExist());
    http.perform(post("/api/notices/" + notice + "/objections").with(csrf())
            .contentType(MediaType.APPLICATION_JSON).content(OBJECTION))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.receipt", startsWith("异2012-")))
        .andExpect(jsonPath("$.message.zh", containsString("将书面答复")));
    http.perform(get("/api/notices/" + notice)).andExpect(content().string(not(containsString("138 0000 0000"))))
        .andExpect(content().string(not(containsString("黄某"))));
    http.perform(get("/api/applications/" + id).with(httpBasic(REVIEWER, PASSWORD)))
        .andExpect(jsonPath("$.objections[0].contact").value("138********00"));
    http.perform(get("/api/applications/" + id).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.objections[0].person").value("黄某"))
        .andExpect(jsonPath("$.objections[0].contact").doesNotExist());
    http.perform(get("/api/applications/" + id)).andExpect(status().isUnauthorized());
  }

  @Test
  void anObjectionWithoutAGroundIsRefusedByField() throws Exception {
    String notice = notices.latest(office.noticed(office.parcel())).orElseThrow().id();

    http.perform(post("/api/notices/" + notice + "/objections").with(csrf())
            .contentType(MediaType.APPLICATION_JSON).content("{\"person\": \"黄某\", \"contact\": \"138\"}"))
        .andExpect(status().is(422)).andExpect(jsonPath("$.field").value("ground"));
  }

  @Test
  void manyApplicationsTakeAStepTogether() throws Exception {
    List<String> parcels = List.of(office.parcel(), office.parcel());
    http.perform(post("/api/applications/batch").with(httpBasic(SURVEYOR, PASSWORD))
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"parcels\": [\"%s\", \"%s\", \"nowhere\"]}".formatted(parcels.get(0), parcels.get(1))))
        .andExpect(status().isOk()).andExpect(jsonPath("$.done").value(2)).andExpect(jsonPath("$.refused").value(1))
        .andExpect(jsonPath("$.items[2].code").value("NOT_FOUND"));
    String known = office.apply(office.parcel());

    http.perform(post("/api/applications/batch/actions/record-survey").with(httpBasic(SURVEYOR, PASSWORD))
            .contentType(MediaType.APPLICATION_JSON)
            .content(SURVEY.replaceFirst("\\{", "{\"ids\": [\"%s\", \"A2012-8888\"], ".formatted(known))))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[0].state").value("SURVEYED"))
        .andExpect(jsonPath("$.items[1].code").value("NOT_FOUND"))
        .andExpect(jsonPath("$.items[1].detail").value("There is no application A2012-8888."));
  }

  @Test
  void aFileComesBackByteForByteAndNeverAsAPage() throws Exception {
    String id = office.apply(office.parcel());
    byte[] bytes = "<script>alert(1)</script>".getBytes();

    http.perform(multipart("/api/applications/" + id + "/documents").file(
            new MockMultipartFile("file", "申请书.html", "text/html", bytes)).param("kind", "APPLICATION_FORM")
            .with(httpBasic(SURVEYOR, PASSWORD)))
        .andExpect(status().isCreated()).andExpect(jsonPath("$.fileName").value("申请书.html"))
        .andExpect(jsonPath("$.size").value(bytes.length));
    String listed = http.perform(get("/api/applications/" + id).with(httpBasic(MANAGER, PASSWORD)))
        .andReturn().getResponse().getContentAsString();
    int document = JsonPath.read(listed, "$.documents[0].id");
    http.perform(get("/api/applications/" + id + "/documents/" + document).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(status().isOk()).andExpect(content().bytes(bytes))
        .andExpect(content().contentType(MediaType.APPLICATION_OCTET_STREAM))
        .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, startsWith("attachment")));
  }

  @Test
  void theFeeIsShownWithTheProposalBesideIt() throws Exception {
    String id = office.apply(office.parcel());

    http.perform(get("/api/applications/" + id + "/fees").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.due.source").value("桂涉价字[1994]210号"))
        .andExpect(jsonPath("$.due.amount").value(500.00))
        .andExpect(jsonPath("$.scenarios[0].source").value("桂价费字[1999]423号"))
        .andExpect(jsonPath("$.scenarios[0].scenario").value(true))
        .andExpect(jsonPath("$.missing.en", startsWith("The fee is not settled")));
  }

  @Test
  void applicationsAreListedByState() throws Exception {
    String id = office.noticed(office.parcel());

    long noticed = jdbc.sql("select count(*) from application where state = 'NOTICED'").query(Long.class).single();
    http.perform(get("/api/applications/counts").with(httpBasic(MANAGER, PASSWORD))).andExpect(status().isOk())
        .andExpect(jsonPath("$.NOTICED").value(noticed)).andExpect(jsonPath("$.MEETING_DECIDED").exists())
        .andExpect(jsonPath("$.length()").value(ApplicationState.values().length));
    http.perform(get("/api/applications").param("state", "NOTICED").param("open", "true")
            .with(httpBasic(REVIEWER, PASSWORD)))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[?(@.id == '%s')].nextAction".formatted(id)).value("review"));
  }

  private ResultActions act(String person, String id, String action, String tag, String body) throws Exception {
    var request = post("/api/applications/" + id + "/actions/" + action).with(httpBasic(person, PASSWORD))
        .contentType(MediaType.APPLICATION_JSON).content(body);
    return http.perform(tag == null ? request : request.header(HttpHeaders.IF_MATCH, tag));
  }

  private String tag(String id) throws Exception {
    return http.perform(get("/api/applications/" + id).with(httpBasic(MANAGER, PASSWORD))).andReturn().getResponse()
        .getHeader(HttpHeaders.ETAG);
  }
}
