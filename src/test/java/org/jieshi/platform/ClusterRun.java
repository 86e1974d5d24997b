package org.jieshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieshi.store.OwnPostgis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/cluster}: two programs over one PostGIS with a streaming replica, and what they do when one of the four is
 * killed, stopped or left behind. What the two programs do without a replica is {@code TwoProgramsIT}.
 */
@TestMethodOrder(OrderAnnotation.class)
class ClusterRun {

  private static final int CHANGES = 30;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir static Path directory;
  private static OwnPostgis database;
  private static OwnPostgis replica;
  private static String[] settings;
  private static RunningServer here;
  private static RunningServer there;

  @BeforeAll
  static void start() throws Exception {
    database = OwnPostgis.in(directory.resolve("database"));
    replica = database.replica(directory.resolve("replica"));
    String[] own = database.settings();
    settings = new String[] {own[0], own[1], own[2], replica.asReplica(), "--jieshi.db.replica.behind=3s"};
    here = RunningServer.on(directory.resolve("here"), settings);
    there = RunningServer.on(directory.resolve("there"), settings);
    awaitReplica(here, "asked", true);
    awaitReplica(there, "asked", true);
  }

  @AfterAll
  static void end() {
    for (AutoCloseable each : new AutoCloseable[] {here, there, replica, database}) {
      try {
        each.close();
      } catch (Exception e) {
        System.err.println(e);
      }
    }
  }

  @Test
  @Order(1)
  void whatIsChangedThroughOneProgramIsReadThroughTheOtherAtOnce() {
    int place = 0;
    long before = replica(there).get("reads").asLong() + replica(here).get("reads").asLong();
    for (int i = 0; i < CHANGES; i++) {
      RunningServer writer = i % 2 == 0 ? here : there;
      RunningServer reader = i % 2 == 0 ? there : here;
      bring(writer, ++place);
      assertThat(reader.get("/api/parcels?size=1").body()).contains("\"total\":" + place);
      assertThat(reader.get("/ogc/collections/parcels/items?limit=1").body()).contains("\"numberMatched\":" + place);
    }
    long byReplica = replica(there).get("reads").asLong() + replica(here).get("reads").asLong() - before;
    held("%d changes through either program, each read through the other at once; %d of %d reads by the replica",
        CHANGES, byReplica, 2 * CHANGES);
  }

  @Test
  @Order(2)
  void aReplicaThatStandsStillIsNeverBelieved() {
    replica.pause(true);
    long stale = replica(here).get("behind").asLong();
    for (int place = 101; place <= 105; place++) {
      bring(here, place);
      assertThat(here.get("/api/parcels?size=1").body()).contains("\"total\":" + (CHANGES + place - 100));
    }
    assertThat(replica(here).get("behind").asLong()).isGreaterThan(stale);
    awaitReplica(here, "asked", false);
    JsonNode state = JSON.readTree(here.get("/api/operations").body());
    assertThat(state.get("warnings").toString()).contains("s behind: everything is read from the database itself", "只读副本");
    assertThat(here.get("/actuator/prometheus").body()).contains("jieshi_replica_asked 0.0");
    replica.pause(false);
    awaitReplica(here, "asked", true);
    held("replay paused: 5 changes read at once, by the database; told after 3 s; read again when it had caught up");
  }

  @Test
  @Order(3)
  void aKilledReplicaCostsNoRead() {
    replica.stop();
    for (int i = 0; i < 20; i++) {
      assertThat(here.get("/api/parcels?size=1").statusCode()).isEqualTo(200);
      assertThat(there.get("/ogc/collections/parcels/items?limit=5").statusCode()).isEqualTo(200);
    }
    awaitReplica(there, "up", false);
    bring(there, 201);
    replica.start();
    awaitReplica(here, "asked", true);
    awaitReplica(there, "asked", true);
    held("replica gone: 40 of 40 reads answered, a change made; read again when it was back");
  }

  @Test
  @Order(4)
  void aKilledProgramLosesNothingAndTheOtherGoesOn() {
    List<Long> received = new ArrayList<>();
    for (int place = 301; place <= 306; place++) {
      received.add(Surveys.send(here, place, 40));
    }
    here.killProgram();
    received.forEach(id -> assertThat(Surveys.checked(there, id)).isEqualTo("STAGED"));
    received.forEach(id -> assertThat(there.post("/api/imports/" + id + "/commit", "{}").statusCode()).isEqualTo(200));
    assertThat(there.get("/api/parcels?size=1").body()).contains("\"total\":" + (CHANGES + 5 + 1 + 6 * 40));
    here = RunningServer.on(directory.resolve("here"), settings);
    awaitReplica(here, "asked", true);
    assertThat(here.get("/api/parcels?size=1").body()).contains("\"total\":" + (CHANGES + 5 + 1 + 6 * 40));
    assertThat(there.post("/api/audit/verify", "").body()).contains("\"intact\":true");
    held("a program killed amid 6 imports of 40 parcels: the other did all of them, once; the chain is whole");
  }

  @Test
  @Order(5)
  void aDatabaseThatWasAwayComesBackWithItsReplica() {
    database.stop();
    assertThat(here.get("/api/parcels?size=1").body()).as("who may read is the database's to say").contains("UNAVAILABLE");
    database.start();
    await().atMost(Duration.ofSeconds(60)).until(() -> here.get("/actuator/health").statusCode() == 200
        && there.get("/actuator/health").statusCode() == 200);
    awaitReplica(here, "asked", true);
    bring(here, 401);
    assertThat(there.get("/api/parcels?size=1").body()).contains("\"total\":" + (CHANGES + 5 + 1 + 6 * 40 + 1));
    held("the database stopped and started: told meanwhile, both go on by themselves, the replica is read again");
  }

  private static void bring(RunningServer server, int place) {
    long id = Surveys.send(server, place, 1);
    assertThat(Surveys.checked(server, id)).isEqualTo("STAGED");
    assertThat(server.post("/api/imports/" + id + "/commit", "{}").statusCode()).isEqualTo(200);
  }

  private static JsonNode replica(RunningServer server) {
    return JSON.readTree(server.get("/api/operations").body()).get("replica");
  }

  private static void awaitReplica(RunningServer server, String flag, boolean value) {
    await().atMost(Duration.ofSeconds(30)).until(() -> replica(server).get(flag).asBoolean() == value);
  }

  private static void held(String what, Object... figures) {
    System.out.println("held: " + String.format(Locale.ROOT, what, figures));
  }
}
