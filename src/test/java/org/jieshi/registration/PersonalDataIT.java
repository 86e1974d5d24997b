package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jieshi.registration.Office.ADMINISTRATOR;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.MANAGER;
import static org.jieshi.registration.Office.MEDIATOR;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.List;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.Investigations;
import org.jieshi.registration.notice.NewObjection;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.ProblemException;
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
import org.springframework.test.web.servlet.ResultActions;

/** Identity numbers and contacts: masked, and whole for who needs them and says why. */
@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class PersonalDataIT {

  private static final String NUMBER = "45072119700101123X";
  private static final String ANOTHER = "45072119700101999X";
  private static final String PHONE = "13877712345";

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired Users users;
  @Autowired Notices notices;
  @Autowired ObjectionDesk objections;
  @Autowired Investigations investigations;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void atWork() {
    clock.set(TestClock.START);
    office.open();
  }

  @Test
  void aNumberIsGivenWholeForAReasonThatGoesIntoTheAuditRecord() throws Exception {
    String id = formOf(person("韦某", NUMBER), person("黄某", ANOTHER));
    for (String username : List.of(SURVEYOR, REVIEWER, APPROVER)) {
      http.perform(get("/api/applications/" + id + "/investigation").with(user(username))).andExpect(status().isOk())
          .andExpect(jsonPath("$.form.holders[1].identityNumber").value("450**************X"));
      ask(username, "HOLDER_IDENTITY", id, 1, "核对身份证原件").andExpect(status().isOk())
          .andExpect(jsonPath("$.value").value(ANOTHER));
      assertThat(jdbc.sql("""
          select detail from audit_entry where action = 'PERSONAL_DATA_SHOWN' and actor = :actor and subject_id = :id
          """).param("actor", username).param("id", id).query(String.class).list())
          .containsExactly("{\"person\":\"黄某\",\"reason\":\"核对身份证原件\",\"what\":\"HOLDER_IDENTITY\"}");
    }
    for (String username : List.of(MEDIATOR, MANAGER, ADMINISTRATOR)) {
      ask(username, "HOLDER_IDENTITY", id, 1, "核对身份证原件").andExpect(status().isForbidden());
    }
    ask(SURVEYOR, "HOLDER_IDENTITY", id, 1, "   ").andExpect(status().is(422));
    ask(SURVEYOR, "HOLDER_IDENTITY", id, 2, "核对身份证原件").andExpect(status().isNotFound());
    ask(SURVEYOR, "HOLDER_IDENTITY", "A2012-9999", 0, "核对身份证原件").andExpect(status().isNotFound());
    assertThat(shown(id)).isEqualTo(3);
  }

  @Test
  void anObjectorsTelephoneIsForWhoAnswers() throws Exception {
    String id = office.noticed(office.parcel());
    String objection = objections.lodge(notices.latest(id).orElseThrow().id(),
        new NewObjection("黄某", PHONE, "该地为我村所有", null)).objection().id();
    http.perform(get("/api/objections?size=200").with(user(MEDIATOR)))
        .andExpect(jsonPath("$.items[?(@.id == '" + objection + "')].contact").value("138******45"));
    ask(MEDIATOR, "OBJECTOR_CONTACT", objection, 0, "约谈异议人").andExpect(jsonPath("$.value").value(PHONE));
    for (String username : List.of(SURVEYOR, MANAGER, ADMINISTRATOR)) {
      ask(username, "OBJECTOR_CONTACT", objection, 0, "约谈异议人").andExpect(status().isForbidden());
    }
    assertThat(shown(objection)).isOne();
  }

  @Test
  void whoWorksInAnotherDistrictIsToldNothing() throws Exception {
    String id = formOf(person("韦某", NUMBER));
    String here = limited(Role.SURVEYOR, "450721");
    String elsewhere = limited(Role.SURVEYOR, "450999");
    ask(elsewhere, "HOLDER_IDENTITY", id, 0, "核对身份证原件").andExpect(status().isNotFound());
    assertThat(shown(id)).isZero();
    ask(here, "HOLDER_IDENTITY", id, 0, "核对身份证原件").andExpect(status().isOk());
    String objection = objections.lodge(notices.latest(office.noticed(office.parcel())).orElseThrow().id(),
        new NewObjection("黄某", PHONE, "该地为我村所有", null)).objection().id();
    ask(limited(Role.REVIEWER, "450721"), "OBJECTOR_CONTACT", objection, 0, "约谈异议人").andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("OTHER_DISTRICT"));
    assertThat(shown(objection)).isZero();
  }

  /** The form is sent back as it was shown. */
  @Test
  void aMaskedNumberThatComesBackIsTheOneOnRecord() {
    String id = formOf(person("韦某", NUMBER), person("黄某", ANOTHER));
    fill(id, person("黄某", "450**************X"), person("韦某", "450**************X"));
    assertThat(numbers(id)).containsExactly(ANOTHER, NUMBER);
    fill(id, person("韦某", "450**************X"));
    assertThat(numbers(id)).containsExactly(NUMBER);
    fill(id, person("韦大某", "450**************X"));
    assertThat(numbers(id)).containsExactly(NUMBER);
    ProblemException refused = catchThrowableOfType(ProblemException.class,
        () -> fill(id, person("韦某", "451**************X")));
    assertThat(refused.problem().detail().en()).isEqualTo("韦某: give the whole identity number.");
    assertThat(numbers(id)).containsExactly(NUMBER);
  }

  private List<String> numbers(String id) {
    return investigations.inForce(id).orElseThrow().form().allHolders().stream().map(Holder::identityNumber).toList();
  }

  private String formOf(Holder... holders) {
    String id = office.apply(office.parcel());
    office.take(SURVEYOR, id, new Command.RecordSurvey(BoundaryBasis.APPROVAL, "灵政批〔1998〕" + id + "号", clock.today(),
        List.of(), null, null));
    fill(id, holders);
    return id;
  }

  private void fill(String id, Holder... holders) {
    office.take(SURVEYOR, id, new Command.FillForm(new InvestigationForm(Arrays.asList(holders), null, null, null, null,
        null, null, null, null, null, null, null, null, null, null, null, null), null));
  }

  private static Holder person(String name, String number) {
    return new Holder(name, Holder.Type.PERSON, number, null, null, null, null, null);
  }

  private String limited(Role role, String district) {
    return users.add("u" + System.nanoTime(), role.title().zh(), role, district, "long enough").username();
  }

  private long shown(String id) {
    return jdbc.sql("select count(*) from audit_entry where action = 'PERSONAL_DATA_SHOWN' and subject_id = :id")
        .param("id", id).query(Long.class).single();
  }

  private ResultActions ask(String username, String kind, String id, int place, String reason) throws Exception {
    return http.perform(post("/api/personal-data").with(user(username)).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content("""
            {"kind": "%s", "id": "%s", "place": %d, "reason": "%s"}""".formatted(kind, id, place, reason)));
  }
}
