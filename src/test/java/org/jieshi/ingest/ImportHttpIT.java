package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.parcel;
import static org.jieshi.ingest.SurveyedLand.parcels;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jieshi.store.EachDatabase;
import org.jieshi.store.TestJobs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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
  @Value("${jieshi.data}") Path data;

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

  @Test
  void aFileIsLookedIntoBeforeItIsSentAndNothingIsKept() throws Exception {
    int before = jdbc.sql("select count(*) from import").query(Integer.class).single();
    SurveyFile file = parcel(parcels(), code(5, 1), rectangle(0, 4000, 100, 100), "15.00");
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    field(form, "layer", "parcels");
    part(form, "宗地.zip", file.zip());

    HttpResponse<String> answer = send(form, ImportDesk.SURVEYOR, "/api/imports/inspect");

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode found = body(answer);
    assertThat(found.get("crs").asString()).isEqualTo("EPSG:4524");
    assertThat(found.get("records").asInt()).isEqualTo(1);
    assertThat(found.get("columns").toString()).isEqualTo("[\"ZDDM\",\"ZL\",\"ZDMJ\",\"YT\",\"QLRMC\",\"TFH\"]");
    assertThat(found.get("encodings").get(0).get("encoding").asString()).isEqualTo("GB18030");
    assertThat(found.get("encodings").get(0).get("rows").get(0).get("QLRMC").asString()).isEqualTo("华山农场");
    assertThat(found.get("encodings").get(1).get("encoding").asString()).isEqualTo("UTF-8");
    assertThat(found.get("encodings").get(1).get("fits").asBoolean()).isFalse();
    assertThat(found.get("encodings").get(1).get("refusal").get("zh").asString()).contains("不能按 UTF-8 读取");
    assertThat(found.get("mapping").get("declaredArea").asString()).isEqualTo("ZDMJ");
    assertThat(found.get("mapping").get("areaUnit").asString()).isEqualTo("=2");
    assertThat(jdbc.sql("select count(*) from import").query(Integer.class).single()).isEqualTo(before);
  }

  @Test
  void fiftyIdenticalUploadsAtOnceAreOneImport() throws Exception {
    byte[] zip = parcel(parcels(), code(6, 1), rectangle(0, 5000, 100, 100), "10000.00").zip();
    ExecutorService fifty = Executors.newFixedThreadPool(50);
    Set<String> answers = new HashSet<>();
    try {
      List<Callable<String>> all = Collections.nCopies(50, () -> {
        HttpResponse<String> answer = upload(Map.of("layer", "parcels", "accuracy", "0.05"), "a.zip", zip);
        return answer.statusCode() + " " + answer.body();
      });
      for (Future<String> one : fifty.invokeAll(all)) {
        answers.add(one.get());
      }
    } finally {
      fifty.shutdown();
    }

    assertThat(answers).hasSize(1).allMatch(answer -> answer.startsWith("202 {\"id\":"));
    TestJobs.awaitAll(jdbc);
    assertThat(jdbc.sql("select count(*) from import i join import_row r on r.import_id = i.id where r.code = :code")
        .param("code", code(6, 1)).query(Integer.class).single()).isEqualTo(1);
  }

  /** What was sent so far is gone with the connection; nobody has to clean up before sending it again. */
  @Test
  void anUploadThatBreaksOffLeavesNothingBehind() throws Exception {
    int before = jdbc.sql("select count(*) from import").query(Integer.class).single();
    byte[] zip = new byte[3 << 20];
    try (Socket connection = new Socket("localhost", port)) {
      OutputStream out = connection.getOutputStream();
      String credentials = Base64.getEncoder()
          .encodeToString((ImportDesk.SURVEYOR + ":" + ImportDesk.PASSWORD).getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream form = new ByteArrayOutputStream();
      field(form, "layer", "parcels");
      part(form, "a.zip", zip);
      out.write(("POST /api/imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + credentials
          + "\r\nContent-Type: multipart/form-data; boundary=edge\r\nContent-Length: " + (form.size() + 10)
          + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(form.toByteArray(), 0, form.size() / 2);
      out.flush();
      await().atMost(Duration.ofSeconds(20)).until(() -> !TemporaryFiles.in(data).isEmpty());
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> TemporaryFiles.in(data).isEmpty());
    assertThat(jdbc.sql("select count(*) from import").query(Integer.class).single()).isEqualTo(before);
  }

  @Test
  void theDiskIsCleanAfterSuccessFailureAndCancel() throws Exception {
    SurveyFile good = parcel(parcels(), code(8, 1), rectangle(0, 7000, 100, 100), "10000.00");
    byte[] shp = good.shp();
    upload(Map.of("layer", "parcels"), "good.zip", good.zip());
    upload(Map.of("layer", "parcels"), "cut.zip", good.replace("shp", Arrays.copyOf(shp, shp.length - 40)).zip());
    long given = body(upload(Map.of("layer", "claims", "basis", "OCCUPATION", "claimant", "大岭村"), "given.geojson",
        ReadFile.resource("gdal-crs.geojson"))).get("id").asLong();
    post("/api/imports/" + given + "/discard", "");
    assertThat(upload(Map.of("layer", "nothing"), "refused.zip", shp).statusCode()).isEqualTo(422);
    TestJobs.awaitAll(jdbc);

    await().atMost(Duration.ofSeconds(10)).until(() -> TemporaryFiles.in(data).isEmpty());
    assertThat(ImportTables.leftOf(jdbc, given)).isEmpty();
  }

  @Test
  void aWrongZoneIsToldBeforeTheFileIsSent() throws Exception {
    SurveyFile file = parcel(parcels(), code(9, 1), rectangle(0, 8000, 100, 100), "10000.00")
        .prj(SurveyFile.prj("zone 37", 37_500_000, 111));
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    field(form, "layer", "parcels");
    part(form, "宗地.zip", file.zip());

    JsonNode found = body(send(form, ImportDesk.SURVEYOR, "/api/imports/inspect")).get("findings");

    assertThat(found.get(found.size() - 1).get("severity").asString()).isEqualTo("BLOCK");
    assertThat(found.get(found.size() - 1).get("message").asString())
        .startsWith("The coordinates of record 1 don't fit EPSG:4525: ");
  }

  @Test
  void findingsAreGroupedAndDownloadedAndABoundaryIsMended() throws Exception {
    SurveyFile file = parcel(parcels(), code(7, 1), "POLYGON ((36632000 2486000, 36632000 2486100, 36632100 2486100,"
        + " 36632100 2486000, 36632050 2486000, 36632051 2485999, 36632050 2485999, 36632051 2486000, 36632000 2486000))",
        "10000.00");
    String at = "/api/imports/" + body(upload(Map.of("layer", "parcels", "accuracy", "0.05"), "a.zip", file.zip()))
        .get("id").asLong();
    TestJobs.awaitAll(jdbc);

    JsonNode groups = body(get(at + "/findings/groups"));
    assertThat(groups.get(0).get("rule").asString()).isEqualTo("G1");
    assertThat(groups.get(0).get("ruleVersion").asString()).isEqualTo(Rules.VERSION);
    HttpResponse<String> table = get(at + "/findings.csv");
    assertThat(table.headers().firstValue("Content-Type").orElse("")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(table.headers().firstValue("Content-Disposition").orElse("")).matches("attachment; filename=\"findings-\\d+.csv\"");
    assertThat(body(get(at + "/findings.geojson")).get("features").size()).isPositive();
    JsonNode repair = body(get(at + "/repairs")).get("items").get(0);
    assertThat(repair.get("drawn").get("type").asString()).isEqualTo("Polygon");
    assertThat(repair.get("areaRepaired").asDouble()).isEqualTo(10000.5);

    assertThat(post(at + "/repairs/1/accept", "").statusCode()).isEqualTo(200);
    TestJobs.awaitAll(jdbc);

    assertThat(body(get(at)).get("counts").get("blocked").asInt()).isZero();
  }

  @Test
  void transformationsAreEnteredByAdministratorsOnly() throws Exception {
    String set = """
        {"name": "灵山七参数", "method": "POSITION_VECTOR", "fromCrs": "EPSG:2360", "dx": 12.5, "dy": -3.25, "dz": 7.75,
         "rx": 0.61, "ry": -0.42, "rz": 0.93, "scalePpm": -2.15, "rmse": 0.08, "sourceDocument": "灵测〔2009〕3号",
         "area": "灵山县", "bounds": [108.9, 21.8, 109.6, 22.8], "validFrom": "2009-01-01"}
        """;

    assertThat(post("/api/transformations", set).statusCode()).isEqualTo(403);
    assertThat(body(get("/api/transformations")).get("total").asInt()).isZero();
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
    return send(form, username, "/api/imports");
  }

  private HttpResponse<String> send(ByteArrayOutputStream form, String username, String path) throws Exception {
    form.writeBytes("--edge--\r\n".getBytes(StandardCharsets.US_ASCII));
    return http.send(request(path, username).header("Content-Type", "multipart/form-data; boundary=edge")
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
