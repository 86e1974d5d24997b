package org.jieshi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The three desks: a surveyor's upload, an officer's cases, a manager's figures; and two people on one record. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DesksE2E {

  /** Two squares of 200 m over each other, in the farm and over nothing else. */
  private static final String CROSSING = """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"ZDDM": "450721009004GN09001", "QLR": "广西国有华山农场"}, "geometry": {"type": "Polygon",
          "coordinates": [[[109.2500, 22.3900], [109.2520, 22.3900], [109.2520, 22.3918], [109.2500, 22.3918], [109.2500, 22.3900]]]}},
        {"type": "Feature", "properties": {"ZDDM": "450721009004GN09002", "QLR": "广西国有华山农场"}, "geometry": {"type": "Polygon",
          "coordinates": [[[109.2510, 22.3900], [109.2530, 22.3900], [109.2530, 22.3918], [109.2510, 22.3918], [109.2510, 22.3900]]]}}]}
      """;

  @TempDir static Path data;

  private static DemoOffice office;

  @BeforeAll
  static void anOfficeWithOverlaps() {
    office = DemoOffice.open(data, "ground");
    try (Desk mediator = office.desk("zh-CN", "mediator")) {
      SurveyedFarm.bring(mediator, office.address(), "01-towns.zip", "towns");
      SurveyedFarm.bring(mediator, office.address(), "02-villages.zip", "villages");
      SurveyedFarm.bring(mediator, office.address(), "03-subfarms.zip", "subFarms");
      SurveyedFarm.bring(mediator, office.address(), "20-parcels-2013-pending.zip", "parcels");
      SurveyedFarm.bring(mediator, office.address(), "40-claims-villages.zip", "claims");
    }
  }

  @AfterAll
  static void end() {
    office.close();
  }

  @Test
  @Order(1)
  void aSurveyorCallsAnUploadOffSendsItAgainAfterItBrokeOffAndSeesTheFindingsOnTheMap() {
    try (Desk surveyor = office.desk("en-GB", "surveyor")) {
      surveyor.open("#/imports");
      surveyor.at("upload-file").setInputFiles(new FilePayload("crossing.geojson", "application/geo+json",
          CROSSING.getBytes(StandardCharsets.UTF_8)));
      surveyor.at("field-crs").selectOption("EPSG:4524");
      assertThat(surveyor.at("inspection")).isVisible();
      surveyor.network(false, 500);
      surveyor.at("upload-submit").click();
      assertThat(surveyor.at("upload-share")).containsText(Pattern.compile("\\d+ %"));
      surveyor.at("upload-cancel").click();
      assertThat(surveyor.at("upload-submit")).hasText("Upload and check");

      surveyor.network(true, 0);
      surveyor.at("upload-submit").click();
      assertThat(surveyor.at("upload-submit")).hasText("Send again");
      assertThat(surveyor.at("problem")).isVisible();
      surveyor.network(false, 0); // the page sends what broke off by itself

      assertThat(surveyor.css("[data-test=import][data-status=STAGED]")).isVisible();
      assertThat(surveyor.at("findings")).containsText("C1");
      assertThat(surveyor.css("[data-test=import] .leaflet-highlight-pane path")).isAttached();
      surveyor.css("[data-test=findings] details:not([open]) summary").or(surveyor.at("findings")).first().click();
      surveyor.at("finding-place").click();
      assertThat(surveyor.css("[data-test=import]")).containsText("A commit brings");
      assertThat(surveyor.page().locator("[data-test=imports] tbody tr").filter(new Locator.FilterOptions()
          .setHasText("crossing.geojson"))).hasCount(1);
      assertThat(surveyor.complaints()).allMatch(each -> each.contains("ERR_INTERNET_DISCONNECTED"));
    }
  }

  @Test
  @Order(2)
  void aManagerComesFromEveryFigureToTheParcelsThatAddUpToIt() {
    try (Desk manager = office.desk("en-GB", "manager")) {
      for (String by : List.of("subFarm", "town", "village", "landUse")) {
        manager.open("#/coverage?by=" + by);
        manager.css("[data-test=coverage-groups] [data-test=drill-disputed]").click();
        assertThat(manager.at("drilled")).containsText("disputed");
        assertThat(manager.css("[data-test=drilled-parcels] tbody tr")).isVisible();
        List<String> areas = manager.page().locator("[data-test=drilled-parcels] td:last-child").allTextContents();
        BigDecimal sum = areas.stream().map(DesksE2E::figure).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).as(by).isPositive().isEqualByComparingTo(
            figure(manager.css("[data-test=drilled-sum] .quiet").textContent()));
        assertThat(manager.css("[data-test=drilled] .leaflet-highlight-pane path")).isAttached();
      }
      assertThat(manager.at("coverage-report")).hasAttribute("href", "/api/coverage/report.pdf?lang=en");
      manager.picture("drilled");
      assertThat(manager.complaints()).isEmpty();
    }
  }

  private static BigDecimal figure(String said) {
    return new BigDecimal(said.replaceAll("[^\\d.]", ""));
  }

  @Test
  @Order(3)
  void whoChangesARecordIsNamedToWhomeverLooksAtItAndNothingTypedIsLost() {
    try (Desk reviewer = office.desk("zh-CN", "reviewer");
        Desk mediator = office.desk("zh-CN", "mediator");
        Desk manager = office.desk("zh-CN", "manager")) {
      manager.open("#/coordination");
      assertThat(manager.page().locator(".board, [data-test=board]").first()).isVisible();
      reviewer.open("#/conflicts/desk");
      reviewer.at("desk-open").click();
      assertThat(reviewer.at("desk-last")).containsText("已立案");
      String number = reviewer.css("[data-test=desk-last] a").textContent().strip();
      assertThat(manager.page().locator("main")).containsText(number);

      String open = "#/cases/D" + number.substring(1);
      reviewer.open(open);
      mediator.open(open);
      assertThat(mediator.at("case-number")).hasText(number);
      reviewer.at("case-note").click();
      reviewer.at("field-text").fill("到村里核对四至");
      mediator.act("case-note", Map.of("text", "已电话联系村小组"));
      assertThat(reviewer.at("changed-note")).containsText("调解员 陆建国刚变更了本记录：添加备注");
      assertThat(reviewer.at("field-text")).hasValue("到村里核对四至");
      assertThat(mediator.page().getByTestId("changed-note")).hasCount(0);
      reviewer.at("dialog-submit").click();
      assertThat(reviewer.css("[data-test=problem][data-code=VERSION_STALE]")).isVisible();
      reviewer.at("dialog-cancel").click();
      reviewer.at("case-note").click();
      assertThat(reviewer.at("field-text")).hasValue("到村里核对四至");
      reviewer.submit(Map.of());
      assertThat(mediator.at("changed-note")).containsText("经办 黄丽");
      assertThat(reviewer.complaints()).allMatch(each -> each.contains("412"));
      assertThat(mediator.complaints()).isEmpty();
      assertThat(manager.complaints()).isEmpty();
    }
  }

  @Test
  @Order(4)
  void theMapAndTheReviewDeskNeedNoMouse() {
    try (Desk reviewer = office.desk("en-GB", "reviewer")) {
      reviewer.open("#/map");
      assertThat(reviewer.page().locator(".vector-tiles canvas").first()).isAttached();
      reviewer.at("search").focus();
      reviewer.page().keyboard().type("450721009004GN00009");
      assertThat(reviewer.at("search-result")).isVisible();
      reviewer.page().keyboard().press("ArrowDown");
      reviewer.page().keyboard().press("Enter");
      assertThat(reviewer.css("main")).containsText("11.3428 hm²");
      assertThat(reviewer.unreachable("main")).isEmpty();
      reviewer.page().locator(".map-frame").first().focus();
      Object before = reviewer.page().evaluate("() => document.querySelector('jieshi-map').map.getZoom()");
      reviewer.page().keyboard().press("-");
      reviewer.page().waitForFunction("zoom => document.querySelector('jieshi-map').map.getZoom() < zoom", before);

      reviewer.open("#/conflicts/desk");
      assertThat(reviewer.at("desk-open")).isVisible();
      assertThat(reviewer.unreachable("main")).isEmpty();
      assertThat(reviewer.complaints()).isEmpty();
    }
  }
}
