package org.jieshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.jieshi.audit.AuditLog;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Signing in as people do, and as those try who should not. */
@EachDatabase
@AutoConfigureMockMvc
class SignInIT {

  private static final String COOKIE = "JSESSIONID";
  private static final String PASSWORD = "four stones by the river";

  @Autowired MockMvc http;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired AuditLog audit;
  @Autowired TransactionTemplate transactions;

  private String name;

  @BeforeEach
  void somebody() {
    jdbc.sql("delete from sign_in_try").update();
    name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, PASSWORD);
  }

  @Test
  void afterFiveWrongPasswordsNotEvenTheRightOneIsLookedAtUntilTheAdministratorUnlocks() throws Exception {
    for (int i = 0; i < 5; i++) {
      signIn(name, "wrong " + i).andExpect(status().isUnauthorized());
    }
    signIn(name, PASSWORD).andExpect(status().is(429)).andExpect(header().exists("Retry-After"))
        .andExpect(jsonPath("$.code").value("TOO_MANY_TRIES"));
    http.perform(get("/api/me").with(httpBasic(name, PASSWORD))).andExpect(status().is(429))
        .andExpect(header().exists("Retry-After"));
    http.perform(get("/api/users").with(admin())).andExpect(status().isOk())
        .andExpect(jsonPath("$[?(@.username == '" + name + "')].lockedUntil").isNotEmpty());
    assertThat(audited("SIGN_IN_LOCKED")).isOne();

    http.perform(delete("/api/users/" + name + "/lock").with(admin())).andExpect(status().isNoContent());
    signIn(name, PASSWORD).andExpect(status().isOk());
    assertThat(audited("SIGN_IN_UNLOCKED")).isOne();
  }

  @Test
  void theFifthTryLocksOnlyIfItIsWrongWhereverItIsMade() throws Exception {
    Cookie here = session();
    for (int i = 0; i < 4; i++) {
      http.perform(change(here, "wrong " + i, "another four stones")).andExpect(status().is(422));
    }
    here = http.perform(change(here, PASSWORD, "another four stones")).andExpect(status().isNoContent()).andReturn()
        .getResponse().getCookie(COOKIE);
    assertThat(audited("SIGN_IN_LOCKED")).as("the fifth was right").isZero();

    for (int i = 0; i < 5; i++) {
      http.perform(change(here, "wrong " + i, "yet another four stones")).andExpect(status().is(422));
    }
    http.perform(change(here, "another four stones", "yet another four stones")).andExpect(status().is(429));
    assertThat(audited("SIGN_IN_LOCKED")).isOne();
  }

  @Test
  void basicSignInsAreBrakedTheSame() throws Exception {
    for (int i = 0; i < 5; i++) {
      http.perform(get("/api/me").with(httpBasic(name, "wrong " + i))).andExpect(status().isUnauthorized());
    }
    signIn(name, PASSWORD).andExpect(status().is(429));
  }

  @Test
  void oneAddressThatGuessesManyNamesIsStopped() throws Exception {
    for (int i = 0; i < 50; i++) {
      signIn("nobody" + i, "wrong").andExpect(status().isUnauthorized());
    }
    signIn(name, PASSWORD).andExpect(status().is(429));
    http.perform(post("/api/session").with(csrf()).with(request -> {
      request.setRemoteAddr("10.9.9.9");
      return request;
    }).contentType(MediaType.APPLICATION_JSON).content(body(name, PASSWORD))).andExpect(status().isOk());
  }

  @Test
  void nothingTellsWhetherThereIsSuchAUser() throws Exception {
    users.setEnabled(name, false);
    String disabled = signIn(name, PASSWORD).andReturn().getResponse().getContentAsString();
    String wrong = signIn("admin", "wrong").andReturn().getResponse().getContentAsString();
    String unknown = signIn("no-such-user", "wrong").andReturn().getResponse().getContentAsString();
    assertThat(disabled).isEqualTo(wrong).isEqualTo(unknown);
    for (int i = 1; i < 5; i++) {
      signIn("no-such-user", "wrong");
    }
    signIn("no-such-user", "wrong").andExpect(status().is(429));
  }

  @Test
  void theSessionIdChangesAtSignInAndAtAChangeOfPasswordAndOtherSessionsEnd() throws Exception {
    Cookie before = session();
    MvcResult again = http.perform(post("/api/session").cookie(before).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content(body(name, PASSWORD))).andExpect(status().isOk()).andReturn();
    Cookie here = again.getResponse().getCookie(COOKIE);
    assertThat(here.getValue()).isNotEqualTo(before.getValue());
    http.perform(get("/api/me").cookie(before)).andExpect(status().isUnauthorized());
    Cookie elsewhere = session();
    http.perform(get("/api/me").with(httpBasic(name, PASSWORD))).andExpect(status().isOk());

    http.perform(change(here, "wrong", "another four stones")).andExpect(status().is(422))
        .andExpect(jsonPath("$.field").value("current"));
    http.perform(change(here, PASSWORD, "short")).andExpect(status().is(422));
    Cookie renewed = http.perform(change(here, PASSWORD, "another four stones")).andExpect(status().isNoContent()).andReturn()
        .getResponse().getCookie(COOKIE);

    assertThat(renewed.getValue()).isNotEqualTo(here.getValue());
    http.perform(get("/api/me").cookie(renewed)).andExpect(status().isOk());
    http.perform(get("/api/me").cookie(here)).andExpect(status().isUnauthorized());
    http.perform(get("/api/me").cookie(elsewhere)).andExpect(status().isUnauthorized());
    http.perform(get("/api/parcels").cookie(elsewhere)).andExpect(status().isUnauthorized());
    http.perform(get("/api/me").with(httpBasic(name, PASSWORD))).andExpect(status().isUnauthorized());
    http.perform(get("/api/me").with(httpBasic(name, "another four stones"))).andExpect(status().isOk());
  }

  @Test
  void aPersonSeesWhereTheyAreSignedInAndEndsTheOthersWithTheirPassword() throws Exception {
    Cookie elsewhere = session();
    Cookie here = session();
    http.perform(get("/api/me/sessions").cookie(here)).andExpect(status().isOk()).andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[0].here").value(true)).andExpect(jsonPath("$[1].here").value(false))
        .andExpect(jsonPath("$[1].since").isNotEmpty());
    http.perform(post("/api/me/sessions/end-others").cookie(here).with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"password\": \"wrong\"}")).andExpect(status().is(422));
    http.perform(get("/api/me").cookie(elsewhere)).andExpect(status().isOk());
    http.perform(post("/api/me/sessions/end-others").cookie(here).with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"password\": \"" + PASSWORD + "\"}")).andExpect(status().isNoContent());
    http.perform(get("/api/me").cookie(elsewhere)).andExpect(status().isUnauthorized());
    http.perform(get("/api/me/sessions").cookie(here)).andExpect(jsonPath("$.length()").value(1));
  }

  @Test
  void aDisabledAccountsSessionsEnd() throws Exception {
    Cookie here = session();
    http.perform(get("/api/me").with(httpBasic(name, PASSWORD))).andExpect(status().isOk());
    users.setEnabled(name, false);
    http.perform(get("/api/parcels").cookie(here)).andExpect(status().isUnauthorized());
    http.perform(get("/api/me").with(httpBasic(name, PASSWORD))).andExpect(status().isUnauthorized());
    users.setEnabled(name, true);
    http.perform(get("/api/parcels").cookie(here)).andExpect(status().isUnauthorized());
  }

  /** As databases of earlier versions hold it: another cost, and no word of how it was made. */
  @Test
  void aHashOfAnEarlierWayIsMadeAnewAtTheNextSignIn() throws Exception {
    transactions.executeWithoutResult(status -> {
      jdbc.sql("update user_account set password_hash = :hash where username = :name").param("name", name)
          .param("hash", new BCryptPasswordEncoder(5).encode(PASSWORD)).update();
      audit.record("FOR_TEST", "user", name);
    });
    signIn(name, PASSWORD).andExpect(status().isOk());
    assertThat(users.findPasswordHash(name)).hasValueSatisfying(hash -> assertThat(hash).startsWith("{bcrypt}$2a$04$"));
    signIn(name, PASSWORD).andExpect(status().isOk());
  }

  @Test
  void aPasswordThatTheAdministratorChoseOpensNothingButItsChange() throws Exception {
    String made = name + "b";
    http.perform(post("/api/users").with(admin()).contentType(MediaType.APPLICATION_JSON).content("""
        {"username": "%s", "displayName": "经办", "role": "REVIEWER", "password": "told on the phone"}""".formatted(made)))
        .andExpect(status().isCreated());
    RequestPostProcessor told = httpBasic(made, "told on the phone");
    http.perform(get("/api/me").with(told)).andExpect(status().isOk()).andExpect(jsonPath("$.duty").value("NEW_PASSWORD"));
    http.perform(get("/api/parcels").with(told)).andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("PASSWORD_DUE"));
    http.perform(changeOf(made, "told on the phone", "told on the phone").with(told)).andExpect(status().is(422))
        .andExpect(jsonPath("$.field").value("password"));
    http.perform(changeOf(made, "told on the phone", "only I know this").with(told)).andExpect(status().isNoContent());
    http.perform(get("/api/parcels").with(httpBasic(made, "only I know this"))).andExpect(status().isOk());

    http.perform(changeOf(made, "", "told once more").with(admin())).andExpect(status().isNoContent());
    http.perform(get("/api/parcels").with(httpBasic(made, "told once more"))).andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("PASSWORD_DUE"));
  }

  /** A stolen session must not be a place to guess from. */
  @Test
  void thePresentPasswordIsBrakedWhereItIsAskedForAgain() throws Exception {
    Cookie here = session();
    for (int i = 0; i < 5; i++) {
      http.perform(change(here, "wrong " + i, "another four stones")).andExpect(status().is(422));
    }
    http.perform(change(here, PASSWORD, "another four stones")).andExpect(status().is(429));
  }

  private static MockHttpServletRequestBuilder changeOf(String username, String current, String password) {
    return put("/api/users/" + username + "/password").contentType(MediaType.APPLICATION_JSON)
        .content("{\"current\": \"%s\", \"password\": \"%s\"}".formatted(current, password));
  }

  private RequestPostProcessor admin() {
    return httpBasic("admin", "long enough");
  }

  private long audited(String action) {
    return jdbc.sql("select count(*) from audit_entry where action = :action and subject_id = :name")
        .param("action", action).param("name", name).query(Long.class).single();
  }

  private Cookie session() throws Exception {
    return signIn(name, PASSWORD).andExpect(status().isOk()).andReturn().getResponse().getCookie(COOKIE);
  }

  private MockHttpServletRequestBuilder change(Cookie session,
      String current, String password) {
    return put("/api/users/" + name + "/password").cookie(session).with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"current\": \"%s\", \"password\": \"%s\"}".formatted(current, password));
  }

  private ResultActions signIn(String username, String password) throws Exception {
    return http.perform(post("/api/session").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content(body(username, password)));
  }

  private static String body(String username, String password) {
    return "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, password);
  }
}
