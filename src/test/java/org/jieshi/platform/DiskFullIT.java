package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jieshi.ingest.SurveyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The disk runs full under imports and documents: said clearly, nothing half done, and over when there is room. Backups on a
 * full disk: {@code BackupIT}.
 */
class DiskFullIT {

  private static final int ROUNDS = 20;
  private static final int MEGABYTES = 360;
  private static final int NOTES = 10;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;
  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void importsAndDocumentsAreWholeOrNotThereAndGoOnWhenThereIsRoom() throws Exception {
    Path data = directory.resolve("data");
    try (RunningServer server = RunningServer.within(SmallDisk.at(data, MEGABYTES), data)) {
      Path disk = SmallDisk.seenFromOutside(data, server.pid());
      server.addPerson("surveyor", "测绘员", "SURVEYOR");
      long first = Surveys.send(server, 1, 1);
      assertThat(Surveys.checked(server, first)).isEqualTo("STAGED");
      assertThat(server.post("/api/imports/" + first + "/commit", "{}").statusCode()).isEqualTo(200);
      HttpResponse<String> applied = server.postAs("surveyor", "/api/applications", "{\"parcel\": \"%s\"}".formatted(
          Surveys.code(1, 1)));
      assertThat(applied.statusCode()).as(applied.body()).isEqualTo(201);
      String application = JSON.readTree(applied.body()).get("id").asString();

      List<Long> received = new ArrayList<>();
      int documents = 0;
      Random random = new Random(20261126);
      for (int round = 0; round < ROUNDS; round++) {
        // by turns not even the request can be taken in, or it can and the database has no room for it
        SmallDisk.fill(disk, random.nextInt(round % 2 == 0 ? 200_000 : 3_000_000));
        HttpResponse<String> upload = Surveys.upload(server, bigSurvey(10 + round));
        HttpResponse<String> document = document(server, application, random);
        SmallDisk.free(disk);
        received.addAll(outcome("import", upload, 202) ? List.of(Surveys.id(upload)) : List.of());
        documents += outcome("document", document, 201) ? 1 : 0;
        await().atMost(Duration.ofSeconds(60)).until(() -> server.get("/actuator/health").statusCode() == 200);

        if (round % 5 == 0) {
          long again = Surveys.id(Surveys.upload(server, bigSurvey(100 + round)));
          assertThat(Surveys.checked(server, again)).as("once there is room").isEqualTo("STAGED");
          assertThat(server.post("/api/imports/" + again + "/discard", "{}").statusCode()).isEqualTo(200);
          assertThat(document(server, application, random).statusCode()).isEqualTo(201);
          documents++;
        }
      }
      assertThat(refused("import")).as("%s", seen).isGreaterThanOrEqualTo(ROUNDS / 2);
      assertThat(refused("document")).as("%s", seen).isGreaterThanOrEqualTo(ROUNDS / 2);
      for (long id : received) {
        assertThat(Surveys.status(server, id)).as("received although the disk was full: done, or tried again")
            .isIn("STAGED", "QUEUED", "READING", "CHECKING");
      }
      assertThat(JSON.readTree(server.get("/api/applications/" + application).body()).get("documents").size())
          .isEqualTo(documents);
      assertThat(JSON.readTree(server.get("/api/parcels?size=1").body()).get("total").asInt()).isEqualTo(1);
      await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> { // a request is cleared away after its answer
        try (var left = Files.walk(disk.resolve("tmp"))) {
          assertThat(left.filter(Files::isRegularFile)).as("half uploads").isEmpty();
        }
      });
      assertThat(server.post("/api/audit/verify", "").body()).contains("\"intact\":true");
    }
  }

  private int refused(String what) {
    return seen.getOrDefault(what + " 507", 0) + seen.getOrDefault(what + " 503", 0);
  }

  private boolean outcome(String what, HttpResponse<String> answer, int good) {
    seen.merge(what + " " + answer.statusCode(), 1, Integer::sum);
    if (answer.statusCode() == good) {
      return true;
    }
    assertThat(answer.statusCode()).as(answer.body()).isIn(507, 503);
    assertThat(answer.body()).contains(answer.statusCode() == 507 ? "\"code\":\"STORAGE_FULL\"" : "\"code\":\"UNAVAILABLE\"");
    return false;
  }

  /** Of half a megabyte that does not become less in a zip. */
  private static byte[] bigSurvey(int place) {
    Random noise = new Random(place);
    SurveyFile file = SurveyFile.named("parcels").text("ZDDM", 19);
    IntStream.range(0, NOTES).forEach(note -> file.text("NOTE" + note, 250));
    for (int i = 1; i <= 200; i++) {
      List<String> values = new ArrayList<>(List.of(Surveys.code(place, i)));
      IntStream.range(0, NOTES).forEach(note -> values.add(text(noise)));
      file.record(Surveys.square(place, i), values.toArray(String[]::new));
    }
    return file.zip();
  }

  private static String text(Random noise) {
    StringBuilder text = new StringBuilder();
    noise.ints(250, 'A', 'z' + 1).forEach(c -> text.append((char) c));
    return text.toString();
  }

  private static HttpResponse<String> document(RunningServer server, String application, Random random) {
    byte[] content = new byte[700_000];
    random.nextBytes(content);
    String boundary = "----jieshi-document";
    byte[] head = ("--%1$s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nAPPLICATION_FORM\r\n"
        + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
        + "Content-Type: application/pdf\r\n\r\n").formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    return server.send(server.as("surveyor", "/api/applications/" + application + "/documents")
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofByteArrays(Arrays.asList(head, content, tail))).build());
  }
}
