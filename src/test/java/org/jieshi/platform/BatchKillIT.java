package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.store.DatabaseKind;
import org.jieshi.store.TestDatabase;
import org.jieshi.store.TestDatabases;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} in the midst of a batch: every parcel is whole or untouched, and the batch goes on by itself. */
class BatchKillIT {

  private static final int PARCELS = 300;
  private static final int DONE_BEFORE_THE_KILL = 10;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(DatabaseKind.class)
  void aBatchGoesOnAfterTheKillAndNothingIsHalfDoneOrDoneTwice(DatabaseKind kind) {
    TestDatabase database = kind == DatabaseKind.POSTGIS ? TestDatabases.fresh(kind) : null;
    String[] arguments = database == null ? new String[0] : new String[] {"--jieshi.db.url=" + database.url(),
        "--jieshi.db.user=" + database.user(), "--jieshi.db.password=" + database.password()};
    RunningServer server = RunningServer.on(directory, arguments);
    try {
      bringParcels(server);
      String batch = JSON.readTree(requestBatch(server)).get("id").asString();
      Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
          .until(() -> batch(server, batch).get("done").asInt() >= DONE_BEFORE_THE_KILL);
      if (database == null) {
        server.killDatabase();
      }
      server.killProgram();
      if (database != null) {
        assertWholeOrUntouched(JdbcClient.create(database.dataSource()), batch);
      }
      try (RunningServer again = RunningServer.on(directory, arguments)) {
        JsonNode standing = batch(again, batch);
        assertThat(standing.get("status").asString()).as("says where it stands").isIn("RUNNING", "DONE");
        assertThat(standing.get("done").asInt()).isBetween(DONE_BEFORE_THE_KILL, PARCELS);
        Awaitility.await().atMost(PATIENCE)
            .until(() -> batch(again, batch).get("status").asString().equals("DONE"));
        assertEachOnce(again, batch);
      }
    } finally {
      server.close();
      if (database != null) {
        TestDatabases.drop(database);
      }
    }
  }

  /** The killed program's database, before anything goes on: what an item says is what became of its parcel. */
  private static void assertWholeOrUntouched(JdbcClient jdbc, String batch) {
    List<String> torn = jdbc.sql("""
        select i.item_key from registration_batch_item i
          join spatial_unit u on u.code = i.item_key and u.kind = 'PARCEL'
          left join application a on a.parcel = i.item_key
         where i.batch_id = :batch
           and not (i.status = 'DONE' and a.id = i.application_id and u.status = 'PENDING'
                    and exists (select 1 from application_event e where e.application_id = a.id)
                    and exists (select 1 from audit_entry t where t.subject_id = a.id)
                or i.status = 'PENDING' and a.id is null and u.status = 'SURVEYED')
        """).param("batch", batch).query(String.class).list();
    assertThat(torn).isEmpty();
    assertThat(jdbc.sql("select count(*) from registration_batch_item where status = 'PENDING'").query(Long.class)
        .single()).as("killed before the end").isPositive();
  }

  private static void assertEachOnce(RunningServer server, String batch) {
    JsonNode seen = batch(server, batch);
    assertThat(seen.get("done").asInt()).isEqualTo(PARCELS);
    assertThat(seen.get("refused").asInt()).isZero();
    JsonNode applications = JSON.readTree(server.get("/api/applications?size=1000").body());
    assertThat(applications.get("total").asInt()).isEqualTo(PARCELS);
    List<String> numbers = applications.get("items").valueStream().map(each -> each.get("id").asString().substring(6))
        .sorted().toList();
    assertThat(numbers).as("no number lost").isEqualTo(IntStream.rangeClosed(1, PARCELS)
        .mapToObj("%04d"::formatted).toList());
    assertThat(server.post("/api/audit/verify", "").body()).contains("\"intact\":true").contains("\"faults\":[]");
  }

  private static JsonNode batch(RunningServer server, String id) {
    return JSON.readTree(server.get("/api/batches/" + id).body());
  }

  private static String requestBatch(RunningServer server) {
    server.addPerson("surveyor", "测绘员", "SURVEYOR");
    HttpResponse<String> answer = server.postAs("surveyor", "/api/batches", "{\"step\": \"apply\", \"keys\": [%s]}"
        .formatted(IntStream.rangeClosed(1, PARCELS).mapToObj(i -> '"' + code(i) + '"').collect(Collectors.joining(","))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.body();
  }

  private static void bringParcels(RunningServer server) {
    SurveyFile file = SurveyFile.named("parcels").text("ZDDM", 19);
    for (int i = 1; i <= PARCELS; i++) {
      file.record("POLYGON ((%1$d 2480000, %1$d 2480050, %2$d 2480050, %2$d 2480000, %1$d 2480000))".formatted(
          36_632_000 + 100 * i, 36_632_050 + 100 * i), code(i));
    }
    String boundary = "----jieshi";
    byte[] head = ("--%1$s\r\nContent-Disposition: form-data; name=\"layer\"\r\n\r\nparcels\r\n"
        + "--%1$s\r\nContent-Disposition: form-data; name=\"accuracy\"\r\n\r\n0.05\r\n"
        + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.zip\"\r\n"
        + "Content-Type: application/zip\r\n\r\n").formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.US_ASCII);
    HttpResponse<String> answer = server.send(server.request("/api/imports")
        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.ofByteArrays(Arrays.asList(head, file.zip(), tail))).build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    long id = JSON.readTree(answer.body()).get("id").asLong();
    Awaitility.await().atMost(PATIENCE).until(() -> JSON.readTree(server.get("/api/imports/" + id).body())
        .get("status").asString().equals("STAGED"));
    assertThat(server.post("/api/imports/" + id + "/commit", "{}").statusCode()).isEqualTo(200);
  }

  private static String code(int i) {
    return "450721001002GN%05d".formatted(i);
  }
}
