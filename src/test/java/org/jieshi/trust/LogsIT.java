package org.jieshi.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.util.List;
import org.jieshi.registration.Office;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** People's names, numbers and telephones stay in the register: no log repeats them, whatever goes wrong. */
@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
@ExtendWith(OutputCaptureExtension.class)
class LogsIT {

  private static final List<String> PERSONAL = List.of("韦大宝", "450721198001011234", "13877712345", "天黑路滑九月里");

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired JdbcClient jdbc;

  @Test
  void noLogRepeatsWhatIsPersonal(TestDatabase database, CapturedOutput output) throws Exception {
    office.open();
    String notice = jdbc.sql("select id from notice where application_id = :id").param("id", office.noticedByNow())
        .query(String.class).single();
    String objection = """
        {"person": "韦大宝", "contact": "13877712345 身份证450721198001011234", "ground": "该地为韦大宝所有"}""";
    String person = """
        {"username": "wei.t", "displayName": "韦大宝", "role": "MANAGER", "password": "天黑路滑九月里 long"}""";

    assertThat(objected(notice, objection)).isEqualTo(201);
    assertThat(objected(notice, objection.replace("ground", "grund"))).isEqualTo(422);
    assertThat(objected(notice, objection.substring(0, 60))).isEqualTo(400);
    assertThat(added(person)).isEqualTo(201);
    assertThat(added(person)).isEqualTo(409);
    assertThat(http.perform(post("/api/users").with(httpBasic("韦大宝", "天黑路滑九月里"))).andReturn().getResponse().getStatus())
        .isEqualTo(401);
    for (String table : List.of("objection", "user_account")) { // refused by the database, which would quote the row
      jdbc.sql("alter table " + table + " add constraint never check (false) not valid").update();
    }
    assertThat(objected(notice, objection)).isEqualTo(500);
    assertThat(added(person.replace("wei.t", "wei.two"))).isEqualTo(500);

    assertThat(output.getAll()).as("the failures are there").contains("violates check constraint \"never\"");
    String server = Files.readString(database.outside().resolve("../../postgres.log").normalize());
    assertThat(server).contains("violates check constraint \"never\"");
    for (String each : PERSONAL) {
      assertThat(output.getAll().contains(each)).as("%s in the program's log", each).isFalse();
      assertThat(server.contains(each)).as("%s in PostgreSQL's log", each).isFalse();
    }
  }

  @Test
  void signInsAndRefusalsAreThereByTheNamesOfAccountsNeverByWhatWasTyped(CapturedOutput output) throws Exception {
    office.open();
    signIn("天黑路滑九月里", "韦大宝");
    signIn(Office.MANAGER, "天黑路滑九月里");
    signIn(Office.MANAGER, Office.PASSWORD);
    http.perform(get("/api/users").with(user(Office.MANAGER))).andExpect(status().isForbidden());

    assertThat(output.getAll()).contains("A sign-in from 127.0.0.1 is refused: no such user",
        "A sign-in from 127.0.0.1 is refused: wrong password of manager.t",
        "manager.t signed in from 127.0.0.1 by password", "Refused to manager.t: GET /api/users (FORBIDDEN)")
        .doesNotContain("天黑路滑九月里", "韦大宝", Office.PASSWORD);
  }

  private void signIn(String username, String password) throws Exception {
    http.perform(post("/api/session").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password)));
  }

  private int objected(String notice, String body) throws Exception {
    return http.perform(post("/api/notices/" + notice + "/objections").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content(body)).andReturn().getResponse().getStatus();
  }

  private int added(String body) throws Exception {
    return http.perform(post("/api/users").with(csrf()).with(user(Office.ADMINISTRATOR).roles("ADMINISTRATOR"))
        .contentType(MediaType.APPLICATION_JSON).content(body)).andReturn().getResponse().getStatus();
  }
}
