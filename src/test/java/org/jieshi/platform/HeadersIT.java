package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import org.jieshi.JieshiApplication;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every answer says to the browser about itself, over a real connection. */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
class HeadersIT {

  private static final String ADMIN = "Basic " + Base64.getEncoder().encodeToString("admin:long enough".getBytes());

  @Autowired JdbcClient jdbc;
  @LocalServerPort int here;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void answersWithDataAreNotKeptAndSayWhatMayBeDoneWithThem() throws Exception {
    for (String path : List.of("/api/parcels", "/api/users", "/api/about", "/api/audit/head", "/openapi.json")) {
      HttpResponse<String> answer = get(here, path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(header(answer, "Cache-Control")).as(path).contains("no-store");
      assertThat(header(answer, "Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
      common(answer);
    }
    HttpResponse<String> page = get(here, "/");
    common(page);
    assertThat(header(page, "Cache-Control")).contains("no-store");
    assertThat(header(page, "Content-Security-Policy")).contains("default-src 'none'", "script-src 'self' 'nonce-",
        "style-src 'self';", "frame-ancestors 'none'").doesNotContain("unsafe-inline", "unsafe-eval", "*");
    assertThat(header(get(here, "/tiles/parcels/10/1/1.mvt"), "Cache-Control")).contains("private").doesNotContain("no-store");
    HttpResponse<String> script = get(here, "/app/main.js");
    assertThat(header(script, "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(script, "Content-Security-Policy")).startsWith("default-src 'none'; frame-ancestors");
    assertThat(header(get(here, "/lib/tile-worker.js"), "Content-Security-Policy"))
        .isEqualTo("default-src 'none'; script-src 'self'; connect-src 'self'");
  }

  private static void common(HttpResponse<String> answer) {
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).as("only by TLS").isEmpty();
    assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void withoutTheProfileNobodyIsBelievedToComeFromElsewhere() throws Exception {
    HttpResponse<String> answer = get(here, "/api/about", "X-Forwarded-Proto", "https", "X-Forwarded-For", "10.7.7.7");
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    signIn(here, "wrong", "X-Forwarded-For", "10.7.7.7");
    assertThat(addressesThatFailed()).contains("127.0.0.1").doesNotContain("10.7.7.7");
    assertThat(sessionCookie(here, "X-Forwarded-Proto", "https")).contains("JSESSIONID=", "HttpOnly", "SameSite=strict")
        .doesNotContain("Secure");
  }

  @Test
  void behindTlsBrowsersAreToldToStayWithItAndCookiesTravelByItOnly(TestDatabase database) throws Exception {
    try (ConfigurableApplicationContext tls = new SpringApplicationBuilder(JieshiApplication.class).profiles("tls")
        .run("--server.port=0", "--jieshi.db.url=" + database.url(), "--jieshi.db.user=" + database.user(),
            "--jieshi.db.password=" + database.password(), "--jieshi.db.connections=4", "--jieshi.reminders.enabled=false",
            "--jieshi.audit.daily=false", "--jieshi.passwords.cost=4")) {
      int there = Integer.parseInt(tls.getEnvironment().getRequiredProperty("local.server.port"));
      HttpResponse<String> answer = get(there, "/api/about", "X-Forwarded-Proto", "https");
      assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000 ; includeSubDomains");
      assertThat(answer.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=")
          && cookie.contains("Secure") && cookie.contains("SameSite=Strict"));
      assertThat(sessionCookie(there, "X-Forwarded-Proto", "https"))
          .contains("__Host-jieshi=", "Secure", "HttpOnly", "SameSite=strict", "Path=/").doesNotContain("Domain");
      signIn(there, "wrong", "X-Forwarded-For", "203.0.113.9");
      assertThat(addressesThatFailed()).contains("203.0.113.9");
    }
  }

  private List<String> addressesThatFailed() {
    return jdbc.sql("select subject from sign_in_try where kind = 'ADDRESS' and failures > 0").query(String.class).list();
  }

  private String sessionCookie(int port, String... headers) throws Exception {
    return signIn(port, "long enough", headers).headers().allValues("Set-Cookie").stream()
        .filter(cookie -> !cookie.startsWith("XSRF-TOKEN")).findFirst().orElseThrow();
  }

  private HttpResponse<String> signIn(int port, String password, String... headers) throws Exception {
    String token = "a-token-that-the-cookie-repeats";
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/session"))
        .header("Cookie", "XSRF-TOKEN=" + token).header("X-XSRF-TOKEN", token).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"username\": \"admin\", \"password\": \"%s\"}".formatted(password)));
    return client.send(request.headers(headers).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(int port, String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", ADMIN);
    return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
