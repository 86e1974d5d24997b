package org.jieshi.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
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

/**
 * The problem board as a reviewer uses it: what is open stands in its column, ages as the office's days pass, is filtered,
 * leads to its record; the bell rings for what is overdue. On a desk and on a phone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardE2E {

  @TempDir static Path data;

  private static DemoOffice office;

  /** The demo's people and its movable clock, and none of its story. */
  @BeforeAll
  static void anEmptyOffice() {
    office = DemoOffice.open(data, "ground");
  }

  @AfterAll
  static void end() {
    office.close();
  }

  @Test
  @Order(1)
  void whatIsOpenAgesOnTheBoardAndRingsTheBell() {
    List<String> complaints = new ArrayList<>();
    try (Desk reviewer = office.desk("zh-CN", "reviewer")) {
      String letter = send(reviewer, "/api/letters", """
          {"department": "FORESTRY", "subjectKind": "FREE", "subjectId": "林地界线", "question": "请提供林权登记资料"}
          """);
      String task = send(reviewer, "/api/tasks", """
          {"title": "核对岭头片四至", "owner": "surveyor", "dueOn": "2011-03-11"}
          """);

      reviewer.open("#/coordination/board");
      assertThat(reviewer.css("[data-stage=WAITING] [data-key=" + letter + "][data-age=FRESH]")).containsText("请提供林权登记资料");
      assertThat(reviewer.css("[data-stage=FOLLOW_UP] [data-key=" + task + "]")).not().hasClass(Pattern.compile("is-overdue"));

      reviewer.open("#/coordination/board");
      send(reviewer, "/api/demo/clock", "{\"date\": \"2011-05-09\"}");
      reviewer.page().reload();
      assertThat(reviewer.css("[data-stage=WAITING] [data-key=" + letter + "][data-age=OLD].is-overdue")).containsText("逾期");
      assertThat(reviewer.at("board-total")).containsText("共 2 项，逾期 2 项");
      reviewer.picture("board");

      reviewer.at("board-kind").selectOption("TASK");
      assertThat(reviewer.page().getByTestId("board-card")).hasCount(1);
      assertThat(reviewer.at("board-card")).containsText("核对岭头片四至");
      reviewer.at("board-kind").selectOption("");
      reviewer.at("board-q").fill("林权");
      reviewer.at("board-q").press("Enter");
      assertThat(reviewer.page().getByTestId("board-card")).hasCount(1);
      assertThat(reviewer.at("board-card")).containsText("请提供林权登记资料"); // the task's card has gone

      reviewer.at("board-card").click();
      assertThat(reviewer.at("letters-record")).containsText("请提供林权登记资料");
      reviewer.act("letters-remind", Map.of("note", "电话催办"));
      assertThat(reviewer.css("[data-test=timeline] [data-action=REMINDED]").last()).isVisible();
      reviewer.picture("letter");

      assertThat(reviewer.css("[data-test=bell].is-overdue")).isVisible();
      reviewer.at("bell").click();
      assertThat(reviewer.css("[data-test=reminders] [data-level=OVERDUE]")).containsText("联2011-0001");
      reviewer.act("acknowledge", Map.of("note", "已联系"));
      assertThat(reviewer.at("reminders")).containsText("已有人处理");
      reviewer.picture("my-work");

      reviewer.page().setViewportSize(390, 844);
      reviewer.open("#/coordination/board");
      assertThat(reviewer.css("[data-key=" + letter + "]")).isVisible();
      assertThat((Integer) reviewer.page().evaluate("document.documentElement.scrollWidth")).as("fits a phone").isLessThanOrEqualTo(390);
      reviewer.picture("board-phone");
      complaints.addAll(reviewer.complaints());
    }
    try (Desk approver = office.desk("en-GB", "approver")) {
      approver.open("#/coordination/mine");
      assertThat(approver.css("[data-test=reminders] [data-level=APPROVER]")).containsText("is still not done");
      complaints.addAll(approver.complaints());
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  @Order(2)
  void aVillageOpensItsPageOnAPhoneAndOfficersTheirDesks() {
    List<String> complaints = new ArrayList<>();
    String url;
    String code;
    try (Desk mediator = office.desk("zh-CN", "mediator")) {
      SurveyedFarm.bring(mediator, office.address(), "15-parcels-2012-last.zip", "parcels");
      SurveyedFarm.bring(mediator, office.address(), "40-claims-villages.zip", "claims");
      mediator.open("#/coordination/village");
      mediator.act("village-give", Map.of("label", "村主任", "days", "30", "claimant", claimant(mediator)));
      url = mediator.at("village-url").innerText();
      code = mediator.at("village-code").innerText();
      mediator.picture("village-desk");
      for (String section : List.of("meetings", "complaints", "patrols", "findings", "tasks", "settings", "performance")) {
        mediator.open("#/coordination/" + section);
        assertThat(mediator.page().locator("main h1")).isVisible();
        mediator.picture("coordination-" + section);
      }
      complaints.addAll(mediator.complaints());
    }
    try (Desk village = office.desk("zh-CN")) {
      village.page().setViewportSize(390, 844);
      village.open(url.substring(url.indexOf('#')));
      village.at("village-code-field").fill("0000-0000");
      village.at("village-open").click();
      assertThat(village.css("[data-test=problem][data-code=FORBIDDEN]")).isVisible();
      village.at("village-code-field").fill(code);
      village.at("village-open").click();
      assertThat(village.css("[data-test=own-conflicts] [data-test=sheet]")).isVisible();
      assertThat((Integer) village.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
      village.picture("village-phone");
      Download sheet = village.page().waitForDownload(() -> village.at("sheet").click());
      assertThat(sheet.failure()).isNull();
      village.act("state-conflict", Map.of("kind", "OBJECTION", "body", "我村自1962年耕种。", "person", "韦某", "contact", "电话"));
      assertThat(village.at("own-statements")).containsText("我村自1962年耕种。");
      complaints.addAll(village.complaints().stream().filter(text -> !text.contains("status of 403")).toList());
    }
    try (Desk surveyor = office.desk("en-GB", "surveyor")) {
      surveyor.page().setViewportSize(390, 844);
      surveyor.open("#/coordination/findings?new=none");
      surveyor.css(".outline-map .leaflet-container").click();
      assertThat(surveyor.at("finding-form")).containsText("1 points");
      surveyor.at("field-occupier").fill("Wei");
      surveyor.picture("finding-phone");
      surveyor.at("finding-save").click();
      assertThat(surveyor.at("findings-record")).containsText("Wei");
      assertThat((Integer) surveyor.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
      complaints.addAll(surveyor.complaints());
    }
    assertThat(complaints).isEmpty();
  }

  private static String claimant(Desk desk) {
    return (String) desk.page().evaluate("""
        async () => {
          const conflict = (await (await fetch('/api/conflicts')).json()).items.find(each => each.right.kind === 'CLAIM');
          return (await (await fetch('/api/claims/' + conflict.right.code)).json()).claimant;
        }""");
  }

  /** By HTTP, with the rights of the person; the id of what was made, empty where nothing has one. */
  private static String send(Desk desk, String path, String body) {
    APIResponse answer = desk.page().request().post(office.address() + path, RequestOptions.create()
        .setHeader("Content-Type", "application/json").setHeader("Authorization", "Basic "
            + Base64.getEncoder().encodeToString("reviewer:huashan-reviewer".getBytes(StandardCharsets.UTF_8))).setData(body));
    assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
    return answer.text().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }
}
