package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.MEDIATOR;
import static org.jieshi.registration.Office.PASSWORD;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.coordination.LetterKind;
import org.jieshi.coordination.LetterSubject;
import org.jieshi.coordination.LiaisonLetter;
import org.jieshi.coordination.LiaisonLetters;
import org.jieshi.disputes.Disputes;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.registration.notice.NewObjection;
import org.jieshi.registration.notice.Notices;
import org.jieshi.registration.notice.Objection;
import org.jieshi.shared.ProblemException;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An application and a dispute over its land, each in its own procedure. */
@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class DisputedTitleIT {

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired Applications applications;
  @Autowired ObjectionDesk objections;
  @Autowired Notices notices;
  @Autowired Conflicts conflicts;
  @Autowired SpatialUnits units;
  @Autowired Disputes disputes;
  @Autowired LiaisonLetters letters;
  @Autowired AuditVerifier verifier;
  @Autowired TestClock clock;

  private String parcel;
  private String application;

  @BeforeEach
  void anApplicationOnPublicNotice() {
    clock.set(TestClock.START);
    office.open();
    parcel = office.parcel();
    application = office.noticed(parcel);
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aCaseHoldsTheApplicationUntilItIsSettledAndLeadsToTheMeeting() throws Exception {
    String dispute = openCase();
    assertThat(units.get(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.DISPUTED);
    office.waitForNotice(application);
    assertThat(unmet(REVIEWER, new Command.Review("权属清楚"))).hasSize(2)
        .anyMatch(fact -> fact.startsWith("W2 Conflict"))
        .anyMatch(fact -> fact.startsWith("W2 Case 调2012-"));

    agreeThatTheClaimIsWithdrawn(dispute);

    assertThat(units.get(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.PENDING);
    office.take(REVIEWER, application, new Command.Review("争议已解决"));
    assertThat(unmet(APPROVER, new Command.Approve("同意"))).containsExactly(
        "W5 The parcel was disputed: the bureau meeting decides, with minutes.");
    office.take(APPROVER, application, office.meeting());
    assertThat(applications.get(application).state()).isEqualTo(ApplicationState.MEETING_DECIDED);
  }

  @Test
  void anApprovalByTheLeaderDoesNotOutliveADisputeThatCameLater() throws Exception {
    office.waitForNotice(application);
    office.take(REVIEWER, application, new Command.Review("权属清楚"));
    office.take(APPROVER, application, new Command.Approve("同意"));
    office.take(REVIEWER, application, new Command.Consult(null, null, null));
    office.complete(application);
    agreeThatTheClaimIsWithdrawn(openCase());

    assertThat(unmet(APPROVER, new Command.Register(null))).containsExactly(
        "W5 The parcel was disputed: the bureau meeting decides, with minutes.");
    office.take(APPROVER, application, office.meeting());
    office.take(REVIEWER, application, new Command.Consult(null, null, null));
    assertThat(office.take(APPROVER, application, new Command.Register(null)).state())
        .isEqualTo(ApplicationState.REGISTERED);
  }

  @Test
  void anUpheldObjectionGoesOnWhenItsCaseIsOver() throws Exception {
    Objection objection = objections.lodge(notices.latest(application).orElseThrow().id(),
        new NewObjection("黄某", "138", "该地为我村所有", null)).objection();
    office.as(REVIEWER, () -> objections.uphold(objection.id(), "材料属实"));
    String dispute = openCase();
    office.as(MEDIATOR, () -> objections.nameCase(objection.id(), dispute));
    assertThat(unmet(REVIEWER, new Command.Resume("继续"))).hasSize(2);

    agreeThatTheClaimIsWithdrawn(dispute);

    assertThat(office.take(REVIEWER, application, new Command.Resume("已达成协议")).state())
        .isEqualTo(ApplicationState.NOTICED);
    assertThat(units.get(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.PENDING);
  }

  /** An ownership dispute from the application over a drawn line to the certificate of what is left. */
  @Test
  void fromTheApplicationOverTheAgreedLineToTheCertificate() throws Exception {
    String dispute = openCase();
    Envelope claimed = office.land(parcel, 5, 10, 1000).getEnvelopeInternal();
    String line = "LINESTRING (%1$s %2$s, %1$s %3$s)".formatted(claimed.getMinX() + 3, claimed.getMinY() - 10,
        claimed.getMaxY() + 10);
    post("/api/disputes/" + dispute + "/proposals", null,
        "{\"title\": \"中线\", \"crs\": \"EPSG:4524\", \"line\": \"%s\"}".formatted(line));
    post("/api/disputes/" + dispute + "/proposals/1/actions/choose", null, "");

    agree(dispute, "LINE_AGREED");

    assertThat(units.get(UnitKind.PARCEL, parcel).planeArea()).isEqualByComparingTo("8000.00");
    assertThat(units.get(UnitKind.CLAIM, "C-" + parcel).planeArea()).isEqualByComparingTo("7000.00");
    assertThat(units.get(UnitKind.PARCEL, parcel)).satisfies(amended -> {
      assertThat(amended.ref().version()).isEqualTo(2);
      assertThat(amended.reason() + " " + amended.reasonSubject()).isEqualTo("AGREEMENT " + dispute);
    });
    assertThat(units.get(UnitKind.CLAIM, "C-" + parcel).ref().version()).isEqualTo(2);
    assertThat(conflicts.openAgainst(parcel)).isEmpty();
    act(dispute, "serve", tag(dispute), "{}");
    act(dispute, "close", tag(dispute), "{}");
    assertThat(letters.forSubject(LetterSubject.DISPUTE, dispute)).extracting(LiaisonLetter::kind)
        .contains(LetterKind.HOLD, LetterKind.RESULT, LetterKind.RELEASE);
    office.waitForNotice(application);
    assertThat(unmet(REVIEWER, new Command.Review("权属清楚"))).as("the boundary changed since the notice")
        .allMatch(fact -> fact.startsWith("W1"));
    office.take(SURVEYOR, application, office.survey());
    office.take(REVIEWER, application, new Command.PublishNotice("场部公告栏"));
    office.waitForNotice(application);
    office.take(REVIEWER, application, new Command.Review("争议已协议解决"));
    office.take(APPROVER, application, office.meeting());
    office.take(REVIEWER, application, new Command.Consult(null, null, null));
    office.complete(application);
    office.take(APPROVER, application, new Command.Register(null));
    String issued = http.perform(MockMvcRequestBuilders.post("/api/certificates").with(httpBasic(APPROVER, PASSWORD))
        .contentType(MediaType.APPLICATION_JSON).content("{\"application\": \"%s\"}".formatted(application)))
        .andReturn().getResponse().getContentAsString();
    assertThat(JsonPath.<Double>read(issued, "$.area")).isEqualTo(8000.00);
    assertThat(units.get(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.CERTIFIED);
  }

  /** The parked face blocks only itself: W2 passes for the remainder, whose notice begins anew. */
  @Test
  void theUndisputedRemainderGoesOnWhileItsFaceIsParked() throws Exception {
    String dispute = openCase();

    act(dispute, "park", tag(dispute), "{\"parcel\": \"%s\"}".formatted(parcel));

    String face = faceOf(dispute);
    assertThat(face).startsWith(parcel.substring(0, 12) + "ZW");
    assertThat(units.get(UnitKind.PARCEL, parcel).planeArea()).isEqualByComparingTo("5000.00");
    assertThat(units.find(UnitKind.PARCEL, face).orElseThrow().status()).isEqualTo(UnitStatus.DISPUTED);
    office.take(SURVEYOR, application, office.survey());
    office.take(REVIEWER, application, new Command.PublishNotice("场部公告栏"));
    office.waitForNotice(application);
    office.take(REVIEWER, application, new Command.Review("无争议部分权属清楚"));
    assertThat(unmet(APPROVER, new Command.Approve("同意"))).containsExactly(
        "W5 The parcel was disputed: the bureau meeting decides, with minutes.");
    office.take(APPROVER, application, office.meeting());
    assertThat(applications.get(application).state()).isEqualTo(ApplicationState.MEETING_DECIDED);
    assertThat(conflicts.openAgainst(face)).hasSize(1);
  }

  /** Won, the face is land like any other: it has a number of the remainder's kind and goes its own way to a title. */
  @Test
  void theFaceThatIsWonGetsANumberOfItsOwnKind() throws Exception {
    String dispute = openCase();
    act(dispute, "park", tag(dispute), "{\"parcel\": \"%s\"}".formatted(parcel));
    String face = faceOf(dispute);
    assertThatThrownBy(() -> office.apply(face)).hasMessageContaining("is the disputed face of another");

    agreeThatTheClaimIsWithdrawn(dispute);

    List<String> codes = JsonPath.read(seen(dispute).getContentAsString(), "$.units[?(@.code == '%s')].renumberedAs"
        .formatted(face));
    String won = codes.get(0);
    assertThat(won).startsWith(parcel.substring(0, 14)).isNotEqualTo(parcel);
    assertThat(units.get(UnitKind.PARCEL, face).status()).isEqualTo(UnitStatus.RETIRED);
    assertThat(units.get(UnitKind.PARCEL, won)).satisfies(land -> {
      assertThat(land.planeArea()).isEqualByComparingTo("5000.00");
      assertThat(land.status()).isEqualTo(UnitStatus.SURVEYED);
      assertThat(land.reason() + " " + land.reasonSubject()).isEqualTo("RENUMBERED " + dispute);
    });
    assertThat(conflicts.openAgainst(won)).isEmpty();
    assertThat(disputes.everDisputed(won)).as("the bureau meeting decides on it").isTrue();
    List<String> remainder = JsonPath.read(seen(dispute).getContentAsString(),
        "$.timeline[?(@.action == 'RENUMBERED')].detail.remainder");
    assertThat(remainder).containsExactly(parcel);
    assertThat(applications.get(office.apply(won)).state()).isEqualTo(ApplicationState.APPLIED);
  }

  /** A refused claim stays on record: that it still overlaps the land was settled, whatever the land's number. */
  @Test
  void aClaimThatWasRefusedDoesNotContestTheNewNumber() throws Exception {
    String dispute = openCase();
    act(dispute, "park", tag(dispute), "{\"parcel\": \"%s\"}".formatted(parcel));
    act(dispute, "escalate", tag(dispute), "{\"to\": \"DECISION\"}");
    as(REVIEWER, "/api/disputes/" + dispute + "/actions/decide", tag(dispute), """
        {"outcome": "CLAIM_REFUSED", "authority": "灵山县人民政府", "documentNumber": "决%s", "text": "驳回主张"}
        """.formatted(dispute));
    act(dispute, "serve", tag(dispute), "{}");
    clock.set(clock.today().plusDays(75));

    act(dispute, "close", tag(dispute), "{}");

    List<String> codes = JsonPath.read(seen(dispute).getContentAsString(), "$.units[?(@.renumberedAs)].renumberedAs");
    assertThat(codes).hasSize(1);
    assertThat(conflicts.openAgainst(codes.get(0))).isEmpty();
    assertThat(conflicts.ofParcel(codes.get(0))).singleElement()
        .satisfies(settled -> assertThat(settled.status()).isEqualTo(ConflictStatus.SETTLED));
    assertThat(units.get(UnitKind.CLAIM, "C-" + parcel).current()).isTrue();
  }

  private String faceOf(String dispute) throws Exception {
    List<String> faces = JsonPath.read(seen(dispute).getContentAsString(),
        "$.units[?(@.code == '%s')].parkedAs".formatted(parcel));
    assertThat(faces).hasSize(1);
    return faces.get(0);
  }

  private String openCase() throws Exception {
    units.add(UnitKind.CLAIM, List.of(Land.claim("C-" + parcel, office.land(parcel, 5, 10, 1000), "1962年四固定材料")),
        new ChangeReason("IMPORT", "2"));
    Conflict conflict = conflicts.openAgainst(parcel).get(0);
    MockHttpServletResponse opened = post("/api/disputes", null,
        "{\"conflicts\": [%d], \"handlers\": [\"%s\", \"%s\"]}".formatted(conflict.id(), MEDIATOR, REVIEWER));
    String id = JsonPath.read(opened.getContentAsString(), "$.id");
    String tag = act(id, "accept", opened.getHeader(HttpHeaders.ETAG), "{}");
    tag = act(id, "copy", tag, "{}");
    tag = act(id, "answer", tag, "{\"statement\": \"农场自1958年经营\"}");
    tag = act(id, "mediate", tag, "{}");
    act(id, "session", tag, "{\"place\": \"村委会\", \"people\": [\"陆建国\"], \"minutes\": \"同意以实测界线为准\"}");
    return id;
  }

  private void agreeThatTheClaimIsWithdrawn(String id) throws Exception {
    agree(id, "CLAIM_WITHDRAWN");
  }

  private String tag(String id) throws Exception {
    return seen(id).getHeader(HttpHeaders.ETAG);
  }

  private MockHttpServletResponse seen(String id) throws Exception {
    return http.perform(MockMvcRequestBuilders
        .get("/api/disputes/" + id).with(httpBasic(MEDIATOR, PASSWORD))).andReturn().getResponse();
  }

  private void agree(String id, String outcome) throws Exception {
    MockHttpServletResponse seen = seen(id);
    List<String> parties = JsonPath.read(seen.getContentAsString(), "$.parties[*].name");
    act(id, "agree", seen.getHeader(HttpHeaders.ETAG), """
        {"outcome": "%s", "documentNumber": "协%s", "text": "双方议定", "seal": "调处办",
         "signatures": [{"party": "%s", "name": "甲"}, {"party": "%s", "name": "乙"}]}
        """.formatted(outcome, id, parties.get(0), parties.get(1)));
  }

  private String act(String id, String action, String tag, String body) throws Exception {
    return post("/api/disputes/" + id + "/actions/" + action, tag, body).getHeader(HttpHeaders.ETAG);
  }

  private MockHttpServletResponse post(String path, String tag, String body) throws Exception {
    return as(MEDIATOR, path, tag, body);
  }

  private MockHttpServletResponse as(String person, String path, String tag, String body) throws Exception {
    var request = MockMvcRequestBuilders.post(path)
        .with(httpBasic(person, PASSWORD)).contentType(MediaType.APPLICATION_JSON).content(body);
    MockHttpServletResponse response = http.perform(tag == null ? request : request.header(HttpHeaders.IF_MATCH, tag))
        .andReturn().getResponse();
    assertThat(response.getStatus()).as(response.getContentAsString()).isLessThan(300);
    return response;
  }

  private List<String> unmet(String person, Command command) {
    return catchThrowableOfType(ProblemException.class, () -> office.take(person, application, command)).problem()
        .unmet().stream().map(unmet -> unmet.gate() + " " + unmet.fact().en()).toList();
  }
}
