package org.jieshi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jieshi.identity.factor.AuthenticatorApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages people work in all day: how much the first view asks for, whether everybody can use every page, the review
 * desk, and what one person sees of another's work.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkplaceE2E {

  private static final List<String> PAGES = List.of("map", "map?legend", "imports", "conflicts", "conflicts/desk",
      "conflicts/neighbours", "conflicts/double", "conflicts/rules", "cases", "coordination", "coordination/mine",
      "coordination/letters", "coordination/meetings", "coordination/tasks", "coordination/complaints",
      "coordination/patrols", "coordination/findings", "coordination/performance", "coordination/settings",
      "applications", "applications/batches", "notices", "certificates", "register", "changes",
      "changes/new", "transformations", "coverage", "coverage?by=landUse&band=pending", "audit", "fees", "settings",
      "orthophotos", "operations", "tools", "users", "account");
  private static final List<String> OFFICERS = List.of("notices/objections", "coordination/village");
  private static final List<String> PUBLIC = List.of("sign-in", "notices", "notices/answers", "verify", "village/x");
  private static final int REQUESTS = 60;
  private static final long BYTES = 1 << 20;

  @TempDir static Path data;

  private static DemoOffice office;

  @BeforeAll
  static void anOfficeWithOverlaps() {
    office = DemoOffice.open(data, "ground");
    try (Desk mediator = office.desk("zh-CN", "mediator")) {
      SurveyedFarm.bring(mediator, office.address(), "20-parcels-2013-pending.zip", "parcels");
      SurveyedFarm.bring(mediator, office.address(), "15-parcels-2012-last.zip", "parcels");
      SurveyedFarm.bring(mediator, office.address(), "40-claims-villages.zip", "claims");
    }
  }

  @AfterAll
  static void end() {
    office.close();
  }

  @Test
  @Order(1)
  void theFirstViewIsThereWithFewRequestsAndLittleToFetch() {
    try (Desk reviewer = office.desk("zh-CN", "reviewer");
        Desk cold = office.desk("zh-CN", reviewer)) {
      ConcurrentLinkedQueue<Response> answers = new ConcurrentLinkedQueue<>();
      cold.page().onResponse(answers::add);
      cold.page().addInitScript("addEventListener('first-view', () => document.documentElement.dataset.firstView = "
          + "performance.getEntriesByType('resource').map(each => each.name).join(' '))");
      cold.open("#/map");
      assertThat(cold.css("html[data-first-view]")).isAttached();

      List<String> asked = List.of(cold.css("html").getAttribute("data-first-view").split(" "));
      assertThat(asked.size() + 1).as("requests with the page itself: " + asked).isBetween(30, REQUESTS);
      assertThat(answers.stream().filter(answer -> asked.contains(answer.url())).mapToLong(WorkplaceE2E::bytes).sum())
          .as("bytes on the wire").isPositive().isLessThanOrEqualTo(BYTES);
      assertThat(cold.at("export")).hasText("导出"); // comes later, with its words
      assertThat(cold.complaints()).isEmpty();
    }
  }

  private static long bytes(Response answer) {
    if (answer.url().endsWith("/api/changes/live")) {
      return 0; // has no end
    }
    answer.finished();
    var sizes = answer.request().sizes();
    return (long) sizes.responseBodySize + sizes.responseHeadersSize;
  }

  @Test
  @Order(2)
  void everybodyCanUseEveryPageAtADeskAndOnAPhone() throws IOException {
    String axe = Files.readString(Path.of("frontend", "node_modules", "axe-core", "axe.min.js"));
    List<String> found = new ArrayList<>();
    for (String locale : List.of("zh-CN", "en-GB")) {
      try (Desk admin = office.desk(locale, "admin", "a test administrator");
          Desk reviewer = office.desk(locale, "reviewer");
          Desk anybody = office.desk(locale)) {
        PAGES.forEach(page -> found.addAll(lookedAt(admin, page, axe)));
        OFFICERS.forEach(page -> found.addAll(lookedAt(reviewer, page, axe)));
        PUBLIC.forEach(page -> found.addAll(lookedAt(anybody, page, axe)));
        found.addAll(admin.complaints());
        found.addAll(reviewer.complaints());
        found.addAll(anybody.complaints());
      }
    }
    assertThat(found).isEmpty();
  }

  /**
   * What is wrong with a page: what does not fit at a desk or on a phone, and what people who cannot see it well cannot use,
   * in Chinese at a desk and in English on a phone. With {@code -Djieshi.pictures=true} each is pictured.
   */
  private static List<String> lookedAt(Desk desk, String page, String axe) {
    List<String> found = new ArrayList<>();
    desk.page().setViewportSize(1440, 900);
    desk.open("#/" + page);
    assertThat(desk.css("html[data-shown='#/%s']".formatted(page))).isAttached();
    assertThat(desk.page().locator("main h1").first()).isAttached();
    assertThat(desk.page().locator("main .loading")).hasCount(0);
    boolean chinese = desk.page().evaluate("document.documentElement.lang").equals("zh-CN");
    for (int width : List.of(1440, 390)) {
      desk.page().setViewportSize(width, width == 390 ? 844 : 900);
      if ((Boolean) desk.page().evaluate("""
          async () => { // charts and maps follow a new width some frames later
            for (let frame = 0; frame < 120; frame++) {
              if ([document.documentElement, document.querySelector('main')].every(each => each.scrollWidth <= each.clientWidth)) {
                return false;
              }
              await new Promise(requestAnimationFrame);
            }
            return true;
          }""")) {
        found.add("#/%s is wider than %d".formatted(page, width));
      }
      if (Boolean.getBoolean("jieshi.pictures")) {
        desk.picture("pages/%s-%d-%s".formatted(page.replaceAll("[/?=&]+", "_"), width, chinese ? "zh" : "en"));
      }
      if (chinese == (width == 1440)) {
        unusable(desk, axe).forEach(each -> found.add("#/%s at %d: %s".formatted(page, width, each)));
      }
    }
    return found;
  }

  private static List<?> unusable(Desk desk, String axe) {
    desk.page().evaluate(axe);
    return (List<?>) desk.page().evaluate("""
        async () => {
          const result = await axe.run(document);
          return (result.passes.length < 12 ? ['hardly anything was looked at: ' + result.passes.length] : [])
            .concat(result.violations.filter(each => each.impact === 'serious' || each.impact === 'critical')
              .map(each => each.id + ': ' + each.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')));
        }""");
  }

  @Test
  @Order(3)
  void overlapsAreReviewedByKeyboardAndOthersSeeItAtOnce() {
    List<String> complaints = new ArrayList<>();
    try (Desk reviewer = office.desk("zh-CN", "reviewer");
        Desk manager = office.desk("en-GB", "manager")) {
      reviewer.open("#/conflicts/desk");
      assertThat(reviewer.at("desk-place")).containsText("第 1 /");
      String first = reviewer.css(".queue [aria-current=true]").getAttribute("data-id");
      assertThat(reviewer.css("[data-test=conflict-panel] .notice")).containsText("重叠带平均宽");
      reviewer.page().keyboard().press("j");
      assertThat(reviewer.at("desk-place")).containsText("第 2 /");
      reviewer.page().keyboard().press("k");
      assertThat(reviewer.at("desk-place")).containsText("第 1 /");

      manager.open("#/map?conflict=" + first);
      assertThat(manager.css("[data-test=conflict-panel] [data-code=OPEN]")).isVisible();
      reviewer.page().keyboard().press("o");
      assertThat(reviewer.at("desk-last")).containsText("已立案");
      assertThat(manager.css("[data-test=conflict-panel] [data-code=IN_CASE]")).isVisible();
      assertThat(reviewer.page().locator(".queue [data-id='" + first + "']")).hasCount(0);
      reviewer.picture("review-desk");

      reviewer.page().keyboard().press("u");
      assertThat(reviewer.css(".queue [data-id='" + first + "']")).isVisible();
      assertThat(manager.css("[data-test=conflict-panel] [data-code=OPEN]")).isVisible();

      reviewer.page().setViewportSize(390, 844);
      reviewer.open("#/conflicts/desk");
      assertThat(reviewer.at("desk-open")).isVisible();
      assertThat((Integer) reviewer.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
      complaints.addAll(reviewer.complaints());
      complaints.addAll(manager.complaints());
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  @Order(4)
  void landIsMeasuredByTheRuleOfRegisteredAreasAndTwoDaysLieBesideEachOther() {
    try (Desk surveyor = office.desk("en-GB", "surveyor")) {
      surveyor.open("#/map");
      assertThat(surveyor.page().locator(".vector-tiles canvas").first()).isAttached();
      surveyor.at("measure").click();
      assertThat(surveyor.at("measure-method")).containsText("EPSG:4524");
      for (int[] point : List.of(new int[] {500, 300}, new int[] {700, 300}, new int[] {700, 500})) {
        surveyor.page().mouse().click(point[0], point[1]);
      }
      assertThat(surveyor.at("measure-area")).containsText("m²");
      surveyor.at("measure-end").click();
      surveyor.page().waitForCondition(() -> painted(surveyor) > 1_000);
      List<String> layers = List.of("units", "evidence", "parcels", "certificates", "claims", "conflicts");
      for (String layer : layers) {
        surveyor.at("layer-" + layer).setChecked(false);
      }
      surveyor.page().waitForCondition(() -> painted(surveyor) == 0);
      surveyor.at("layer-parcels").check();
      surveyor.page().waitForCondition(() -> painted(surveyor) > 0);

      surveyor.open("#/map?before=2011-02-01");
      assertThat(surveyor.at("time-before")).containsText("2011-02-01");
      surveyor.at("time-slider").fill("50");
      assertThat(surveyor.page().locator(".vector-tiles")).hasCount(2);
      assertThat(surveyor.complaints()).isEmpty();
    }
  }

  /** Pixels of the map's tiles that are not blank. */
  private static int painted(Desk desk) {
    return ((Number) desk.page().evaluate("""
        () => [...document.querySelectorAll('.vector-tiles canvas.leaflet-tile-loaded')].reduce((sum, canvas) => {
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d');
          copy.drawImage(canvas, 0, 0);
          const bytes = copy.getImageData(0, 0, canvas.width, canvas.height).data;
          for (let i = 3; i < bytes.length; i += 4) { sum += bytes[i] > 0 ? 1 : 0; }
          return sum;
        }, 0)""")).intValue();
  }

  @Test
  @Order(5)
  void aManagerTakesTheLedgerAway() {
    try (Desk manager = office.desk("en-GB", "manager")) {
      manager.open("#/coverage");
      assertThat(manager.css("[data-test=coverage-trend] canvas")).isVisible();
      assertThat(manager.css("[data-test=case-ages] table")).isVisible();
      Download ledger = manager.page().waitForDownload(() -> manager.at("ledger").click());
      assertThat(ledger.suggestedFilename()).isEqualTo("ledger-2011-03-01.xlsx");
      assertThat(ledger.failure()).isNull();
      assertThat(manager.complaints()).isEmpty();
    }
  }

  @Test
  @Order(6)
  void whatWasTypedOutlivesTheSession() {
    try (Desk reviewer = office.desk("zh-CN", "reviewer")) {
      reviewer.open("#/conflicts");
      reviewer.page().locator("[data-test=choose]").first().check();
      reviewer.at("open-case").click();
      reviewer.at("field-title").fill("会话中断仍在的案由");
      reviewer.page().context().clearCookies();
      reviewer.at("dialog-submit").click();
      reviewer.at("field-password").fill("huashan-reviewer");
      Page page = reviewer.page();
      page.locator("dialog[open] [data-test=dialog-submit]").last().click();
      assertThat(page.getByText("会话中断仍在的案由").first()).isVisible();
    }
  }

  /** Names from a survey that try to become part of a page: by GeoJSON, and by a DBF in GBK. */
  @Test
  @Order(7)
  void namesNeverBecomePartOfAPage() throws Exception {
    List<String> names = HostileNames.all();
    assertThat(names).hasSizeGreaterThanOrEqualTo(50);
    Path json = Files.writeString(data.resolve("claims.geojson"), HostileNames.claims(names, 0));
    Path dbf = HostileNames.shapefile(Files.writeString(data.resolve("dbf.geojson"), HostileNames.claims(names, 40)));
    try (Desk reviewer = office.desk("zh-CN", "reviewer")) {
      SurveyedFarm.bring(reviewer, office.address(), json, "claims");
      SurveyedFarm.bring(reviewer, office.address(), dbf, "claims");
      String imports = reviewer.page().request().get(office.address() + "/api/imports").text();
      long newest = Long.parseLong(imports.replaceFirst("(?s).*?\"id\":(\\d+).*", "$1"));
      List<String> claims = claimsOf(reviewer, names.subList(0, 3));
      assertThat(claims).hasSize(6);
      List<String> pages = new ArrayList<>(List.of("imports", "imports/" + newest, "conflicts", "conflicts/desk",
          "conflicts/neighbours", "cases", "changes", "coverage"));
      claims.forEach(claim -> pages.add("map?claim=" + claim));
      for (String page : pages) {
        reviewer.open("#/" + page);
        assertThat(reviewer.page().locator("main h1").first()).isAttached();
        assertThat(reviewer.page().locator("main .loading")).hasCount(0);
        assertThat(reviewer.page().locator("[data-canary], img[src='x'], main script, iframe")).hasCount(0);
      }
      assertThat(reviewer.page().getByText(names.get(2)).first()).isVisible();
      assertThat(reviewer.page().evaluate("typeof window.canary")).isEqualTo("undefined");
      assertThat(reviewer.complaints()).isEmpty();
    }
  }

  private static List<String> claimsOf(Desk desk, List<String> names) {
    String claims = desk.page().request().get(office.address() + "/api/claims?size=200").text();
    List<String> codes = new ArrayList<>();
    for (var claim : JsonMapper.builder().build().readTree(claims).required("items")) {
      if (names.contains(claim.path("claimant").asString(""))) {
        codes.add(claim.get("code").asString());
      }
    }
    return codes;
  }

  @Test
  @Order(20)
  void whoWasGivenAPasswordChoosesTheirOwnAndThenSignsInWithACodeOfTheirDevice() throws IOException {
    String axe = Files.readString(Path.of("frontend", "node_modules", "axe-core", "axe.min.js"));
    try (Desk admin = office.desk("zh-CN", "admin", "a test administrator"); Desk deputy = office.desk("en-GB")) {
      admin.open("#/users");
      admin.page().locator("[data-test=users] tr").filter(new Locator.FilterOptions().setHasText("deputy"))
          .getByTestId("user-password").click();
      admin.submit(Map.of("password", "told on the telephone"));

      signIn(deputy, "told on the telephone");
      assertThat(deputy.at("duty")).containsText("Choose one of your own");
      deputy.open("#/map");
      assertThat(deputy.at("duty")).isVisible();
      deputy.act("own-password", Map.of("current", "told on the telephone", "password", "four stones by the river"));
      assertThat(deputy.page().getByTestId("duty")).hasCount(0);

      deputy.act("factor-begin", Map.of("password", "four stones by the river"));
      assertThat(deputy.at("factor-qr")).isVisible();
      assertThat(unusable(deputy, axe)).isEmpty();
      AuthenticatorApp app = new AuthenticatorApp(deputy.at("factor-key").textContent().replace(" ", ""));
      deputy.at("factor-code").fill("12345");
      deputy.at("factor-confirm").click();
      assertThat(deputy.at("problem")).containsText("wrong");
      deputy.at("factor-code").fill(app.code());
      deputy.at("factor-confirm").click();
      assertThat(deputy.page().locator("[data-test=recovery-codes] li")).hasCount(10);
      String recovery = deputy.css("[data-test=recovery-codes] li").textContent();
      deputy.at("factor-kept").click();
      assertThat(deputy.at("factor-state")).hasText("on");

      deputy.at("sign-out").click();
      signIn(deputy, "four stones by the river");
      assertThat(deputy.at("code")).isFocused();
      assertThat(unusable(deputy, axe)).isEmpty();
      deputy.at("code").fill(app.code());
      deputy.at("sign-in-submit").click();
      assertThat(deputy.at("problem")).containsText("used already");
      deputy.at("code").fill(recovery);
      deputy.at("sign-in-submit").click();
      assertThat(deputy.at("signed-in-user")).isVisible();
      deputy.at("signed-in-user").click();
      assertThat(deputy.at("second-factor")).containsText("9 recovery codes");
      assertThat(admin.complaints()).isEmpty();
      assertThat(deputy.complaints()).isEmpty();
    }
  }

  private static void signIn(Desk desk, String password) {
    desk.open("");
    desk.at("username").fill("deputy");
    desk.at("password").fill(password);
    desk.at("sign-in-submit").click();
  }
}
