package org.jieshi.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@EachDatabase
@AutoConfigureMockMvc
class LettersIT {

  @Autowired LiaisonLetters letters;
  @Autowired CurrentUser current;
  @Autowired Users users;
  @Autowired TestClock clock;
  @Autowired MockMvc http;

  @BeforeEach
  void anOffice() {
    clock.set(LocalDate.of(2013, 4, 26));
    for (Role role : new Role[] {Role.REVIEWER, Role.MANAGER}) {
      if (users.find(role.name().toLowerCase()).isEmpty()) {
        users.add(role.name().toLowerCase(), role.title().zh(), role, null, "long enough");
      }
    }
  }

  @Test
  void aLetterIsDueAfterWorkingDaysOverTheHolidays() {
    LiaisonLetter letter = send("P-due", 5);

    assertThat(letter.number()).isEqualTo("联" + letter.id().substring(1));
    assertThat(letter.addressee()).isEqualTo("林业局");
    assertThat(letter.dueOn()).as("27 and 28 April are worked, 29 April to 1 May are off").isEqualTo("2013-05-06");
  }

  @Test
  void aLetterIsOverdueTheDayAfterItsDay() {
    LiaisonLetter letter = send("P-overdue", 5);

    clock.set(letter.dueOn());
    assertThat(letters.get(letter.id()).overdue()).isFalse();
    clock.set(letter.dueOn().plusDays(1));
    assertThat(letters.get(letter.id()).overdue()).isTrue();
    assertThat(overdue("P-overdue")).isEqualTo(1);
    as(() -> letters.remind(letter.id(), 1, "电话催办"));
    assertThat(letters.get(letter.id()).reminders()).isEqualTo(1);
    as(() -> letters.reply(letter.id(), 2, reply(LetterDecision.AGREED)));
    assertThat(letters.get(letter.id()).answeredLate()).isTrue();
    assertThat(overdue("P-overdue")).isZero();
  }

  @Test
  void anAnswerIsFoundByTheParcel() {
    LiaisonLetter letter = send("P-found", 5);
    as(() -> letters.send(new NewLetter(Department.TOWN, "平山镇人民政府", LetterSubject.APPLICATION, "A-1", "P-found",
        "请核实四至", null, LocalDate.of(2013, 5, 20))));

    as(() -> letters.reply(letter.id(), 1, new LetterReply(LetterDecision.AGREED, "同意按现状地类登记", "陈局长", null,
        "GB/T 21010-2007", "021")));

    assertThat(letters.forParcel("P-found")).extracting(LiaisonLetter::department)
        .containsExactlyInAnyOrder(Department.FORESTRY, Department.TOWN);
    assertThat(letters.forSubject(LetterSubject.APPLICATION, "A-1")).hasSize(1);
    assertThat(letters.get(letter.id())).satisfies(answered -> {
      assertThat(answered.decision()).isEqualTo(LetterDecision.AGREED);
      assertThat(answered.landUseCode()).isEqualTo("021");
      assertThat(answered.overdue()).isFalse();
    });
  }

  @Test
  void anAnswerIsNotGivenTwice() {
    LiaisonLetter letter = send("P-twice", 5);
    as(() -> letters.reply(letter.id(), 1, reply(LetterDecision.OBJECTED)));

    assertThatThrownBy(() -> as(() -> letters.reply(letter.id(), 2, reply(LetterDecision.AGREED))))
        .hasMessageContaining("is already answered and cannot be answered; ask again with a new letter");
    assertThatThrownBy(() -> as(() -> letters.withdraw(letter.id(), 1, "…"))).hasMessageContaining("VERSION_STALE");
    assertThat(letters.get(letter.id()).decision()).isEqualTo(LetterDecision.OBJECTED);
  }

  @Test
  void anAnswerCannotBeOlderThanItsQuestion() {
    LiaisonLetter letter = send("P-older", 5);

    assertThatThrownBy(() -> as(() -> letters.reply(letter.id(), 1, new LetterReply(LetterDecision.AGREED, "同意",
        "陈局长", LocalDate.of(2013, 4, 25), null, null)))).hasMessageContaining("it must lie between 2013-04-26");
  }

  @Test
  void aDueDayBeyondTheKnownCalendarsIsNotGuessed() {
    assertThatThrownBy(() -> {
      clock.set(LocalDate.of(2019, 12, 30));
      send("P-unknown", 5);
    }).hasMessageContaining("The working-day calendar of 20");
  }

  @Test
  void lettersOverHttp() throws Exception {
    String location = http.perform(post("/api/letters").with(httpBasic("reviewer", "long enough"))
            .contentType(MediaType.APPLICATION_JSON).content("""
                {"department": "FORESTRY", "subjectKind": "PARCEL", "subjectId": "P-http", "question": "是否同意?"}
                """))
        .andExpect(status().isCreated()).andExpect(header().string("ETag", "\"1\""))
        .andExpect(jsonPath("$.dueOn").value("2013-05-13")).andExpect(jsonPath("$.timeline[0].action").value("SENT"))
        .andReturn().getResponse().getHeader("Location");
    http.perform(post(location + "/actions/withdraw").with(httpBasic("reviewer", "long enough"))
        .contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \"误发\"}"))
        .andExpect(status().isPreconditionRequired());
    http.perform(post(location + "/actions/remind").with(httpBasic("manager", "long enough"))
        .header("If-Match", "\"1\"")).andExpect(status().isForbidden());
    http.perform(post(location + "/actions/remind").with(httpBasic("reviewer", "long enough"))
        .header("If-Match", "\"1\"")).andExpect(status().isOk()).andExpect(header().string("ETag", "\"2\""));
    http.perform(post(location + "/actions/withdraw").with(httpBasic("reviewer", "long enough"))
            .header("If-Match", "\"2\"").contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \"误发\"}"))
        .andExpect(jsonPath("$.status").value("WITHDRAWN")).andExpect(jsonPath("$.timeline.length()").value(3));
    http.perform(get("/api/letters?parcel=P-http&status=WITHDRAWN").with(httpBasic("manager", "long enough")))
        .andExpect(jsonPath("$.total").value(1));
    http.perform(get("/api/letters")).andExpect(status().isUnauthorized());
  }

  private long overdue(String parcel) {
    return letters.page(new LetterFilter(Department.FORESTRY, null, null, parcel, null, true), 0, 10).total();
  }

  private LiaisonLetter send(String parcel, int days) {
    return as(() -> letters.send(NewLetter.aboutParcel(Department.FORESTRY, parcel, "是否同意按园地登记？", days)));
  }

  private static LetterReply reply(LetterDecision decision) {
    return new LetterReply(decision, "复函", "陈局长", null, null, null);
  }

  private <T> T as(Supplier<T> work) {
    return current.actingAs("reviewer", work);
  }
}
