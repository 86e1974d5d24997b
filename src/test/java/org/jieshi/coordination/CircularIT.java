package org.jieshi.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.coordination.due.Reminders;
import org.jieshi.disputes.DisputedLand;
import org.jieshi.identity.CurrentUser;
import org.jieshi.parcels.AdministrativeDraft;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What becomes of a case is told to whom it concerns, each once, with receipt. */
@EachDatabase
@AutoConfigureMockMvc
class CircularIT {

  private static final String FORESTRY = "灵山县林业局";
  private static final String LAND_USE = "灵山县国土资源局土地利用管理股";

  @Autowired DisputedLand land;
  @Autowired AdministrativeUnits places;
  @Autowired LiaisonLetters letters;
  @Autowired Reminders reminders;
  @Autowired CurrentUser current;
  @Autowired AuditVerifier verifier;
  @Autowired TestClock clock;
  @Autowired MockMvc http;

  @BeforeEach
  void anOffice() {
    clock.set(LocalDate.of(2013, 4, 1));
    land.people();
  }

  @Test
  void holdsAndResultOfAnAgreedCaseGoToWhomTheyConcernOnce() throws Exception {
    DisputedLand.Plot plot = land.newPlot();
    places.addAll(AdministrativeKind.TOWN, List.of(place("450721103", "平山镇", plot)));
    places.addAll(AdministrativeKind.VILLAGE, List.of(place("450721103201", "白水塘村民委员会", plot)));
    String id = open("450721103001GN00701", "白水塘村委会第3村民小组", plot);

    assertThat(told(id)).containsExactly("HOLD " + FORESTRY + " SENT", "HOLD " + LAND_USE + " SENT");
    assertThat(of(id, FORESTRY)).singleElement().satisfies(letter -> {
      assertThat(letter.department()).isEqualTo(Department.FORESTRY);
      assertThat(letter.dueOn()).as("5 working days over Qingming").isEqualTo("2013-04-09");
      assertThat(letter.owner()).isEqualTo("reviewer");
      assertThat(letter.question()).startsWith("关于暂停办理林木采伐手续的函（宗地 450721103001GN00701）\n")
          .contains("《森林法》");
    });
    onBoard(of(id, FORESTRY).get(0), "等待回执", "关于暂停办理林木采伐手续的函（宗地 450721103001GN00701）");
    receive(of(id, FORESTRY).get(0));

    toMediation(id);
    agree(id);

    assertThat(told(id)).as("the moot hold is withdrawn, the acknowledged one stays").containsExactly(
        "HOLD " + FORESTRY + " ANSWERED", "HOLD " + LAND_USE + " WITHDRAWN",
        "RESULT 华山农场 SENT", "RESULT 白水塘村委会第3村民小组 SENT", "RESULT 白水塘村民委员会 SENT", "RESULT 平山镇人民政府 SENT",
        "RELEASE " + FORESTRY + " SENT", "RELEASE " + LAND_USE + " SENT");
    assertThat(of(id, "白水塘村民委员会").get(0).question()).contains("调整主张界线（协" + id + "）", "450721103001GN00701");
    int before = told(id).size();
    act(id, "serve", "{}");
    act(id, "close", "{}");
    assertThat(told(id)).as("closing tells nothing that was told").hasSize(before);
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aCaseThatIsWithdrawnOnlyFreesThePermits() throws Exception {
    String id = open("450721103001GN00702", "新村委会", land.newPlot());

    act(id, "withdraw", "{\"reason\": \"双方和解\", \"note\": \"双方和解\"}");

    assertThat(told(id)).containsExactly("HOLD " + FORESTRY + " WITHDRAWN", "HOLD " + LAND_USE + " WITHDRAWN",
        "RELEASE " + FORESTRY + " SENT", "RELEASE " + LAND_USE + " SENT");
  }

  @Test
  void theParkedFaceTakesTheHoldsOverAndTheOfficesAreTold() throws Exception {
    String id = open("450721103001GN00703", "新村委会", land.newPlot());
    toMediation(id);

    act(id, "park", "{\"parcel\": \"450721103001GN00703\"}");

    assertThat(told(id)).containsExactly("HOLD " + FORESTRY + " WITHDRAWN", "HOLD " + LAND_USE + " WITHDRAWN",
        "HOLD " + FORESTRY + " SENT", "HOLD " + LAND_USE + " SENT");
    assertThat(of(id, FORESTRY).get(1).question()).contains("450721103001ZW", "本函代替 " + of(id, FORESTRY).get(0).number())
        .doesNotContain("450721103001GN00703");
  }

  @Test
  void aMissingReceiptIsOverdueAndClimbsLikeAnAnswer() throws Exception {
    String id = open("450721103001GN00704", "新村委会", land.newPlot());
    LiaisonLetter letter = of(id, FORESTRY).get(0);

    clock.set(letter.dueOn().plusDays(1));
    reminders.search();

    assertThat(letters.get(letter.id())).satisfies(late -> {
      assertThat(late.overdue()).isTrue();
      assertThat(late.reminders()).isEqualTo(1);
    });
    http.perform(get("/api/reminders?size=200").with(httpBasic("reviewer", "long enough")))
        .andExpect(jsonPath("$.items[?(@.subjectId == '" + letter.id() + "')].text.zh")
            .value("工作联系单 " + letter.number() + "：回执，期限 2013-04-09，已逾期。"));
  }

  @Test
  void aReceiptIsNoAnswerAndAnAnswerNoReceipt() throws Exception {
    LiaisonLetter told = of(open("450721103001GN00705", "新村委会", land.newPlot()), FORESTRY).get(0);
    LiaisonLetter asked = current.actingAs("reviewer", () -> letters.send(new NewLetter(Department.WATER, null,
        LetterSubject.FREE, "水库", null, "请提供水库管理线", 5, null)));

    http.perform(reply(asked, "RECEIVED")).andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("decision"));
    http.perform(reply(told, "AGREED")).andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value("Letter " + told.id() + " asks nothing: enter its receipt."));
  }

  private AdministrativeDraft place(String code, String name, DisputedLand.Plot plot) {
    return new AdministrativeDraft(code, name, null, plot.at("POLYGON ((-50 -50, 600 -50, 600 600, -50 600, -50 -50))"),
        4524, null);
  }

  private String open(String parcel, String claimant, DisputedLand.Plot plot) throws Exception {
    land.parcel(parcel, plot.at("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"));
    land.claim("C-" + parcel, claimant, "HISTORICAL_USE", null,
        plot.at("POLYGON ((150 0, 300 0, 300 200, 150 200, 150 0))"));
    String body = http.perform(as("reviewer", post("/api/disputes")).content(
        "{\"conflicts\": [%d], \"handlers\": [\"mediator\", \"reviewer\"]}".formatted(land.onlyConflict(parcel).id())))
        .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
    return JsonPath.read(body, "$.id");
  }

  private void toMediation(String id) throws Exception {
    act(id, "accept", "{}");
    act(id, "copy", "{}");
    act(id, "answer", "{\"statement\": \"我组自1962年经营\"}");
    act(id, "mediate", "{}");
  }

  private void agree(String id) throws Exception {
    List<String> parties = JsonPath.read(seen(id).getContentAsString(), "$.parties[*].name");
    act(id, "agree", """
        {"outcome": "CLAIM_AMENDED", "documentNumber": "协%s", "text": "双方议定", "seal": "调处办",
         "signatures": [{"party": "%s", "name": "甲"}, {"party": "%s", "name": "乙"}]}
        """.formatted(id, parties.get(0), parties.get(1)));
  }

  private void act(String id, String action, String body) throws Exception {
    http.perform(as("mediator", post("/api/disputes/" + id + "/actions/" + action))
        .header(HttpHeaders.IF_MATCH, seen(id).getHeader(HttpHeaders.ETAG)).content(body)).andExpect(status().isOk());
  }

  private MockHttpServletResponse seen(String id) throws Exception {
    return http.perform(get("/api/disputes/" + id).with(httpBasic("mediator", "long enough"))).andReturn().getResponse();
  }

  private void receive(LiaisonLetter letter) throws Exception {
    http.perform(reply(letter, "RECEIVED")).andExpect(status().isOk()).andExpect(jsonPath("$.decision").value("RECEIVED"));
  }

  private MockHttpServletRequestBuilder reply(LiaisonLetter letter, String decision) {
    return as("reviewer", post("/api/letters/" + letter.id() + "/actions/reply"))
        .header(HttpHeaders.IF_MATCH, "\"" + letter.revision() + "\"")
        .content("{\"decision\": \"%s\", \"answer\": \"未受理采伐申请\", \"answeredBy\": \"覃某\"}".formatted(decision));
  }

  private void onBoard(LiaisonLetter letter, String stage, String title) throws Exception {
    http.perform(get("/api/board?kind=LETTER&q=" + letter.number()).with(httpBasic("manager", "long enough")))
        .andExpect(jsonPath("$.columns[?(@.stage == 'WAITING')].cards[0].item.stageTitle.zh").value(stage))
        .andExpect(jsonPath("$.columns[?(@.stage == 'WAITING')].cards[0].item.title").value(title));
  }

  private List<String> told(String id) {
    return letters.forSubject(LetterSubject.DISPUTE, id).stream()
        .map(letter -> "%s %s %s".formatted(letter.kind(), letter.addressee(), letter.status())).toList();
  }

  private List<LiaisonLetter> of(String id, String addressee) {
    return letters.forSubject(LetterSubject.DISPUTE, id).stream()
        .filter(letter -> letter.addressee().equals(addressee)).toList();
  }

  private static MockHttpServletRequestBuilder as(String person, MockHttpServletRequestBuilder request) {
    return request.with(httpBasic(person, "long enough")).contentType(MediaType.APPLICATION_JSON);
  }
}
