package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jieshi.ingest.SurveyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code kill -9} of the program, of its database, of both, while people work: it comes back by itself with every
 * change that was acknowledged, no import half done, and the audit chain whole.
 */
class KillIT {

  private static final int ACKNOWLEDGED_BEFORE_EACH_KILL = 10;
  private static final int PARCELS_A_FILE = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  private final Set<String> users = ConcurrentHashMap.newKeySet();
  private final Set<Long> received = ConcurrentHashMap.newKeySet();
  private final Set<Long> committed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();
  private final Set<String> failures = ConcurrentHashMap.newKeySet();
  private volatile boolean working;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsHalfDoneWhateverIsKilled() throws InterruptedException {
    Path data = directory.resolve("华山 data");
    RunningServer server = RunningServer.on(data);
    try {
      for (Kill kill : List.of(Kill.PROGRAM, Kill.DATABASE, Kill.BOTH, Kill.DATABASE, Kill.PROGRAM)) {
        List<Thread> people = peopleWorkingOn(server);
        awaitWork();
        server = kill.of(server, data);
        working = false;
        for (Thread person : people) {
          person.join();
        }
        assertEverythingIsThere(server);
      }
      assertThat(committed).isNotEmpty();
      assertThat(filesBelow(data.resolve("tmp"))).as("what killed programs left").isEmpty();
    } finally {
      server.close();
    }
  }

  private static List<Path> filesBelow(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private enum Kill {
    PROGRAM, DATABASE, BOTH;

    RunningServer of(RunningServer server, Path data) {
      if (this == DATABASE) {
        server.killDatabase();
        server.awaitAnswer();
        return server;
      }
      if (this == BOTH) {
        server.killDatabase();
      }
      server.killProgram();
      return RunningServer.on(data);
    }
  }

  private List<Thread> peopleWorkingOn(RunningServer server) {
    List<Thread> people = List.of(new Thread(() -> repeat(() -> addUser(server))),
        new Thread(() -> repeat(() -> bringParcels(server))), new Thread(() -> repeat(() -> bringParcels(server))));
    working = true;
    people.forEach(Thread::start);
    return people;
  }

  /** Until the server is gone or the day is over; what was begun is ended first. */
  private void repeat(Runnable work) {
    while (working) {
      try {
        work.run();
      } catch (UncheckedIOException killed) {
        return;
      }
    }
  }

  private void addUser(RunningServer server) {
    String name = "user" + number.incrementAndGet();
    HttpResponse<String> answer = server.post("/api/users", """
        {"username": "%s", "displayName": "张三", "role": "MANAGER", "password": "long enough"}
        """.formatted(name));
    if (answer.statusCode() == 201) {
      users.add(name);
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    }
  }

  private void bringParcels(RunningServer server) {
    HttpResponse<String> answer = upload(server, number.incrementAndGet());
    if (answer.statusCode() != 202) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      return;
    }
    long id = JSON.readTree(answer.body()).get("id").asLong();
    received.add(id);
    while (working) {
      HttpResponse<String> seen = server.get("/api/imports/" + id);
      String status = seen.statusCode() == 200 ? JSON.readTree(seen.body()).get("status").asString() : "";
      if (status.equals("STAGED")) {
        break;
      }
      if (status.equals("FAILED")) {
        failures.add(seen.body());
        return;
      }
    }
    if (server.post("/api/imports/" + id + "/commit", "{}").statusCode() == 200) {
      committed.add(id);
    }
  }

  private static HttpResponse<String> upload(RunningServer server, int place) {
    SurveyFile file = SurveyFile.named("parcels").text("ZDDM", 19);
    for (int i = 1; i <= PARCELS_A_FILE; i++) {
      file.record(square(place, i), "450721%03d%03dGN%05d".formatted(place / 1000, place % 1000, i));
    }
    String boundary = "----jieshi" + place;
    byte[] head = ("--%1$s\r\nContent-Disposition: form-data; name=\"layer\"\r\n\r\nparcels\r\n"
        + "--%1$s\r\nContent-Disposition: form-data; name=\"accuracy\"\r\n\r\n0.05\r\n"
        + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.zip\"\r\n"
        + "Content-Type: application/zip\r\n\r\n").formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    return server.send(server.request("/api/imports")
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofByteArrays(Arrays.asList(head, file.zip(), tail))).build());
  }

  private static String square(int place, int i) {
    double west = 36_632_000 + 100.0 * i;
    double south = 2_480_000 + 100.0 * place;
    return "POLYGON ((%1$s %2$s, %1$s %4$s, %3$s %4$s, %3$s %2$s, %1$s %2$s))".formatted(west, south, west + 50,
        south + 50);
  }

  private void awaitWork() {
    int wanted = users.size() + committed.size() + ACKNOWLEDGED_BEFORE_EACH_KILL;
    int commits = committed.size() + 1;
    Awaitility.await().atMost(PATIENCE).until(() -> !failures.isEmpty()
        || users.size() + committed.size() >= wanted && committed.size() >= commits);
    assertThat(failures).isEmpty();
  }

  private void assertEverythingIsThere(RunningServer server) {
    String known = server.get("/api/users").body();
    assertThat(users).allSatisfy(name -> assertThat(known).contains("\"" + name + "\""));
    int parcels = 0;
    for (long id : received) {
      JsonNode found = awaitChecked(server, id);
      assertThat(found.get("status").asString()).isIn("STAGED", "COMMITTED");
      boolean whole = found.get("status").asString().equals("COMMITTED");
      assertThat(whole || !committed.contains(id)).as("acknowledged import %d", id).isTrue();
      parcels += whole ? PARCELS_A_FILE : 0;
    }
    JsonNode register = JSON.readTree(server.get("/api/parcels?size=1").body());
    assertThat(register.get("total").asInt()).isEqualTo(parcels);
    assertThat(server.post("/api/audit/verify", "").body()).contains("\"intact\":true").contains("\"faults\":[]");
  }

  /** An import that was received goes on by itself after the restart. */
  private static JsonNode awaitChecked(RunningServer server, long id) {
    return Awaitility.await().atMost(PATIENCE).until(
        () -> JSON.readTree(server.get("/api/imports/" + id).body()),
        seen -> !List.of("QUEUED", "READING", "CHECKING").contains(seen.get("status").asString()));
  }
}
