package org.jieshi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.binary.Hex;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.factor.AuthenticatorApp;
import org.jieshi.identity.factor.SecondFactors;
import org.jieshi.store.EachDatabase;
import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** A second factor, from its set-up to the day the device is lost. */
@EachDatabase
@AutoConfigureMockMvc
class SecondFactorIT {

  private static final String COOKIE = "JSESSIONID";
  private static final String PASSWORD = "four stones by the river";

  @Autowired MockMvc http;
  @Autowired Users users;
  @Autowired SecondFactors factors;
  @Autowired SignInReset reset;
  @Autowired JdbcClient jdbc;
  @Autowired AuditLog audit;
  @Autowired PasswordEncoder hashes;
  @Autowired TransactionTemplate transactions;

  @TempDir Path folder;

  private String name;

  @BeforeEach
  void somebody() {
    jdbc.sql("delete from sign_in_try").update();
    name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, PASSWORD);
  }

  @AfterEach
  void nobodyNeedsOne() throws Exception {
    require("[]").andExpect(status().isOk());
  }

  @Test
  void fromSetUpOnASignInTakesPasswordAndCodeAndNoCodeTwice() throws Exception {
    Cookie here = session();
    Cookie elsewhere = session();
    http.perform(asked(post("/api/me/second-factor/begin"), here, "{\"password\": \"wrong\"}"))
        .andExpect(status().is(422)).andExpect(jsonPath("$.field").value("password"));
    AuthenticatorApp app = begun(here);
    signIn(PASSWORD, null).andExpect(status().isOk());   // not asked for before it was proved
    http.perform(asked(post("/api/me/second-factor/confirm"), here, "{\"code\": \"12345\"}")).andExpect(status().is(422))
        .andExpect(jsonPath("$.field").value("code"));
    String confirming = app.code();
    var confirmed = http.perform(asked(post("/api/me/second-factor/confirm"), here, code(confirming)))
        .andExpect(status().isOk()).andExpect(jsonPath("$.recoveryCodes", hasSize(10))).andReturn().getResponse();
    List<String> recovery = JsonPath.read(confirmed.getContentAsString(), "$.recoveryCodes");
    assertThat(recovery).allMatch(each -> each.matches("\\d{1,2}-[A-Z2-9]{5}-[A-Z2-9]{5}"));
    Cookie renewed = confirmed.getCookie(COOKIE);
    http.perform(get("/api/me").cookie(renewed)).andExpect(status().isOk())
        .andExpect(jsonPath("$.secondFactor").value(true));
    http.perform(get("/api/me").cookie(elsewhere)).andExpect(status().isUnauthorized());

    signIn(PASSWORD, null).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("CODE_NEEDED"));
    signIn("wrong", null).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("NOT_SIGNED_IN"));
    http.perform(get("/api/me").with(httpBasic(name, PASSWORD))).andExpect(status().isUnauthorized())
        .andExpect(jsonPath("$.code").value("CODE_NEEDED"));
    signIn(PASSWORD, confirming).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("CODE_WRONG"));
    String next = app.next();
    signIn(PASSWORD, next.substring(0, 3) + " " + next.substring(3)).andExpect(status().isOk());
    signIn(PASSWORD, next).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("CODE_WRONG"));

    signIn(PASSWORD, recovery.get(6).toLowerCase(Locale.ROOT)).andExpect(status().isOk());
    signIn(PASSWORD, recovery.get(6)).andExpect(status().isUnauthorized());
    signIn(PASSWORD, "7-AAAAA-AAAAA").andExpect(status().isUnauthorized());
    http.perform(get("/api/me/second-factor").cookie(renewed)).andExpect(status().isOk())
        .andExpect(jsonPath("$.on").value(true)).andExpect(jsonPath("$.recoveryCodesLeft").value(9))
        .andExpect(jsonPath("$.required").value(false));
    assertThat(audited("SECOND_FACTOR_SET", name)).isOne();
    assertThat(audited("RECOVERY_CODE_USED", "anonymousUser")).isOne();
  }

  @Test
  void neitherSecretNorRecoveryCodesAreAnywhereInTheDatabase() throws Exception {
    Cookie here = session();
    AuthenticatorApp app = begun(here);
    List<String> recovery = JsonPath.read(http.perform(asked(post("/api/me/second-factor/confirm"), here, code(app.code())))
        .andReturn().getResponse().getContentAsString(), "$.recoveryCodes");
    String secret = Hex.encodeHexString(new Base32().decode(app.key()));
    assertThat(tablesWith(name)).contains("second_factor", "recovery_code", "audit_entry");
    assertThat(tablesWith(app.key())).isEmpty();
    assertThat(tablesWith(secret)).isEmpty();
    for (String each : recovery) {
      assertThat(tablesWith(each.substring(each.indexOf('-') + 1))).isEmpty();
      assertThat(tablesWith(each.substring(each.indexOf('-') + 1).replace("-", ""))).isEmpty();
    }
  }

  private List<String> tablesWith(String text) {
    return jdbc.sql("select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'")
        .query(String.class).list().stream().filter(table -> jdbc.sql("select exists (select 1 from " + table
            + " t where strpos(t::text, :text) > 0)").param("text", text).query(Boolean.class).single()).toList();
  }

  @Test
  void newRecoveryCodesAndTurningItOffTakeACode() throws Exception {
    Set set = set();
    http.perform(asked(post("/api/me/second-factor/begin"), set.session(), "{\"password\": \"" + PASSWORD + "\"}"))
        .andExpect(status().isConflict());
    http.perform(asked(post("/api/me/second-factor/recovery-codes"), set.session(), code(set.app().code())))
        .andExpect(status().is(422));
    List<String> anew = JsonPath.read(http.perform(asked(post("/api/me/second-factor/recovery-codes"), set.session(),
        code(set.recovery().get(0)))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(),
        "$.recoveryCodes");
    signIn(PASSWORD, set.recovery().get(1)).andExpect(status().isUnauthorized());
    signIn(PASSWORD, anew.get(1)).andExpect(status().isOk());
    http.perform(asked(post("/api/me/second-factor/off"), set.session(), code("000000x"))).andExpect(status().is(422));
    http.perform(asked(post("/api/me/second-factor/off"), set.session(), code(set.app().next())))
        .andExpect(status().isNoContent());
    signIn(PASSWORD, null).andExpect(status().isOk());
    assertThat(audited("SECOND_FACTOR_TAKEN_OFF", name)).isOne();
  }

  @Test
  void fiveWrongCodesAreFreeAndThePasswordGivenAgainDoesNotMakeThemForgotten() throws Exception {
    Set set = set();
    for (int i = 0; i < 5; i++) {
      signIn(PASSWORD, "00000" + i + "x").andExpect(status().isUnauthorized());
      signIn(PASSWORD, null).andExpect(jsonPath("$.code").value("CODE_NEEDED"));
    }
    String code = set.app().next();
    signIn(PASSWORD, code).andExpect(status().is(429)).andExpect(header().exists("Retry-After"));
    assertThat(audited("SIGN_IN_LOCKED", "anonymousUser")).isOne();
    http.perform(get("/api/users").with(admin()))
        .andExpect(jsonPath("$[?(@.username == '" + name + "')].lockedUntil").isNotEmpty());
    http.perform(delete("/api/users/" + name + "/lock").with(admin())).andExpect(status().isNoContent());
    signIn(PASSWORD, code).andExpect(status().isOk());
  }

  @Test
  void oneCodeGivenEightTimesAtOnceCountsOnce() throws Exception {
    String code = set().app().next();
    assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> factors.spend(name, code)).filter(each -> each)).hasSize(1);
  }

  @Test
  void theAdministratorTakesALostDeviceOff() throws Exception {
    Set set = set();
    http.perform(delete("/api/users/" + name + "/second-factor").cookie(set.session()).with(csrf()))
        .andExpect(status().isForbidden());
    http.perform(delete("/api/users/admin/second-factor").with(admin())).andExpect(status().isConflict());
    http.perform(delete("/api/users/" + name + "/second-factor").with(admin())).andExpect(status().isNoContent());
    http.perform(delete("/api/users/" + name + "/second-factor").with(admin())).andExpect(status().isNotFound());
    http.perform(get("/api/me").cookie(set.session())).andExpect(status().isUnauthorized());
    signIn(PASSWORD, null).andExpect(status().isOk());
    assertThat(audited("SECOND_FACTOR_TAKEN_OFF", "admin")).isOne();
  }

  @Test
  void aRoleThatHasToHaveOneGetsNoFurtherWithout() throws Exception {
    Cookie here = session();
    require("[\"SURVEYOR\"]").andExpect(status().isOk()).andExpect(jsonPath("$.roles[0]").value("SURVEYOR"));
    http.perform(get("/api/parcels").cookie(here)).andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("SECOND_FACTOR_DUE"));
    http.perform(get("/api/me").cookie(here)).andExpect(jsonPath("$.duty").value("SECOND_FACTOR"));
    AuthenticatorApp app = begun(here);
    Cookie renewed = http.perform(asked(post("/api/me/second-factor/confirm"), here, code(app.code())))
        .andExpect(status().isOk()).andReturn().getResponse().getCookie(COOKIE);
    http.perform(get("/api/parcels").cookie(renewed)).andExpect(status().isOk());
    http.perform(asked(post("/api/me/second-factor/off"), renewed, code(app.next()))).andExpect(status().isConflict());
    assertThat(jdbc.sql("select count(*) from audit_entry where action = 'SECOND_FACTOR_RULE' and actor = 'admin'"
        + " and detail = '{\"roles\":[\"SURVEYOR\"]}'").query(Long.class).single()).isPositive();
  }

  @Test
  void whereTheKeyFileIsLostRecoveryCodesStillSignIn() throws Exception {
    Set set = set();
    SecondFactors elsewhere = AuthenticatorApp.factorsWithKey(folder.resolve("another-key"), jdbc, audit, hashes);
    assertThat(spend(elsewhere, set.app().next())).isFalse();
    assertThat(spend(elsewhere, set.recovery().get(3))).isTrue();
  }

  @Test
  void whoHasLostEverythingIsLetInByTheCommandWithAPasswordThatOpensOnlyTheChoiceOfAnother() throws Exception {
    Set set = set();
    for (int i = 0; i < 12; i++) {
      signIn(PASSWORD, "000000").andExpect(status().is4xxClientError());
    }

    reset.reset(name, "one-time-Password-7");

    http.perform(get("/api/me").cookie(set.session())).andExpect(status().isUnauthorized());
    signIn(PASSWORD, null).andExpect(status().isUnauthorized()).andExpect(jsonPath("$.code").value("NOT_SIGNED_IN"));
    Cookie again = signIn("one-time-Password-7", null).andExpect(status().isOk()).andReturn().getResponse().getCookie(COOKIE);
    http.perform(get("/api/parcels").cookie(again)).andExpect(status().isForbidden())
        .andExpect(jsonPath("$.code").value("PASSWORD_DUE"));
    http.perform(get("/api/me").cookie(again)).andExpect(jsonPath("$.secondFactor").value(false));
    assertThat(jdbc.sql("select action from audit_entry where subject_id = :name order by seq desc limit 2")
        .param("name", name).query(String.class).list()).containsExactly("PASSWORD_CHANGED", "SECOND_FACTOR_TAKEN_OFF");
    assertThatThrownBy(() -> reset.reset("nobody", "one-time-Password-7")).isInstanceOf(ProblemException.class);
  }

  private boolean spend(SecondFactors factors, String code) {
    return Boolean.TRUE.equals(transactions.execute(status -> factors.spend(name, code)));
  }

  private record Set(Cookie session, AuthenticatorApp app, List<String> recovery) {
  }

  private Set set() throws Exception {
    Cookie here = session();
    AuthenticatorApp app = begun(here);
    var confirmed = http.perform(asked(post("/api/me/second-factor/confirm"), here, code(app.code())))
        .andExpect(status().isOk()).andReturn().getResponse();
    return new Set(confirmed.getCookie(COOKIE), app, JsonPath.read(confirmed.getContentAsString(), "$.recoveryCodes"));
  }

  private AuthenticatorApp begun(Cookie here) throws Exception {
    return new AuthenticatorApp(JsonPath.read(http.perform(asked(post("/api/me/second-factor/begin"), here,
        "{\"password\": \"" + PASSWORD + "\"}")).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(), "$.key"));
  }

  private ResultActions require(String roles) throws Exception {
    return http.perform(put("/api/settings/second-factor").with(admin()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"roles\": " + roles + "}"));
  }

  private static RequestPostProcessor admin() {
    return httpBasic("admin", "long enough");
  }

  private long audited(String action, String actor) {
    return jdbc.sql("select count(*) from audit_entry where action = :action and subject_id = :name and actor = :actor")
        .param("action", action).param("name", name).param("actor", actor).query(Long.class).single();
  }

  private Cookie session() throws Exception {
    return signIn(PASSWORD, null).andExpect(status().isOk()).andReturn().getResponse().getCookie(COOKIE);
  }

  private static MockHttpServletRequestBuilder asked(MockHttpServletRequestBuilder request, Cookie session, String body) {
    return request.cookie(session).with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private static String code(String code) {
    return "{\"code\": \"" + code + "\"}";
  }

  private ResultActions signIn(String password, String code) throws Exception {
    return http.perform(post("/api/session").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"username\": \"%s\", \"password\": \"%s\"%s}".formatted(name, password,
            code == null ? "" : ", \"code\": \"" + code + "\"")));
  }
}
