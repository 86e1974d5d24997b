package org.jieshi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The last of the farm's 92 parcels, played by hand in the browser: uploaded, found to overlap a village's claim, the
 * quarrel settled, noticed, reviewed, decided, certified; then the farm is certified to 89.56 %.
 */
class LastParcelE2E {

  private static final String PARCEL = "450721014005GN00008";
  private static final Duration STORY = Duration.ofMinutes(10);

  @TempDir static Path data;

  private static DemoOffice office;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void theFarmUpToItsLastParcel() {
    office = DemoOffice.open(data, "last-parcel");
    awaitStory();
  }

  /** 91 certificates, and nothing under way. */
  private static void awaitStory() {
    try (Desk manager = at("manager")) {
      Awaitility.await().atMost(STORY).pollInterval(Duration.ofSeconds(1)).until(() -> manager.page().request()
          .get(office.address() + "/api/audit?size=1000&after=900").text().contains("\"subjectId\":\"titles-2012\""));
    }
  }

  @AfterAll
  static void end() {
    office.close();
  }

  @Test
  void fromTheSurveyorsFileToTheManagersPercentage() {
    surveyorUploadsAndApplies();
    mediatorSettlesTheQuarrel();
    reviewerPublishesAndReviews();
    approverDecides();
    reviewerConsults();
    String number = approverRegistersAndCertifies();
    managerReadsTheShare();
    anybodyVerifies(number);

    assertThat(complaints).isEmpty();
  }

  private void surveyorUploadsAndApplies() {
    try (Desk surveyor = at("surveyor")) {
      surveyor.at("nav-imports").click();
      surveyor.at("upload-file").setInputFiles(Path.of("data/huashan/15-parcels-2012-last.zip"));
      surveyor.at("field-accuracy").selectOption("0.05");
      surveyor.at("upload-submit").click();
      assertThat(surveyor.css("[data-test=import][data-status=STAGED]")).isVisible();
      assertThat(surveyor.at("import-preview")).containsText("1");
      surveyor.picture("import-staged");
      surveyor.act("import-commit", Map.of());
      assertThat(surveyor.css("[data-test=import][data-status=COMMITTED]")).isVisible();

      surveyor.open("#/map?parcel=" + PARCEL);
      surveyor.at("apply").click();
      surveyor.at("parcel-application").click();
      for (int document = 0; document < 4; document++) {
        surveyor.at("document-add").click();
        surveyor.at("field-file").setInputFiles(new FilePayload("材料.txt",
            "text/plain", "演示材料".getBytes(StandardCharsets.UTF_8)));
        surveyor.submit(Map.of());
        assertThat(surveyor.page().locator("[data-test=documents] li[data-files='1']")).hasCount(document + 1);
      }
      surveyor.at("action-record-survey").click();
      surveyor.at("neighbour-name").fill("白水塘村委会第1村民小组");
      surveyor.at("neighbour-pointing").selectOption("BOTH_SIGNED");
      surveyor.at("neighbour-on").fill("2012-06-20");
      surveyor.submit(Map.of("boundaryBasis", "FARM_1987_CERTIFICATE", "basisDocument", "《山界林权证》1987年",
          "surveyedOn", "2012-06-20"));
      assertThat(surveyor.css("[data-test=application-state][data-state=SURVEYED]")).isVisible();
      assertThat(surveyor.at("unmet")).containsText("W2");
      surveyor.picture("application-held");
      keep(surveyor);
    }
  }

  private void mediatorSettlesTheQuarrel() {
    try (Desk mediator = at("mediator")) {
      mediator.at("nav-conflicts").click();
      Locator row = mediator.page().locator("[data-test=conflicts] tbody tr")
          .filter(new Locator.FilterOptions().setHasText(PARCEL)).first();
      row.getByTestId("choose").check();
      mediator.act("open-case", Map.of());
      mediator.act("case-accept", Map.of("handlers", "mediator, reviewer"));
      mediator.act("case-copy", Map.of());
      mediator.act("case-answer", Map.of("statement", "农场自1958年经营至今，有1987年《山界林权证》。"));
      mediator.act("case-mediate", Map.of());
      mediator.act("case-session", Map.of("place", "白水塘村委会", "people", "陆建国、黄丽、村民代表、农场代表",
          "minutes", "双方到现场核对界线，同意以实测界址为界。"));
      mediator.act("case-agree", Map.of("outcome", "CLAIM_AMENDED", "documentNumber", "灵土调〔2012〕1号",
          "text", "双方确认以实测界址线为界。", "seal", "灵山县土地权属争议调解办公室",
          "signature-0", "场长 谢某", "signature-1", "组长 韦某"));
      assertThat(mediator.css("[data-test=case][data-stage=AGREED]")).isVisible();
      mediator.picture("case-agreed");
      keep(mediator);
    }
  }

  private void reviewerPublishesAndReviews() {
    try (Desk reviewer = application("reviewer")) {
      reviewer.act("action-publish-notice", Map.of("place", "场部及村委会公告栏"));
      assertThat(reviewer.css("[data-test=application-state][data-state=NOTICED]")).isVisible();
      reviewer.at("action-review").click();
      reviewer.at("field-opinion").fill("公示期满。");
      reviewer.at("dialog-submit").click();
      assertThat(reviewer.at("problem")).containsText("W1");
      reviewer.picture("notice-not-over");
      reviewer.at("dialog-cancel").click();
      reviewer.act("advance-clock", Map.of("days", "30"));
      reviewer.page().reload();
      reviewer.act("action-review", Map.of("opinion", "公示期满无异议，权属合法，界址清楚。"));
      assertThat(reviewer.css("[data-test=application-state][data-state=REVIEWED]")).isVisible();
      keep(reviewer);
    }
  }

  /** Once disputed, the leader alone cannot approve: the bureau meeting decides. */
  private void approverDecides() {
    try (Desk approver = application("approver")) {
      approver.act("action-decide-in-meeting", Map.of("meetingNumber", "灵国土资局务〔2012〕9号",
          "attendees", "梁志远、黄丽、陆建国", "decision", "争议已协议解决，同意登记。"));
      assertThat(approver.css("[data-test=application-state][data-state=MEETING_DECIDED]")).isVisible();
      keep(approver);
    }
  }

  private void reviewerConsults() {
    try (Desk reviewer = application("reviewer")) {
      reviewer.act("action-consult", Map.of());
      assertThat(reviewer.css("[data-test=application-state][data-state=CONSULTED]")).isVisible();
      if (reviewer.at("letter-reply").isVisible()) {
        reviewer.act("letter-reply", Map.of("decision", "AGREED", "answer", "同意按现状用途登记。",
            "answeredBy", "县林业局 苏文"));
      }
      reviewer.act("action-settle-fees", Map.of("receiptNumber", "灵财票(2012)第1015号"));
      keep(reviewer);
    }
  }

  private String approverRegistersAndCertifies() {
    try (Desk approver = application("approver")) {
      approver.act("action-register", Map.of());
      assertThat(approver.css("[data-test=application-state][data-state=REGISTERED]")).isVisible();
      approver.act("action-certify", Map.of());
      assertThat(approver.css("[data-test=application-state][data-state=CERTIFIED]")).isVisible();
      String number = (String) approver.page().evaluate("""
          async parcel => (await (await fetch('/api/certificates?parcel=' + parcel)).json()).items[0].number
          """, PARCEL);
      assertThat(number).isEqualTo("灵国用(2012)第0092号");
      byte[] pdf = approver.page().request().get(office.address() + "/api/certificates/"
          + URLEncoder.encode(number, StandardCharsets.UTF_8) + ".pdf", RequestOptions.create()).body();
      assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      approver.picture("application-certified");
      keep(approver);
      return number;
    }
  }

  private void managerReadsTheShare() {
    for (String locale : List.of("zh-CN", "en-GB")) {
      try (Desk manager = office.desk(locale, "manager")) {
        manager.at("nav-coverage").click();
        assertThat(manager.at("certified-share")).hasText(Pattern.compile("\\s*89\\.56\\s?%\\s*"));
        manager.picture("coverage-" + locale);
        keep(manager);
      }
    }
  }

  private void anybodyVerifies(String number) {
    String path;
    try (Desk manager = at("manager")) {
      path = (String) manager.page().evaluate("""
          async number => (await (await fetch('/api/certificates/' + encodeURIComponent(number))).json()).verification
          """, number);
    }
    try (Desk stranger = office.desk("zh-CN")) {
      stranger.open(path.substring(1));
      assertThat(stranger.css("[data-test=verification][data-valid=true]")).isVisible();
      assertThat(stranger.at("verification")).containsText(number);
    }
  }

  private static Desk at(String username) {
    return office.desk("zh-CN", username);
  }

  /** At the file of the last parcel's application. */
  private static Desk application(String username) {
    Desk desk = at(username);
    String id = (String) desk.page().evaluate("""
        async parcel => (await (await fetch('/api/applications?parcel=' + parcel)).json()).items[0].id
        """, PARCEL);
    desk.open("#/applications/" + id);
    desk.at("next-step").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    return desk;
  }

  private void keep(Desk desk) {
    complaints.addAll(desk.complaints());
  }
}
