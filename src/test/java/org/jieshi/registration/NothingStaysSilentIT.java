package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.coordination.Department;
import org.jieshi.coordination.LetterDecision;
import org.jieshi.coordination.LetterReply;
import org.jieshi.coordination.LetterSubject;
import org.jieshi.coordination.LiaisonLetter;
import org.jieshi.coordination.LiaisonLetters;
import org.jieshi.coordination.NewLetter;
import org.jieshi.coordination.due.Reminders;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.disputes.DisputedLand;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Nothing overdue stays silent: every kind of open work is walked from its day to the manager's desk. */
@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class NothingStaysSilentIT {

  private static final LocalDate BEGIN = LocalDate.of(2013, 4, 1);

  @Autowired Office office;
  @Autowired DisputedLand land;
  @Autowired LiaisonLetters letters;
  @Autowired Reminders reminders;
  @Autowired Users users;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc http;

  @BeforeEach
  void anOffice() {
    clock.set(BEGIN);
    office.open();
  }

  @Test
  void everyKindThatIsOverdueReachesItsOwnerThenTheApproverThenTheManager() throws Exception {
    LiaisonLetter letter = everythingOpen();

    clock.set(LocalDate.of(2013, 12, 2));
    assertThat(reminders.search().raised()).isPositive();

    for (WorkKind kind : WorkKind.values()) {
      assertThat(levels(kind)).as("%s", kind).contains("OVERDUE", "APPROVER", "MANAGER");
      assertThat(to("APPROVER", kind)).as("%s", kind).containsOnly("APPROVER");
      assertThat(to("MANAGER", kind)).as("%s", kind).containsOnly("MANAGER");
    }
    assertThat(jdbc.sql("select username from reminder where subject_id = :id and level = 'OVERDUE'")
        .param("id", letter.id()).query(String.class).list()).containsExactly(Office.REVIEWER);
    assertThat(reminders.search()).as("searching again raises nothing twice")
        .satisfies(again -> assertThat(again.raised() + again.closed()).isZero());
    assertThat(letters.get(letter.id())).satisfies(waiting -> {
      assertThat(waiting.reminders()).as("the department was reminded by the program").isEqualTo(1);
      assertThat(waiting.escalated()).as("and the letter went both steps up").isEqualTo(2);
    });

    office.as(Office.REVIEWER, () -> letters.reply(letter.id(), letters.get(letter.id()).revision(),
        new LetterReply(LetterDecision.AGREED, "同意", "陈局长", null, null, null)));
    assertThat(reminders.search().closed()).as("an answer ends them").isEqualTo(3);
    assertThat(jdbc.sql("select count(*) from reminder where subject_id = :id and closed_on is null")
        .param("id", letter.id()).query(Integer.class).single()).isZero();
  }

  @Test
  void aDeadlineThatComesNearIsToldToItsOwnerOnly() {
    LiaisonLetter letter = office.as(Office.MEDIATOR, () -> letters.send(new NewLetter(Department.WATER, null,
        LetterSubject.FREE, "水库用地", null, "请提供水库管理线", 10, null)));

    clock.set(letter.dueOn().minusDays(1));
    reminders.search();

    assertThat(jdbc.sql("select level || ' ' || username from reminder where subject_id = :id")
        .param("id", letter.id()).query(String.class).list()).containsExactly("SOON " + Office.MEDIATOR);
  }

  @Test
  void whoHasLeftIsReplacedByTheirRole() {
    users.add("gone.t", "离职", Role.REVIEWER, null, Office.PASSWORD);
    LiaisonLetter letter = office.as("gone.t", () -> letters.send(new NewLetter(Department.WATER, null,
        LetterSubject.FREE, "水库用地", null, "请提供水库管理线", 5, null)));
    users.setEnabled("gone.t", false);

    clock.set(letter.dueOn().plusDays(1));
    reminders.search();

    assertThat(jdbc.sql("select level || ' ' || role from reminder where subject_id = :id")
        .param("id", letter.id()).query(String.class).list()).containsExactly("OVERDUE REVIEWER");
  }

  @Test
  void withoutACalendarAReminderComesEarlyRatherThanNever() {
    LiaisonLetter letter = office.as(Office.REVIEWER, () -> letters.send(new NewLetter(Department.WATER, null,
        LetterSubject.FREE, "远期", null, "请答复", null, LocalDate.of(2018, 3, 1))));

    clock.set(LocalDate.of(2018, 3, 6));
    reminders.search();

    assertThat(jdbc.sql("select level from reminder where subject_id = :id order by id").param("id", letter.id())
        .query(String.class).list()).contains("OVERDUE", "APPROVER");
  }

  @Test
  void thePersonSeesThemInTheBellAndTakesThemOver() throws Exception {
    LiaisonLetter letter = office.as(Office.MEDIATOR, () -> letters.send(new NewLetter(Department.TOWN, "三隆镇政府",
        LetterSubject.FREE, "道路", null, "请核实", 5, null)));
    clock.set(letter.dueOn().plusDays(1));
    reminders.search();

    String mine = http.perform(get("/api/reminders").with(httpBasic(Office.MEDIATOR, Office.PASSWORD)))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    List<Integer> ids = JsonPath.read(mine, "$.items[?(@.subjectId == '" + letter.id() + "')].id");
    assertThat(ids).hasSize(1);
    http.perform(post("/api/reminders/seen").with(httpBasic(Office.MEDIATOR, Office.PASSWORD))
        .contentType(MediaType.APPLICATION_JSON).content("{\"ids\": " + ids + "}")).andExpect(status().isNoContent());
    http.perform(post("/api/reminders/" + ids.get(0) + "/acknowledge")
            .with(httpBasic(Office.MEDIATOR, Office.PASSWORD)).contentType(MediaType.APPLICATION_JSON)
            .content("{\"note\": \"已电话联系\"}"))
        .andExpect(jsonPath("$.acknowledged").value(true)).andExpect(jsonPath("$.seen").value(true));
    http.perform(post("/api/reminders/" + ids.get(0) + "/acknowledge")
        .with(httpBasic(Office.SURVEYOR, Office.PASSWORD))).andExpect(status().isNotFound());
    http.perform(get("/api/work/mine").with(httpBasic(Office.MEDIATOR, Office.PASSWORD)))
        .andExpect(jsonPath("$[?(@.id == '" + letter.id() + "')].stage").value("WAITING"));
    http.perform(get("/api/reminders/count")).andExpect(status().isUnauthorized());
  }

  /** One open thing of every kind; the walk takes the kinds from the enum, so that none is forgotten. */
  private LiaisonLetter everythingOpen() throws Exception {
    http.perform(as(Office.APPROVER, "/api/escalation-paths", """
        {"department": "FORESTRY", "validFrom": "2013-04-01", "steps": [
          {"name": "覃某", "position": "林政股股长", "afterDays": 3},
          {"name": "黄某", "position": "副局长", "phone": "0777-1234567", "afterDays": 8}]}
        """)).andExpect(status().isCreated());
    LiaisonLetter letter = office.as(Office.REVIEWER, () -> letters.send(new NewLetter(Department.FORESTRY, null,
        LetterSubject.FREE, "林地界线", null, "请提供林权登记资料", 10, null)));
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("450721009009GN00901", plot.at("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"));
    land.claim("C-SILENT", "平山村委", "HISTORICAL_USE", null,
        plot.at("POLYGON ((150 0, 300 0, 300 200, 150 200, 150 0))"));
    http.perform(as(Office.REVIEWER, "/api/disputes",
        "{\"conflicts\": [" + land.onlyConflict("450721009009GN00901").id() + "]}")).andExpect(status().isCreated());
    office.apply(office.parcel());
    String noticed = office.noticed(office.parcel());
    String notice = jdbc.sql("select id from notice where application_id = :id").param("id", noticed)
        .query(String.class).single();
    http.perform(post("/api/notices/" + notice + "/objections").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("""
            {"person": "韦某", "contact": "三隆镇", "ground": "该地为我村所有"}
            """)).andExpect(status().isCreated());
    http.perform(as(Office.REVIEWER, "/api/tasks", """
        {"title": "核对四至", "owner": "surveyor.t", "dueOn": "2013-04-20"}
        """)).andExpect(status().isCreated());
    http.perform(as(Office.REVIEWER, "/api/meetings", """
        {"title": "协调会", "room": "三楼会议室", "startsAt": "2013-04-08T01:00:00Z", "endsAt": "2013-04-08T03:00:00Z",
         "chair": "approver.t", "people": ["reviewer.t"]}
        """)).andExpect(status().isCreated());
    http.perform(as(Office.REVIEWER, "/api/complaints", """
        {"complainant": "韦某", "contact": "三隆镇", "respondent": "测量队", "body": "指界未通知我村"}
        """)).andExpect(status().isCreated());
    http.perform(as(Office.SURVEYOR, "/api/patrols", """
        {"title": "四月巡查", "parcels": ["450721009009GN00901"], "fromOn": "2013-04-02", "toOn": "2013-04-12",
         "people": ["surveyor.t"]}
        """)).andExpect(status().isCreated());
    http.perform(as(Office.SURVEYOR, "/api/findings", """
        {"foundOn": "2013-04-01", "lon": 109.29, "lat": 22.42, "occupier": "平山村 陆某", "way": "PLANTING"}
        """)).andExpect(status().isCreated());
    String given = http.perform(as(Office.REVIEWER, "/api/village-links", """
        {"claimant": "平山村委", "label": "村主任", "days": 30}
        """)).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
    String url = JsonPath.read(given, "$.url");
    http.perform(post("/api/village/statements").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .header("X-Village-Link", url.substring(url.lastIndexOf('/') + 1))
        .header("X-Village-Code", JsonPath.<String>read(given, "$.code")).content("""
            {"kind": "STATEMENT", "claim": "C-SILENT", "person": "韦某", "contact": "平山村", "body": "我村自1962年耕种。"}
            """)).andExpect(status().isCreated());
    return letter;
  }

  private static MockHttpServletRequestBuilder as(String person,
      String path, String body) {
    return post(path).with(httpBasic(person, Office.PASSWORD)).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private List<String> levels(WorkKind kind) {
    return jdbc.sql("select distinct level from reminder where kind = :kind and closed_on is null")
        .param("kind", kind.name()).query(String.class).list();
  }

  private List<String> to(String level, WorkKind kind) {
    return jdbc.sql("""
        select distinct coalesce(username, role) from reminder where kind = :kind and level = :level and closed_on is null
        """).param("kind", kind.name()).param("level", level).query(String.class).list();
  }
}
