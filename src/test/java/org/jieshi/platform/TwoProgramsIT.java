package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jieshi.store.OwnPostgis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two programs over one PostGIS that is an office's own, and what happens to them when it is stopped and started: nothing
 * is done twice, what one changes the other knows, and nobody has to start a program anew.
 */
class TwoProgramsIT {

  private static final int SURVEYS = 12;
  private static final int PARCELS = 5;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;
  private static OwnPostgis database;
  private static RunningServer here;
  private static RunningServer there;

  @BeforeAll
  static void twoProgramsOnOneDatabase() throws Exception {
    database = OwnPostgis.in(directory.resolve("postgis"));
    // at the same moment: only one of them makes the schema and the administrator
    var first = CompletableFuture.supplyAsync(() -> RunningServer.on(directory.resolve("here"), database.settings()));
    there = RunningServer.on(directory.resolve("there"), database.settings());
    here = first.join();
  }

  @AfterAll
  static void end() {
    for (AutoCloseable each : new AutoCloseable[] {here, there, database}) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void jobsRunOnceAndNumbersAreGivenOnce() throws Exception {
    addPerson("surveyor.two", "SURVEYOR");
    addPerson("reviewer.two", "REVIEWER");
    List<Long> imports = atBoth(SURVEYS, (server, i) -> Surveys.send(server, 100 + i, PARCELS));
    assertThat(imports).doesNotHaveDuplicates();
    imports.forEach(id -> assertThat(Surveys.checked(there, id)).isEqualTo("STAGED"));
    String ids = imports.toString().replaceAll("[\\[\\]]", "'").replace(", ", "','");
    assertThat(count("select count(*) from job where subject in (" + ids + ") and kind like 'import%' and attempts <> 1"))
        .as("jobs run twice").isZero();
    assertThat(count("select count(*) from import_row where import_id in (" + ids + ")")).isEqualTo(SURVEYS * PARCELS);

    // each import asked for at both at once: both say that it is done, and it is done once
    List<Integer> answers = new ArrayList<>();
    for (long id : imports) {
      answers.addAll(atBoth(2, (server, i) -> server.post("/api/imports/" + id + "/commit", "{}").statusCode()));
    }
    assertThat(answers).containsOnly(200);
    assertThat(count("select count(*) from spatial_unit_version where import_id in (" + ids + ")")).isEqualTo(SURVEYS * PARCELS);

    List<String> numbers = atBoth(SURVEYS * PARCELS, (server, i) -> {
      HttpResponse<String> answer = server.postAs("surveyor.two", "/api/applications", "{\"parcel\": \"%s\"}"
          .formatted(Surveys.code(100 + i / PARCELS, 1 + i % PARCELS)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      return JSON.readTree(answer.body()).get("id").asString();
    });
    Set<Integer> running = new TreeSet<>(numbers.stream().map(id -> Integer.valueOf(id.substring(id.indexOf('-') + 1))).toList());
    assertThat(running).as("neither doubled nor left out")
        .containsExactlyElementsOf(IntStream.rangeClosed(1, SURVEYS * PARCELS).boxed().toList());
    assertThat(there.post("/api/audit/verify", "").body()).contains("\"intact\":true");
  }

  @Test
  void whatOneProgramChangesTheOtherShowsAndTells() throws Exception {
    String before = tileOver(there, 900);
    Set<String> told = new ConcurrentSkipListSet<>();
    HttpResponse<InputStream> stream = there.open("/api/changes/live");
    Thread listener = new Thread(() -> new BufferedReader(new InputStreamReader(stream.body())).lines().forEach(told::add));
    listener.setDaemon(true);
    listener.start();
    assertThat(before).isEmpty();

    // the first look, within a second, only learns where the register stands
    bring(here, 900, 1);
    for (int place = 901; told.stream().noneMatch(line -> line.contains("PARCEL")) && place < 920; place++) {
      bring(here, place, 1);
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> told.stream().anyMatch(line -> line.contains("PARCEL")));

    assertThat(told).anyMatch(line -> line.contains("\"kind\":\"PARCEL\"") && line.contains(Surveys.code(900, 1).substring(0, 9)));
    assertThat(tileOver(there, 900)).as("the other program's tiles").isNotEmpty().isEqualTo(tileOver(here, 900));
    assertThat(there.get("/api/coverage").body()).isEqualTo(here.get("/api/coverage").body());
    stream.body().close();
  }

  @Test
  void whileTheDatabaseIsAwayThatIsSaidAndWorkGoesOnWhenItIsBack() {
    long received = Surveys.send(here, 1, 400);

    database.stop();
    var outage = List.of(answer(() -> here.get("/api/parcels")), answer(() -> there.post("/api/users", "{}")),
        answer(() -> here.send(here.anonymous("/api/session").header("Content-Type", "application/json")
            .header("Cookie", "XSRF-TOKEN=t").header("X-XSRF-TOKEN", "t")
            .POST(BodyPublishers.ofString("{\"username\": \"admin\", \"password\": \"x\"}")).build())),
        answer(() -> here.send(here.anonymous("/api/session").header("Cookie", "JSESSIONID=YW55Ym9keQ==").GET().build())));
    var health = answer(() -> here.send(here.anonymous("/actuator/health").GET().build()));
    var readiness = answer(() -> there.send(there.anonymous("/actuator/health/readiness").GET().build()));
    for (var each : outage) {
      HttpResponse<String> answer = each.join();
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(answer.body()).contains("\"code\":\"UNAVAILABLE\"", "nothing was changed", "数据库暂时无法访问");
    }
    assertThat(health.join().statusCode()).isEqualTo(503);
    assertThat(health.join().body()).contains("\"status\":\"DOWN\"").doesNotContain("jdbc");
    assertThat(readiness.join().statusCode()).isEqualTo(503);
    assertThat(here.send(here.anonymous("/actuator/health/liveness").GET().build()).statusCode())
        .as("nobody starts the program anew").isEqualTo(200);

    database.start();
    await().atMost(Duration.ofSeconds(30)).until(() ->
        List.of(here, there).stream().allMatch(server -> server.get("/actuator/health").statusCode() == 200));
    assertThat(Surveys.checked(there, received)).isEqualTo("STAGED");
    assertThat(Surveys.checked(here, Surveys.send(there, 2, 5))).isEqualTo("STAGED");
    assertThat(here.post("/api/audit/verify", "").body()).contains("\"intact\":true");
  }

  @Test
  void figuresForPrometheusAreForTheAdministrator() {
    assertThat(here.send(here.anonymous("/actuator/prometheus").GET().build()).statusCode()).isEqualTo(401);
    assertThat(here.get("/actuator/prometheus").body()).contains("\njieshi_jobs_failed ", "\njieshi_jobs_queued ",
        "\njieshi_audit_entries ", "\njieshi_disk_free_bytes ", "\njieshi_backup_age_seconds NaN",
        "http_server_requests_seconds_count", "hikaricp_connections_active", "jvm_memory_used_bytes");
  }

  private interface Work<T> {
    T at(RunningServer server, int i) throws Exception;
  }

  /** Half of it at one program and half at the other, all at once. */
  private <T> List<T> atBoth(int count, Work<T> work) throws Exception {
    var people = Executors.newFixedThreadPool(8);
    try {
      List<Callable<T>> tasks = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int n = i;
        tasks.add(() -> work.at(n % 2 == 0 ? here : there, n));
      }
      List<T> results = new ArrayList<>();
      for (var each : people.invokeAll(tasks)) {
        results.add(each.get());
      }
      return results;
    } finally {
      people.shutdownNow();
    }
  }

  private void bring(RunningServer server, int place, int parcels) {
    long id = Surveys.send(server, place, parcels);
    assertThat(Surveys.checked(server, id)).isEqualTo("STAGED");
    assertThat(server.post("/api/imports/" + id + "/commit", "{}").statusCode()).isEqualTo(200);
  }

  /** The tile as a browser gets it, with its mark; empty where there is nothing. */
  private static String tileOver(RunningServer server, int place) {
    double latitude = 22.40 + 100.0 * place / 110_750;
    double longitude = 108 + 132_100.0 / (111_320 * Math.cos(Math.toRadians(latitude)));
    int z = 12;
    int x = (int) ((longitude + 180) / 360 * (1 << z));
    double radians = Math.toRadians(latitude);
    int y = (int) ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2 * (1 << z));
    HttpResponse<String> answer = server.get("/tiles/parcels/%d/%d/%d.mvt".formatted(z, x, y));
    return answer.statusCode() == 204 ? "" : answer.headers().firstValue("ETag").orElseThrow();
  }

  private void addPerson(String name, String role) {
    here.addPerson(name, name, role);
  }

  private long count(String sql) throws Exception {
    try (Connection connection = database.connect(); Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static CompletableFuture<HttpResponse<String>> answer(Supplier<HttpResponse<String>> ask) {
    return CompletableFuture.supplyAsync(ask, task -> new Thread(task).start());
  }
}
