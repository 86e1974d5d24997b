package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.parcel;
import static org.jieshi.ingest.SurveyedLand.parcels;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestJobs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way over a real port, with workers, as a script does it. */
@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
@org.springframework.context.annotation.Import(ImportDesk.class)
class ImportHttpIT {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aScriptUploadsLooksCommitsAndTakesBack() throws Exception {
    SurveyFile file = parcel(parcels(), code(1, 1), rectangle(0, 0, 100, 100), "10000.00");
    parcel(file, code(1, 2), rectangle(95, 0, 100, 100), "10000.00");
    parcel(file, code(1, 3), rectangle(300, 0, 100, 100), "10000.00");

    HttpResponse<String> received = upload(Map.of("layer", "parcels", "accuracy", "0.05"), "宗地.zip", file.zip());
    assertThat(received.statusCode()).isEqualTo(202);
    String at = "/api/imports/" + body(received).get("id").asLong();
    assertThat(received.headers().firstValue("Location")).hasValue(at);
    TestJobs.awaitAll(jdbc);

    JsonNode staged = body(get(at));
    assertThat(staged.get("status").asString()).isEqualTo("STAGED");
    assertThat(staged.get("layer").asString()).isEqualTo("parcels");
    assertThat(staged.get("fileName").asString()).isEqualTo("宗地.zip");
    assertThat(staged.get("crs").asString()).isEqualTo("EPSG:4524");
    assertThat(staged.get("progress").toString()).isEqualTo("{\"done\":3,\"total\":3}");
    assertThat(staged.get("counts").toString()).isEqualTo("{\"features\":3,\"accepted\":1,\"blocked\":2,\"warned\":0}");
    assertThat(staged.get("findings").get(0).get("rule").asString()).isEqualTo("C1");
    assertThat(staged.get("findings").get(0).get("coordinate").get(0).asDouble()).isBetween(109.28, 109.29);
    assertThat(body(get(at + "/findings?severity=block&record=2")).get("total").asInt()).isEqualTo(1);
    JsonNode map = body(get(at + "/preview.geojson"));
    assertThat(map.get("features").size()).isEqualTo(3);
    assertThat(map.get("features").get(2).get("properties").get("outcome").asString()).isEqualTo("ACCEPTED");
    assertThat(map.get("features").get(2).get("geometry").get("coordinates").get(0).get(0).get(1).asDouble())
        .isBetween(22.40, 22.42);

    HttpResponse<String> refused = post(at + "/commit", "");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(body(refused).get("code").asString()).isEqualTo("ROWS_BLOCKED");
    assertThat(body(post(at + "/commit", "{\"acceptedOnly\":true}")).get("status").asString()).isEqualTo("COMMITTED");
    assertThat(body(get("/api/parcels/" + code(1, 3))).get("planeArea").asDouble()).isEqualTo(10000.0);
    assertThat(body(post(at + "/undo", "")).get("status").asString()).isEqualTo("UNDONE");
    assertThat(body(get("/api/imports?status=UNDONE")).get("total").asInt()).isEqualTo(1);
  }

  @Test
  void looseFilesAreSentSideBySide() throws Exception {
    SurveyFile file = parcel(parcels(), code(2, 1), rectangle(0, 1000, 100, 100), "10000.00");
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    field(form, "layer", "parcels");
    for (Map.Entry<String, byte[]> part : file.files().entrySet()) {
      part(form, "宗地." + part.getKey().toUpperCase(), part.getValue());
    }
    long id = body(send(form)).get("id").asLong();
    TestJobs.awaitAll(jdbc);

    JsonNode staged = body(get("/api/imports/" + id));
    assertThat(staged.get("fileName").asString()).isEqualTo("宗地.zip");
    assertThat(staged.get("counts").get("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void eventsTellTheStoryUntilItIsSettled() throws Exception {
    SurveyFile file = parcel(parcels(), code(3, 1), rectangle(0, 2000, 100, 100), "10000.00");
    long id = body(upload(Map.of("layer", "parcels"), "a.zip", file.zip())).get("id").asLong();

    HttpResponse<Stream<String>> events =
        http.send(request("/api/imports/" + id + "/events", ImportDesk.MANAGER).build(), BodyHandlers.ofLines());
    List<String> lines = events.body().toList();

    assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
    assertThat(lines).contains("event:import");
    String last = lines.stream().filter(line -> line.startsWith("data:")).reduce((one, next) -> next).orElseThrow();
    assertThat(json.readTree(last.substring(5)).get("status").asString()).isEqualTo("STAGED");
  }

  @Test
  void aRequestThatSaysTooLittleOrIsNotAllowedIsRefusedAtOnce() throws Exception {
    byte[] zip = parcel(parcels(), code(4, 1), rectangle(0, 3000, 100, 100), "").zip();

    HttpResponse<String> noLayer = upload(Map.of(), "a.zip", zip);
    assertThat(noLayer.statusCode()).isEqualTo(422);
    assertThat(body(noLayer).get("field").asString()).isEqualTo("layer");
    HttpResponse<String> accuracy = upload(Map.of("layer", "parcels", "accuracy", "gut"), "a.zip", zip);
    assertThat(body(accuracy).get("field").asString()).isEqualTo("accuracy");
    HttpResponse<String> mapping = upload(Map.of("layer", "parcels", "mapping", "{"), "a.zip", zip);
    assertThat(body(mapping).get("field").asString()).isEqualTo("mapping");
    assertThat(get("/api/imports/999999").statusCode()).isEqualTo(404);

    ByteArrayOutputStream form = new ByteArrayOutputStream();
    field(form, "layer", "parcels");
    part(form, "a.zip", zip);
    assertThat(send(form, ImportDesk.MANAGER).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> upload(Map<String, String> fields, String fileName, byte[] content) throws Exception {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (Map.Entry<String, String> entry : fields.entrySet()) {
      field(form, entry.getKey(), entry.getValue());
    }
    part(form, fileName, content);
    return send(form);
  }

  private HttpResponse<String> send(ByteArrayOutputStream form) throws Exception {
    return send(form, ImportDesk.SURVEYOR);
  }

  private HttpResponse<String> send(ByteArrayOutputStream form, String username) throws Exception {
    form.writeBytes("--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
    return http.send(request("/api/imports", username).header("Content-Type", "multipart/form-data; boundary=edge")
        .POST(BodyPublishers.ofByteArray(form.toByteArray())).build(), BodyHandlers.ofString());
  }

  private static void field(ByteArrayOutputStream form, String name, String value) {
    form.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)
        .getBytes(StandardCharsets.UTF_8));
  }

  private static void part(ByteArrayOutputStream form, String fileName, byte[] content) throws IOException {
    form.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n").formatted(fileName).getBytes(StandardCharsets.UTF_8));
    form.write(content);
    form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path, ImportDesk.SURVEYOR).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    return http.send(request(path, ImportDesk.SURVEYOR).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String username) {
    String credentials = Base64.getEncoder()
        .encodeToString((username + ":" + ImportDesk.PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", "Basic " + credentials);
  }

  private JsonNode body(HttpResponse<String> response) {
    return json.readTree(response.body());
  }
}
