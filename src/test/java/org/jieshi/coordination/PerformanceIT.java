package org.jieshi.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.disputes.DisputedLand;
import org.jieshi.identity.CurrentUser;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The figures of departments and county, reckoned by hand over real cases: one agreed, one recovered late, one asleep. */
@EachDatabase
@AutoConfigureMockMvc
class PerformanceIT {

  @Autowired DisputedLand land;
  @Autowired LiaisonLetters letters;
  @Autowired CurrentUser current;
  @Autowired TestClock clock;
  @Autowired MockMvc http;

  private String figures;

  @Test
  void whatSleepsCountsAgainstTheOfficeAndTheDepartments() throws Exception {
    on("2013-04-01");
    land.people();
    String agreed = open("GN00801", false);
    LiaisonLetter question = ask(Department.FORESTRY);
    on("2013-04-02");
    open("GN00802", false);
    ask(Department.FORESTRY);
    on("2013-04-08");
    current.actingAs("reviewer", () -> letters.reply(question.id(), 1,
        new LetterReply(LetterDecision.AGREED, "同意", "陈局长", null, null, null)));
    on("2013-04-10");
    String trespass = open("GN00803", true);
    on("2013-04-11");
    act(agreed, "mediator", "accept", "{}");
    on("2013-04-12");
    act(agreed, "mediator", "copy", "{}");
    act(agreed, "mediator", "answer", "{\"statement\": \"我村自1962年经营\"}");
    act(agreed, "mediator", "mediate", "{}");
    on("2013-04-24");
    act(trespass, "mediator", "accept", "{}");
    on("2013-05-02");
    act(trespass, "approver", "order", "{\"deadline\": \"2013-05-20\", \"documentNumber\": \"责1\"}");
    on("2013-05-06");
    agree(agreed);
    receive(agreed, LetterKind.RELEASE);
    on("2013-05-07");
    act(agreed, "mediator", "serve", "{}");
    on("2013-06-03");
    recover(trespass);
    on("2013-06-28");

    asOf("2013-06-28");
    // working days to the result: 23 and 37; the sleeping case waits for 60
    assertThat(county("opened")).isEqualTo("3");
    assertThat(county("agreed")).isEqualTo("1");
    assertThat(county("decided")).isEqualTo("0");
    assertThat(county("recovered")).isEqualTo("1");
    assertThat(county("agreedShare")).isEqualTo("0.5");
    assertThat(county("meanDays")).isEqualTo("30.0");
    assertThat(county("meanDaysToDate")).isEqualTo("40.0");
    assertThat(county("open")).isEqualTo("1");
    assertThat(county("recoveredArea")).isEqualTo("10000.0");
    // kept: acceptance, copy, opinion, document of the agreed one; not: acceptance and return of the trespass, the
    // acceptance that never came
    assertThat(county("dutiesKept")).isEqualTo("0.5714");
    // the questions: one answered after 4 working days, one silent for 60
    assertThat(forestry("sent")).isEqualTo("2");
    assertThat(forestry("answered")).isEqualTo("1");
    assertThat(forestry("inTime")).isEqualTo("0.5");
    assertThat(forestry("meanDays")).isEqualTo("4.0");
    assertThat(forestry("meanDaysToDate")).isEqualTo("32.0");
    assertThat(forestry("overdue")).isEqualTo("1");
    // messages: the hold of the sleeping case, two releases, one of them acknowledged; moot holds are withdrawn
    assertThat(forestry("told")).isEqualTo("3");
    assertThat(forestry("receiptsInTime")).isEqualTo("0.3333");
    assertThat(forestry("receiptsOverdue")).isEqualTo("2");

    asOf("2013-04-15");
    assertThat(county("opened")).isEqualTo("3");
    assertThat(county("agreed")).isEqualTo("0");
    assertThat(county("meanDays")).as("no result yet, which is not zero").isEqualTo("null");
    assertThat(county("meanDaysToDate")).as("9, 3 and 8 working days").isEqualTo("6.7");
    assertThat(county("open")).isEqualTo("3");
    assertThat(county("dutiesKept")).as("accepted and copied in time, the sleeping one not").isEqualTo("0.6667");
    assertThat(forestry("told")).as("the holds had not been withdrawn").isEqualTo("3");
  }

  private LiaisonLetter ask(Department department) {
    return current.actingAs("reviewer", () -> letters.send(new NewLetter(department, null, LetterSubject.FREE, "林地界线",
        null, "请提供林权登记资料", 5, null)));
  }

  /** A hectare of a parcel under a claim: of a certified one it is trespass. */
  private String open(String number, boolean certified) throws Exception {
    String code = "450721104001" + number;
    DisputedLand.Plot plot = land.newPlot();
    var boundary = plot.at("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))");
    if (certified) {
      land.certifiedParcel(code, boundary);
    } else {
      land.parcel(code, boundary);
    }
    land.claim("C-" + code, "新村委会", certified ? "OCCUPATION" : "HISTORICAL_USE", null,
        plot.at("POLYGON ((150 0, 300 0, 300 200, 150 200, 150 0))"));
    String body = http.perform(as("reviewer", post("/api/disputes")).content(
        "{\"conflicts\": [%d], \"handlers\": [\"mediator\", \"reviewer\"]}".formatted(land.onlyConflict(code).id())))
        .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
    return JsonPath.read(body, "$.id");
  }

  private void agree(String id) throws Exception {
    act(id, "mediator", "agree", """
        {"outcome": "CLAIM_AMENDED", "documentNumber": "协1", "text": "双方议定", "seal": "调处办",
         "signatures": [{"party": "华山农场", "name": "甲"}, {"party": "新村委会", "name": "乙"}]}
        """);
  }

  private void recover(String id) throws Exception {
    http.perform(multipart("/api/disputes/" + id + "/evidence").file(new MockMultipartFile("file", "移交书.pdf",
            "application/pdf", "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII)))
        .param("evidenceClass", "AGREEMENT").param("title", "土地移交书").with(httpBasic("mediator", "long enough")))
        .andExpect(status().isCreated());
    act(id, "mediator", "recover", "{\"document\": \"移交书\"}");
  }

  private void receive(String id, LetterKind kind) {
    letters.forSubject(LetterSubject.DISPUTE, id).stream()
        .filter(letter -> letter.kind() == kind && letter.department() == Department.FORESTRY)
        .forEach(letter -> current.actingAs("reviewer", () -> letters.reply(letter.id(), letter.revision(),
            new LetterReply(LetterDecision.RECEIVED, "已收悉", "覃某", null, null, null))));
  }

  private void act(String id, String who, String action, String body) throws Exception {
    MockHttpServletResponse seen = http.perform(get("/api/disputes/" + id).with(httpBasic("mediator", "long enough")))
        .andReturn().getResponse();
    http.perform(as(who, post("/api/disputes/" + id + "/actions/" + action))
        .header(HttpHeaders.IF_MATCH, seen.getHeader(HttpHeaders.ETAG)).content(body)).andExpect(status().isOk());
  }

  private void on(String day) {
    clock.set(LocalDate.parse(day));
  }

  private void asOf(String day) throws Exception {
    figures = http.perform(get("/api/performance?from=2013-04-01&asOf=" + day).with(httpBasic("manager", "long enough")))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
  }

  private String county(String key) {
    return value("$.county.figures[?(@.key == '%s')]".formatted(key));
  }

  private String forestry(String key) {
    return value("$.departments[?(@.key == 'FORESTRY')].figures[?(@.key == '%s')]".formatted(key));
  }

  private String value(String path) {
    List<?> found = JsonPath.read(figures, path + ".value");
    return found.isEmpty() || found.get(0) == null ? "null" : new BigDecimal(found.get(0).toString()).toPlainString();
  }

  private static MockHttpServletRequestBuilder as(String person, MockHttpServletRequestBuilder request) {
    return request.with(httpBasic(person, "long enough")).contentType(MediaType.APPLICATION_JSON);
  }
}
