package org.jieshi.platform.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.identity.external.ExternalIdentities;
import org.jieshi.identity.factor.AuthenticatorApp;
import org.jieshi.identity.factor.Secrets;
import org.jieshi.platform.BrowserSessions;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Signing in by a service that really speaks OpenID Connect, and by one that lies. */
@EachDatabase
@AutoConfigureMockMvc
class OidcIT {

  private static final String OFFICE = "http://127.0.0.1:8080";
  private static final String SESSION = "JSESSIONID";
  private static final String KEPT = "jieshi-oidc";

  private static SignInService service;

  @Autowired MockMvc http;
  @Autowired Users users;
  @Autowired ExternalIdentities identities;
  @Autowired BrowserSessions sessions;
  @Autowired Secrets secrets;
  @Autowired JdbcClient jdbc;
  @Autowired @Qualifier("sessionFilter") FilterRegistrationBean<?> sessionFilter;
  @Autowired @Qualifier("springSecurityFilterChain") Filter security;

  private String name;
  private MockMvc desk;

  @BeforeAll
  static void serve() throws Exception {
    service = new SignInService();
  }

  @AfterAll
  static void end() {
    service.close();
  }

  @BeforeEach
  void nobodyIsBoundYet() {
    users.all().forEach(user -> identities.find(user.username())
        .ifPresent(bound -> identities.unbind(user.username())));
  }

  @BeforeEach
  void anAccountAndAProgramThatKnowsTheService() {
    name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, "four stones by the river");
    service.says(UnaryOperator.identity());
    OidcSettings settings = new OidcSettings(service.issuer(), SignInService.CLIENT, SignInService.SECRET, "SSO", "统一认证");
    desk = MockMvcBuilders.standaloneSetup(new OidcSignIn(settings, new OidcClient(settings, OFFICE), identities, sessions,
        secrets)).addFilters(sessionFilter.getFilter(), security).build();
  }

  @Test
  void whoIsBoundBySubjectIsSignedIn() throws Exception {
    bind(null, "subject-1");
    MockHttpServletResponse answer = roundTrip();
    assertThat(answer.getRedirectedUrl()).isEqualTo("/");
    http.perform(get("/api/me").cookie(answer.getCookie(SESSION))).andExpect(status().isOk())
        .andExpect(jsonPath("$.username").value(name));
    assertThat(answer.getHeaders("Set-Cookie")).anyMatch(each -> each.startsWith(KEPT + "=;") && each.contains("Max-Age=0"));
    assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
  }

  @Test
  void whoIsBoundByAVerifiedAddressIsBoundByTheSubjectFromThenOn() throws Exception {
    bind("wei@land.example", null);
    service.says(token -> token.claim("email_verified", false));
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/#/sign-in?refused=unbound");
    service.says(UnaryOperator.identity());
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/");
    assertThat(identities.find(name).orElseThrow().subject()).isEqualTo("subject-1");
    service.says(token -> token.subject("subject-2"));   // the address was given to somebody else
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/#/sign-in?refused=unbound");
    service.says(token -> token.claim("email", "another@land.example"));
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/");
    assertThat(audited("IDENTITY_BOUND")).isOne();
    assertThat(audited("IDENTITY_CONFIRMED")).isOne();
  }

  @Test
  void whoIsNotBoundGetsNoAccountAndNoSession() throws Exception {
    long before = jdbc.sql("select count(*) from user_account").query(Long.class).single();
    MockHttpServletResponse answer = roundTrip();
    assertThat(answer.getRedirectedUrl()).isEqualTo("/#/sign-in?refused=unbound");
    assertThat(answer.getCookie(SESSION)).isNull();
    assertThat(jdbc.sql("select count(*) from user_account").query(Long.class).single()).isEqualTo(before);
    bind(null, "subject-1");
    users.setEnabled(name, false);
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/#/sign-in?refused=unbound");
  }

  @Test
  void aTokenThatIsNotForThisSignInIsRefused() throws Exception {
    bind(null, "subject-1");
    Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = Map.of(
        "nonce", token -> token.claim("nonce", "another"),
        "no nonce", token -> token.claim("nonce", null),
        "issuer", token -> token.issuer("https://evil.example"),
        "audience", token -> token.audience("another-program"),
        "expired", token -> token.issueTime(new Date(0)).expirationTime(Date.from(Instant.now().minusSeconds(120))),
        "no subject", token -> token.subject(null));
    for (var each : wrong.entrySet()) {
      service.says(each.getValue());
      assertRefused(each.getKey(), roundTrip());
    }
    service.signsWithAnotherKey();
    assertRefused("another key", roundTrip());
    service.doesNotSign();
    assertRefused("not signed", roundTrip());
  }

  @Test
  void anAnswerToAnotherQuestionIsRefused() throws Exception {
    bind(null, "subject-1");
    MockHttpServletResponse asked = desk.perform(get("/api/session/oidc")).andReturn().getResponse();
    Cookie kept = asked.getCookie(KEPT);
    assertThat(kept.isHttpOnly()).isTrue();
    assertThat(String.join("\n", asked.getHeaders("Set-Cookie"))).contains("SameSite=Lax", "Max-Age=600", "HttpOnly");
    URI back = atTheService(asked);
    assertRefused("no cookie", comeBack(back, null));
    assertRefused("another state", comeBack(URI.create(back.toString().replaceAll("state=[^&]*", "state=x")), kept));
    back = atTheService(asked);
    Cookie other = desk.perform(get("/api/session/oidc")).andReturn().getResponse().getCookie(KEPT);
    assertRefused("another browser's", comeBack(back, other));
    assertRefused("changed", comeBack(back, new Cookie(KEPT, kept.getValue().substring(4))));
    assertRefused("denied", desk.perform(get(OidcClient.CALLBACK + "?error=access_denied").cookie(kept)).andReturn()
        .getResponse());
    assertThat(comeBack(back, kept).getRedirectedUrl()).isEqualTo("/");
    assertRefused("the code once more", comeBack(back, kept));
  }

  @Test
  void whatIsAskedOfTheServiceIsACodeWithPkceAndNonce() throws Exception {
    Map<String, String> asked = SignInService.parameters(URI.create(desk.perform(get("/api/session/oidc")).andReturn()
        .getResponse().getRedirectedUrl()).getRawQuery());
    assertThat(asked).containsEntry("response_type", "code").containsEntry("client_id", SignInService.CLIENT)
        .containsEntry("redirect_uri", OFFICE + OidcClient.CALLBACK).containsEntry("scope", "openid email")
        .containsEntry("code_challenge_method", "S256")
        .containsOnlyKeys("response_type", "client_id", "redirect_uri", "scope", "state", "nonce", "code_challenge",
            "code_challenge_method");
    assertThat(asked.get("state")).hasSize(43);
  }

  @Test
  void anAccountWithASecondFactorIsSignedInOnlyWhereTheServiceAskedForOneToo() throws Exception {
    bind(null, "subject-1");
    secondFactor();
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/#/sign-in?refused=factor");
    service.says(token -> token.claim("amr", List.of("pwd")));
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/#/sign-in?refused=factor");
    service.says(token -> token.claim("amr", List.of("pwd", "otp", "mfa")));
    assertThat(roundTrip().getRedirectedUrl()).isEqualTo("/");
  }

  @Test
  void withoutAServiceThereIsNeitherAddressNorButton() throws Exception {
    http.perform(get("/api/session/oidc")).andExpect(status().isNotFound());
    http.perform(get(OidcClient.CALLBACK + "?code=1&state=2")).andExpect(status().isNotFound());
    http.perform(get("/api/about")).andExpect(jsonPath("$.signInService").doesNotExist());
    http.perform(put("/api/users/" + name + "/identity").with(httpBasic("admin", "long enough"))
        .contentType(MediaType.APPLICATION_JSON).content("{\"subject\": \"x\"}")).andExpect(status().isConflict());
  }

  @Test
  void aServiceThatDoesNotAnswerIsSaidToBeUnreachable() throws Exception {
    OidcSettings gone = new OidcSettings("http://localhost:1", "jieshi", "x", "SSO", "统一认证");
    MockMvc elsewhere = MockMvcBuilders.standaloneSetup(new OidcSignIn(gone, new OidcClient(gone, OFFICE), identities,
        sessions, secrets)).build();
    assertThat(elsewhere.perform(get("/api/session/oidc")).andReturn().getResponse().getRedirectedUrl())
        .isEqualTo("/#/sign-in?refused=unreachable");
  }

  private void bind(String email, String subject) {
    identities.bind(name, service.issuer(), email, subject, users.get("admin"));
  }

  private void secondFactor() throws Exception {
    MockHttpServletRequestBuilder begin = asked(post("/api/me/second-factor/begin"),
        "{\"password\": \"four stones by the river\"}");
    AuthenticatorApp app = new AuthenticatorApp(JsonPath.read(http.perform(begin).andReturn().getResponse()
        .getContentAsString(), "$.key"));
    http.perform(asked(post("/api/me/second-factor/confirm"), "{\"code\": \"" + app.code() + "\"}"))
        .andExpect(status().isOk());
  }

  private MockHttpServletRequestBuilder asked(MockHttpServletRequestBuilder request, String body) {
    return request.with(httpBasic(name, "four stones by the river")).contentType(MediaType.APPLICATION_JSON).content(body);
  }

  private MockHttpServletResponse roundTrip() throws Exception {
    MockHttpServletResponse asked = desk.perform(get("/api/session/oidc")).andReturn().getResponse();
    return comeBack(atTheService(asked), asked.getCookie(KEPT));
  }

  /** As a browser follows it. */
  private static URI atTheService(MockHttpServletResponse asked) throws Exception {
    HttpResponse<Void> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(
        asked.getRedirectedUrl())).build(), HttpResponse.BodyHandlers.discarding());
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private MockHttpServletResponse comeBack(URI address, Cookie kept) throws Exception {
    assertThat(address.toString()).startsWith(OFFICE + OidcClient.CALLBACK);
    MockHttpServletRequestBuilder request = get(URI.create(address.toString().substring(OFFICE.length())));
    return desk.perform(kept == null ? request : request.cookie(kept)).andReturn().getResponse();
  }

  private static void assertRefused(String why, MockHttpServletResponse answer) {
    assertThat(answer.getRedirectedUrl()).as(why).isEqualTo("/#/sign-in?refused=failed");
    assertThat(answer.getCookie(SESSION)).as(why).isNull();
  }

  private long audited(String action) {
    return jdbc.sql("select count(*) from audit_entry where action = :action and subject_id = :name")
        .param("action", action).param("name", name).query(Long.class).single();
  }
}
