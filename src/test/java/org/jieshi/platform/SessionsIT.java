package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.IntStream;
import org.jieshi.JieshiApplication;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A sign-in holds at every program on the database, and ends at every one. */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
class SessionsIT {

  private static final String PASSWORD = "long enough";

  @Autowired Users users;
  @Autowired SpatialUnits units;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int here;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String name;

  @Test
  void whoSignsInAtOneProgramIsSignedInAtTheOtherAndSignsOutOfBoth(TestDatabase database) throws Exception {
    name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, PASSWORD);
    try (ConfigurableApplicationContext other = new SpringApplicationBuilder(JieshiApplication.class)
        .run("--server.port=0", "--jieshi.db.url=" + database.url(), "--jieshi.db.user=" + database.user(),
            "--jieshi.db.password=" + database.password(), "--jieshi.db.connections=4", "--jieshi.reminders.enabled=false",
            "--jieshi.audit.daily=false")) {
      int there = Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port"));
      assertThat(get(there).statusCode()).isEqualTo(401);

      assertThat(signIn(here).statusCode()).isEqualTo(200);
      assertThat(get(there).body()).contains("\"" + name + "\"");
      assertThat(cookie()).satisfies(cookie -> {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(jdbc.sql("select count(*) from web_session where id_hash = :id").param("id", cookie.getValue())
            .query(Integer.class).single()).as("the cookie's value is not in the database").isZero();
      });
      String first = cookie().getValue();
      assertThat(signIn(there).statusCode()).isEqualTo(200);
      assertThat(cookie().getValue()).as("a session from before a sign-in").isNotEqualTo(first);
      assertThat(get(here).statusCode()).isEqualTo(200);

      assertThat(send(there, "DELETE", "").statusCode()).isEqualTo(204);
      assertThat(get(here).statusCode()).isEqualTo(401);
      assertThat(get(there).statusCode()).isEqualTo(401);
      assertThat(jdbc.sql("select count(*) from web_session where username = :name").param("name", name)
          .query(Integer.class).single()).isZero();
    }
  }

  /** The database's clock is not ours to set: what it reads later is moved the other way. */
  @Test
  void aClockThatIsSetBackALittleEndsNoSessionAndNoneLivesAsLongAsItRanAhead() throws Exception {
    name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, PASSWORD);
    signIn(here);
    moved("10 minutes");
    assertThat(get(here).statusCode()).as("set back by ten minutes").isEqualTo(200);
    moved("1 year");
    assertThat(get(here).statusCode()).as("set back by a year").isEqualTo(401);

    signIn(here);
    moved("-30 minutes");
    assertThat(get(here).statusCode()).as("half an hour ahead").isEqualTo(200);
    moved("-2 hours");
    assertThat(get(here).statusCode()).as("two hours ahead").isEqualTo(401);
  }

  private void moved(String by) {
    jdbc.sql("""
        update web_session set created_at = created_at + cast(:by as interval), used_at = used_at + cast(:by as interval),
          ends_at = ends_at + cast(:by as interval) where username = :name
        """).param("by", by).param("name", name).update();
  }

  @Test
  void whatAnotherVersionKeptIsASignInNoLongerAndIsNotReadAsAnObject() throws Exception {
    name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, PASSWORD);
    signIn(here);
    assertThat(get(here).statusCode()).isEqualTo(200);

    jdbc.sql("update web_session set content = :content where username = :name").param("name", name)
        .param("content", org.springframework.util.SerializationUtils.serialize(
            new java.util.HashMap<>(Map.of("x", new java.net.URL("http://127.0.0.1:1/"))))).update();

    assertThat(get(here).statusCode()).isEqualTo(401);
  }

  /** What is written while it is read from the database leaves in the midst of a transaction that may change nothing. */
  @Test
  void anAnswerLongerThanABufferIsWholeAlsoForASessionThatRested() throws Exception {
    name = "u" + System.nanoTime();
    users.add(name, "测绘员", Role.SURVEYOR, null, PASSWORD);
    units.add(UnitKind.PARCEL, IntStream.rangeClosed(1, 100)
        .mapToObj(i -> parcel(code(i), rectangle(100 * i, 0, 90, 90))).toList(), new ChangeReason("IMPORT", "1"));
    signIn(here);
    jdbc.sql("update web_session set used_at = now() - interval '5 minutes' where username = :name").param("name", name)
        .update();

    HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + here
        + "/ogc/collections/parcels/items?limit=100")).header("Accept", "application/geo+json").build(),
        BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"numberReturned\":100");
    assertThat(jdbc.sql("select now() - used_at < interval '1 minute' from web_session where username = :name")
        .param("name", name).query(Boolean.class).single()).isTrue();
  }

  private HttpResponse<String> signIn(int port) throws Exception {
    get(port);
    return send(port, "POST", "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(name, PASSWORD));
  }

  private HttpResponse<String> get(int port) throws Exception {
    return send(port, "GET", "");
  }

  private HttpResponse<String> send(int port, String method, String body) throws Exception {
    String token = cookies.getCookieStore().getCookies().stream().filter(each -> each.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElse("");
    return browser.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/session"))
        .header("Content-Type", "application/json").header("X-XSRF-TOKEN", token)
        .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  private HttpCookie cookie() {
    return cookies.getCookieStore().getCookies().stream().filter(each -> each.getName().equals("JSESSIONID")).findFirst()
        .orElseThrow();
  }
}
