package org.jieshi.platform;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jieshi.ingest.SurveyFile;
import tools.jackson.databind.json.JsonMapper;

/** Surveys of small parcels, sent to a running program by HTTP; places keep them apart. */
final class Surveys {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> UNDER_WAY = List.of("QUEUED", "READING", "CHECKING");
  private static final JsonMapper JSON = new JsonMapper();

  private Surveys() {}

  /** @return the import's id */
  static long send(RunningServer server, int place, int parcels) {
    HttpResponse<String> answer = upload(server, place, parcels);
    if (answer.statusCode() != 202) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return id(answer);
  }

  static long id(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).get("id").asLong();
  }

  static HttpResponse<String> upload(RunningServer server, int place, int parcels) {
    return upload(server, file(place, parcels));
  }

  static HttpResponse<String> upload(RunningServer server, byte[] zip) {
    String boundary = "----jieshi" + Arrays.hashCode(zip);
    byte[] head = ("--%1$s\r\nContent-Disposition: form-data; name=\"layer\"\r\n\r\nparcels\r\n"
        + "--%1$s\r\nContent-Disposition: form-data; name=\"accuracy\"\r\n\r\n0.05\r\n"
        + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.zip\"\r\n"
        + "Content-Type: application/zip\r\n\r\n").formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    return server.send(server.request("/api/imports")
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofByteArrays(Arrays.asList(head, zip, tail))).build());
  }

  static byte[] file(int place, int parcels) {
    SurveyFile file = SurveyFile.named("parcels").text("ZDDM", 19);
    for (int i = 1; i <= parcels; i++) {
      file.record(square(place, i), code(place, i));
    }
    return file.zip();
  }

  static String code(int place, int i) {
    return "450721%03d%03dGN%05d".formatted(place / 1000, place % 1000, i);
  }

  static String square(int place, int i) {
    double west = 36_632_000 + 100.0 * i;
    double south = 2_480_000 + 100.0 * place;
    return "POLYGON ((%1$s %2$s, %1$s %4$s, %3$s %4$s, %3$s %2$s, %1$s %2$s))".formatted(west, south, west + 50,
        south + 50);
  }

  /** Waits until the import is read and checked. @return its status */
  static String checked(RunningServer server, long id) {
    try {
      return Awaitility.await().atMost(PATIENCE).until(() -> status(server, id), status -> !UNDER_WAY.contains(status));
    } catch (ConditionTimeoutException late) {
      throw new AssertionError("Import %d: %s%nbackground work: %s".formatted(id, server.get("/api/imports/" + id).body(),
          JSON.readTree(server.get("/api/operations").body()).get("jobs")), late);
    }
  }

  /** Empty while the server cannot say. */
  static String status(RunningServer server, long id) {
    HttpResponse<String> seen = server.get("/api/imports/" + id);
    return seen.statusCode() == 200 ? JSON.readTree(seen.body()).get("status").asString() : "QUEUED";
  }
}
