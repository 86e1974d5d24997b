package org.jieshi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jieshi.disputes.DisputedLand;
import org.jieshi.disputes.GeotaggedPhoto;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A case worked on in the browser: both sides heard, evidence, a visit, a line drawn on the map, the agreement. */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
class CaseFileE2E {

  private static final String PARCEL = "450721014005GN00077";
  private static final String PASSWORD = "long enough";

  private static Chromium chromium;

  @Autowired DisputedLand land;
  @Autowired TestClock clock;
  @LocalServerPort int port;

  @BeforeAll
  static void aBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  @Test
  void aLineDrawnOnTheMapBecomesTheBoundary() {
    clock.set(LocalDate.of(2013, 4, 1));
    land.people();
    DisputedLand.Plot plot = land.newPlot();
    land.parcel(PARCEL, plot.at("POLYGON ((0 0, 100.123 6, 104 80.456, 40 92, 0 80.456, 0 0))"));
    land.claim("YZ-077", "平山村委", "HISTORICAL_USE", null,
        plot.at("POLYGON ((82 20, 200.007 11, 190 60.009, 84 66, 79 40, 82 20))"));
    try (Desk mediator = Desk.of(chromium.browser(), "http://127.0.0.1:" + port, "zh-CN", "mediator", PASSWORD)) {
      String id = caseInMediation(mediator, land.onlyConflict(PARCEL).id());
      mediator.open("#/cases/" + id);
      bothSidesAreHeard(mediator);
      evidenceAndVisit(mediator);
      aLineIsDrawn(mediator);
      theyAgree(mediator);
      phone(mediator);
      assertThat(mediator.complaints()).isEmpty();
    }
    assertThat(land.unit(UnitKind.PARCEL, PARCEL).ref().version()).isEqualTo(2);
    assertThat(land.unit(UnitKind.CLAIM, "YZ-077").ref().version()).isEqualTo(2);
  }

  private static void bothSidesAreHeard(Desk mediator) {
    mediator.at("tab-parties").click();
    mediator.act("statement-add", Map.of("party", "平山村委", "spokenBy", "黄村长", "text", "1962年四固定时划归我村耕种。"));
    mediator.act("statement-answer", Map.of("spokenBy", "李明", "text", "1958年建场规划图已将该地划入农场。"));
    assertThat(mediator.page().locator("[data-test=statements] li")).hasCount(2);
    mediator.picture("case-parties");
  }

  private static void evidenceAndVisit(Desk mediator) {
    mediator.at("tab-evidence").click();
    mediator.at("evidence-add").click();
    mediator.at("field-file").setInputFiles(new FilePayload("建场规划图.pdf", "application/pdf",
        "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII)));
    mediator.submit(Map.of("title", "1958年建场规划图", "evidenceClass", "FARM_FOUNDING", "party", "华山农场"));
    assertThat(mediator.at("evidence")).containsText("1958年建场规划图");
    mediator.picture("case-evidence");
    mediator.at("tab-visits").click();
    mediator.act("visit-add", Map.of("place", "岭头片", "people", "陆建国、黄村长", "findings", "界桩尚在，田埂可辨。"));
    mediator.at("photo-add").click();
    mediator.at("field-file").setInputFiles(new FilePayload("界桩.jpg", "image/jpeg",
        GeotaggedPhoto.at(109.2923, 22.4142)));
    mediator.submit(Map.of("caption", "J5 界桩"));
    assertThat(mediator.at("visit")).containsText("109.292300°, 22.414200°");
    mediator.picture("case-visits");
  }

  /** From the upper edge of the map to the lower, across the overlap: what it does is seen before it is entered. */
  private static void aLineIsDrawn(Desk mediator) {
    mediator.at("tab-proposals").click();
    mediator.at("proposal-draw").click();
    Locator map = mediator.css("[data-test=proposal-map] .map-frame");
    map.scrollIntoViewIfNeeded();
    BoundingBox frame = map.boundingBox();
    map.click(new Locator.ClickOptions().setPosition(frame.width / 2 - 6, 12));
    map.click(new Locator.ClickOptions().setPosition(frame.width / 2 + 9, frame.height / 2));
    map.click(new Locator.ClickOptions().setPosition(frame.width / 2, frame.height - 12));
    assertThat(mediator.css("[data-test=proposal-preview] [data-test=proposal-pieces] tbody tr:nth-child(2)")).isVisible();
    assertThat(mediator.css("[data-test=proposal-preview] [data-test=proposal-effects]")).containsText(PARCEL);
    mediator.picture("case-line-drawn");
    mediator.at("proposal-enter").click();
    mediator.submit(Map.of("title", "现场指认的界线"));
    assertThat(mediator.css("[data-test=proposal][data-number='1']")).containsText("现场指认的界线");
    mediator.act("proposal-choose", Map.of());
    assertThat(mediator.css("[data-test=proposal][data-chosen=true]")).isVisible();
    mediator.picture("case-proposals");
  }

  private static void theyAgree(Desk mediator) {
    mediator.act("case-agree", Map.of("outcome", "LINE_AGREED", "documentNumber", "灵土调〔2013〕7号",
        "text", "双方以现场指认的界线为界。", "seal", "平山镇人民调解委员会", "signature-0", "李明", "signature-1", "黄村长"));
    assertThat(mediator.css("[data-test=case][data-stage=AGREED]")).isVisible();
    mediator.at("tab-agreement").click();
    assertThat(mediator.css("[data-test=case-tab][data-tab=agreement]")).containsText("灵土调〔2013〕7号");
    mediator.picture("case-agreement");
    APIResponse pdf = mediator.page().request().get((String) mediator.at("agreement-pdf").evaluate("link => link.href"));
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  /** In English, at phone width: nothing is wider than the page. */
  private static void phone(Desk mediator) {
    mediator.page().setViewportSize(390, 844);
    mediator.page().evaluate("localStorage.setItem('jieshi.language', 'en')");
    mediator.page().reload();
    for (String tab : List.of("land", "parties", "sessions", "evidence", "visits", "proposals", "agreement", "timeline")) {
      mediator.at("tab-" + tab).click();
      assertThat(mediator.css("[data-test=case-tab][data-tab=" + tab + "]")).isVisible();
      assertThat((Boolean) mediator.page().evaluate(
          "document.documentElement.scrollWidth <= document.documentElement.clientWidth")).as(tab).isTrue();
      mediator.picture("phone-case-" + tab);
    }
  }

  private static String caseInMediation(Desk desk, long conflict) {
    String id = (String) ((Map<?, ?>) send(desk, "", "{\"conflicts\": [%d]}".formatted(conflict), null)).get("id");
    act(desk, id, "accept", "{\"handlers\": [\"reviewer\", \"mediator\"], \"individuals\": []}");
    act(desk, id, "copy", "{}");
    act(desk, id, "answer", "{\"statement\": \"祖辈耕种\"}");
    act(desk, id, "mediate", "{\"level\": \"VILLAGE\"}");
    act(desk, id, "session", "{\"place\": \"村委会\", \"people\": [\"黄丽\", \"黄村长\"], \"minutes\": \"同意到现场指界\"}");
    return id;
  }

  private static void act(Desk desk, String id, String action, String body) {
    String etag = desk.page().request().get(address(desk) + "/api/disputes/" + id, basic()).headers().get("etag");
    send(desk, "/" + id + "/actions/" + action, body, etag);
  }

  private static Object send(Desk desk, String path, String body, String etag) {
    RequestOptions options = basic().setHeader("Content-Type", "application/json").setData(body);
    APIResponse response = desk.page().request().post(address(desk) + "/api/disputes" + path,
        etag == null ? options : options.setHeader("If-Match", etag));
    assertThat(response.ok()).as(response.text()).isTrue();
    return new JsonMapper().readValue(response.text(), Map.class);
  }

  private static String address(Desk desk) {
    return desk.page().url().replaceFirst("(http://[^/]+).*", "$1");
  }

  private static RequestOptions basic() {
    return RequestOptions.create().setHeader("Authorization", "Basic "
        + Base64.getEncoder().encodeToString(("mediator:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
  }
}
