package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jieshi.parcels.Land.accurateTo;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.evidence;
import static org.jieshi.parcels.Land.imported;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.conflicts.ConflictEvent.Changed;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What is judged of overlaps and neighbours besides their geometry, over HTTP; each case on land of its own. */
@EachDatabase
@AutoConfigureMockMvc
class OverlapModelIT {

  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");
  private static final AtomicInteger SEQUENCE = new AtomicInteger(100);

  @Autowired MockMvc http;
  @Autowired SpatialUnits units;
  @Autowired Conflicts conflicts;
  @Autowired Users users;
  @Autowired TestClock clock;
  @Autowired AuditVerifier verifier;
  @Autowired TransactionTemplate transaction;

  private int sequence;
  private double west;

  @BeforeEach
  void onLandOfItsOwn() {
    sequence = SEQUENCE.addAndGet(10);
    west = 300 * sequence;
    for (Role role : Role.values()) {
      if (users.find(name(role)).isEmpty()) {
        users.add(name(role), role.title().zh(), role, null, "long enough");
      }
    }
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aGapBetweenNeighboursIsListedAndMayBeNamedAsARoad() throws Exception {
    addParcels(rectangle(west, 0, 100, 100), rectangle(west + 101, 0, 100, 100), rectangle(west, 100, 201, 50),
        rectangle(west, -50, 201, 50));
    String gaps = "/api/parcels/gaps?bbox=" + window(rectangle(west + 99, 10, 3, 3));

    String point = ask(gaps).andExpect(status().isOk())
        .andExpect(jsonPath("$.rule").value("C6")).andExpect(jsonPath("$.limit").value(2.0))
        .andExpect(jsonPath("$.compared").value(4)).andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[0].area").value(100.0))
        .andExpect(jsonPath("$.items[0].meanWidth").value(0.99))
        .andExpect(jsonPath("$.items[0].maxWidth").value(1.0))
        .andExpect(jsonPath("$.items[0].parcels", containsInAnyOrder(code(sequence), code(sequence + 1),
            code(sequence + 2), code(sequence + 3))))
        .andExpect(jsonPath("$.items[0].named").doesNotExist())
        .andReturn().getResponse().getContentAsString().replaceAll("(?s).*\"at\":\\[([^\\]]*)\\].*", "$1");
    String[] at = point.split(",");
    String name = """
        {"kind": "ROAD", "name": "机耕路", "longitude": %s, "latitude": %s}""".formatted(at[0], at[1]);
    send(post("/api/parcels/gaps/names"), Role.MANAGER, name).andExpect(status().isForbidden());
    String id = send(post("/api/parcels/gaps/names"), Role.SURVEYOR, name).andExpect(status().isCreated())
        .andReturn().getResponse().getContentAsString().replaceAll(".*\"id\":(\\d+).*", "$1");
    ask(gaps).andExpect(jsonPath("$.items[0].named.kind").value("ROAD"))
        .andExpect(jsonPath("$.items[0].named.name").value("机耕路"))
        .andExpect(jsonPath("$.items[0].named.enteredBy").value(name(Role.SURVEYOR)));
    send(delete("/api/parcels/gaps/names/" + id), Role.REVIEWER, "").andExpect(status().isNoContent());
    send(delete("/api/parcels/gaps/names/" + id), Role.REVIEWER, "").andExpect(status().isNotFound());
    ask(gaps).andExpect(jsonPath("$.items[0].named").doesNotExist());
    ask(gaps + "&width=0.5").andExpect(jsonPath("$.total").value(0));
    ask(gaps + "&width=-1").andExpect(status().isBadRequest());
  }

  @Test
  void verticesThatANeighbourLacksAreListedWithTheirPlace() throws Exception {
    addParcels(rectangle(west, 0, 100, 100), rectangle(west + 100, 0, 100, 40));

    ask("/api/parcels/boundary-mismatches?bbox=" + window(rectangle(west - 1, -1, 202, 102)))
        .andExpect(status().isOk()).andExpect(jsonPath("$.rule").value("C7"))
        .andExpect(jsonPath("$.limit").value(0.05)).andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[0].parcel").value(code(sequence + 1)))
        .andExpect(jsonPath("$.items[0].neighbour").value(code(sequence)))
        .andExpect(jsonPath("$.items[0].kind").value("VERTEX_MISSING"))
        .andExpect(jsonPath("$.items[0].coordinate", contains(36_632_000 + west + 100, 2_480_040.0)))
        .andExpect(jsonPath("$.items[0].distance").value(0.0))
        .andExpect(jsonPath("$.items[0].crs").value("EPSG:4524"))
        .andExpect(jsonPath("$.items[0].at", hasSize(2)));
  }

  @Test
  void aNewRuleJudgesEverythingAgainAndSaysSoInTheHistory() throws Exception {
    addParcels(rectangle(west, 0, 100, 100));
    units.add(UnitKind.CLAIM, List.of(claim("R" + sequence, rectangle(west + 99.8, 0, 100, 100), "证1")), WHY);
    long id = conflicts.ofParcel(code(sequence)).get(0).id();
    assertThat(conflicts.get(id).overlapClass()).isEqualTo(OverlapClass.BOUNDARY);
    assertThat(conflicts.openAgainst(code(sequence))).hasSize(1);
    String tag = ask("/api/overlap-rules").andExpect(jsonPath("$.items[0].allowFactor").value(2.0))
        .andReturn().getResponse().getHeader("ETag");

    send(rule(4, tag), Role.REVIEWER).andExpect(status().isForbidden());
    send(rule(9, tag), Role.ADMINISTRATOR).andExpect(status().isUnprocessableContent());
    send(rule(4, null), Role.ADMINISTRATOR).andExpect(status().isPreconditionRequired());
    send(rule(4, tag), Role.ADMINISTRATOR).andExpect(status().isCreated())
        .andExpect(jsonPath("$.judged", greaterThanOrEqualTo(1))).andExpect(jsonPath("$.changed", greaterThanOrEqualTo(1)));
    send(rule(3, tag), Role.ADMINISTRATOR).andExpect(status().isPreconditionFailed());

    Conflict judged = conflicts.get(id);
    assertThat(judged.overlapClass()).isEqualTo(OverlapClass.NOISE);
    assertThat(judged.allowedWidth()).isCloseTo(4 * Math.hypot(0.05, 0.05), within(1e-12));
    assertThat(conflicts.openAgainst(code(sequence))).isEmpty();
    String next = ask("/api/overlap-rules").andReturn().getResponse().getHeader("ETag");
    assertThat(judged.ruleVersion()).isEqualTo("overlap-" + next.replace("\"", "") + "/track-2");
    ask("/api/conflicts/" + id).andExpect(jsonPath("$.history[1].what").value("REJUDGED"))
        .andExpect(jsonPath("$.history[1].why").value("RULE_CHANGED"))
        .andExpect(jsonPath("$.history[1].classBefore").value("BOUNDARY"))
        .andExpect(jsonPath("$.history[1].overlapClass").value("NOISE"))
        .andExpect(jsonPath("$.history[1].cause").doesNotExist());
    // what is found from now on is judged by it too, and a rule may be taken back by entering the old figures
    units.amend(units.get(UnitKind.CLAIM, "R" + sequence).ref(), rectangle(west + 99.75, 0, 100, 100), WHY);
    assertThat(conflicts.get(id).overlapClass()).isEqualTo(OverlapClass.NOISE);
    send(rule(4, next), Role.ADMINISTRATOR).andExpect(status().isConflict());
    send(rule(2, next), Role.ADMINISTRATOR).andExpect(status().isCreated());
    assertThat(conflicts.get(id).overlapClass()).isEqualTo(OverlapClass.BOUNDARY);
  }

  @Test
  void aGateWaitsForARuleThatIsBeingEnteredAndReadsWhatItLeaves() throws Exception {
    addParcels(rectangle(west, 0, 100, 100));
    units.add(UnitKind.CLAIM, List.of(claim("G" + sequence, rectangle(west + 99.9, 0, 100, 100), "证1")), WHY);
    assertThat(conflicts.openAgainst(code(sequence))).isEmpty();
    String tag = ask("/api/overlap-rules").andReturn().getResponse().getHeader("ETag");
    ExecutorService gate = Executors.newSingleThreadExecutor();
    Future<List<Conflict>> standing = transaction.execute(tx -> {
      enterRule(1, tag);
      return gate.submit(() -> transaction.execute(other -> conflicts.openAgainst(code(sequence))));
    });
    assertThat(standing.get()).hasSize(1);
    gate.shutdown();
    enterRule(2, ask("/api/overlap-rules").andReturn().getResponse().getHeader("ETag"));
    assertThat(conflicts.openAgainst(code(sequence))).isEmpty();
  }

  @Test
  void theAccuracyOfASourceIsCorrectedWithAReasonAndJudgedAgain() throws Exception {
    addParcels(rectangle(west, 0, 100, 100));
    units.add(UnitKind.CLAIM, List.of(imported(claim("A" + sequence, rectangle(west + 97, 0, 100, 100), "证1"),
        sequence)), WHY);
    long id = conflicts.ofParcel(code(sequence)).get(0).id();
    assertThat(conflicts.get(id).overlapClass()).isEqualTo(OverlapClass.ENCROACHMENT);
    String unit = "{\"kind\": \"CLAIM\", \"code\": \"A%d\", \"accuracy\": 3.0, \"reason\": \"据1:10000图\"}".formatted(sequence);
    String tag = ask("/api/claims/A" + sequence).andReturn().getResponse().getHeader("ETag");

    send(post("/api/accuracy-corrections").header("If-Match", tag), Role.SURVEYOR, unit).andExpect(status().isForbidden());
    send(post("/api/accuracy-corrections"), Role.REVIEWER, unit).andExpect(status().isPreconditionRequired());
    send(post("/api/accuracy-corrections").header("If-Match", tag), Role.REVIEWER, unit).andExpect(status().isCreated())
        .andExpect(jsonPath("$.items[0].before").value(0.05)).andExpect(jsonPath("$.items[0].after").value(3.0));

    assertThat(conflicts.get(id).overlapClass()).isEqualTo(OverlapClass.NOISE);
    assertThat(conflicts.get(id).rightAccuracy()).isEqualTo(3.0);
    assertThat(units.get(UnitKind.CLAIM, "A" + sequence).accuracy()).isEqualTo(3.0);
    send(post("/api/accuracy-corrections"), Role.REVIEWER,
        "{\"importId\": %d, \"accuracy\": 0.1, \"reason\": \"重测\"}".formatted(sequence)).andExpect(status().isCreated());
    assertThat(conflicts.get(id).overlapClass()).isEqualTo(OverlapClass.ENCROACHMENT);
    assertThat(conflicts.history(id)).extracting(ConflictEvent::what, ConflictEvent::why)
        .containsExactly(tuple("APPEARED", "LAND_CHANGED"), tuple("REJUDGED", "ACCURACY_CORRECTED"),
            tuple("REJUDGED", "ACCURACY_CORRECTED"));
    ask("/api/accuracy-corrections?kind=CLAIM&code=A" + sequence).andExpect(jsonPath("$.total").value(2));
    send(post("/api/accuracy-corrections"), Role.REVIEWER,
        "{\"importId\": %d, \"accuracy\": 0.1, \"reason\": \"重测\"}".formatted(sequence)).andExpect(status().isConflict());
  }

  @Test
  void theHistorySaysByWhichVersionOfWhichSideItHappened() {
    addParcels(rectangle(west, 0, 100, 100));
    clock.advance(Duration.ofDays(1));
    UnitRef claim = units.add(UnitKind.CLAIM, List.of(claim("H" + sequence, rectangle(west + 95, 0, 100, 100), "证1")),
        new ChangeReason("IMPORT", "7")).get(0);
    long id = conflicts.ofParcel(code(sequence)).get(0).id();
    units.amend(units.get(UnitKind.PARCEL, code(sequence)).ref(), rectangle(west, 0, 97, 100),
        new ChangeReason("AGREEMENT", "调2013-0001"));
    units.withdraw(claim, new ChangeReason("DECISION", "决2013-0002"));

    assertThat(conflicts.history(id)).extracting(ConflictEvent::what, event -> event.cause().side(),
            event -> event.cause().left(), event -> event.cause().right(), event -> event.cause().leftReason(),
            event -> event.cause().rightReason())
        .containsExactly(
            tuple("APPEARED", Changed.RIGHT, 1, 1, null, new ChangeReason("IMPORT", "7")),
            tuple("CHANGED", Changed.LEFT, 2, 1, new ChangeReason("AGREEMENT", "调2013-0001"), null),
            tuple("GONE", Changed.RIGHT, 2, null, null, new ChangeReason("DECISION", "决2013-0002")));
  }

  @Test
  void aParcelSaysHowMuchOfItTheFarmsCertificateOf1987SpeaksOf() throws Exception {
    addParcels(rectangle(west, 0, 100, 100));
    ask("/api/parcels/" + code(sequence)).andExpect(jsonPath("$.backing.share").value(0.0))
        .andExpect(jsonPath("$.backing.documents", hasSize(0)));
    units.add(UnitKind.EVIDENCE, List.of(accurateTo(evidence("87-" + sequence, rectangle(west - 100, -500, 175, 1000),
        UnitFacts.FARM_1987_CERTIFICATE), 3.0)), WHY);

    ask("/api/parcels/" + code(sequence)).andExpect(jsonPath("$.code").value(code(sequence)))
        .andExpect(jsonPath("$.backing.basis").value("FARM_1987_CERTIFICATE"))
        .andExpect(jsonPath("$.backing.documents[0]").value("林证字87-" + sequence))
        .andExpect(jsonPath("$.backing.area").value(7500.0)).andExpect(jsonPath("$.backing.share").value(0.75))
        .andExpect(jsonPath("$.backing.uncertainty").value(6.0))
        .andExpect(jsonPath("$.backing.leastShare").value(0.69))
        .andExpect(jsonPath("$.backing.mostShare").value(0.81));
  }

  @Test
  void facesNameTheirClaimantsAndContestedLandIsNotTheSumOfItsPairs() throws Exception {
    addParcels(rectangle(west, 0, 100, 100));
    units.add(UnitKind.CLAIM, List.of(claim("X" + sequence, rectangle(west + 50, 0, 100, 100), "证1"),
        claim("Y" + sequence, rectangle(west + 80, 0, 100, 100), null)), WHY);

    ask("/api/conflicts/faces?bbox=" + window(rectangle(west, 0, 180, 100)))
        .andExpect(jsonPath("$.netArea").value(5000.0)).andExpect(jsonPath("$.pairArea").value(7000.0))
        .andExpect(jsonPath("$.items[?(@.claimants.length() == 3)].area", contains(2000.0)))
        .andExpect(jsonPath("$.items[?(@.claimants.length() == 3)].claimants[1].document", contains("证1")))
        .andExpect(jsonPath("$.items[?(@.claimants.length() == 3)].claimants[2].party", contains("大岭村")))
        .andExpect(jsonPath("$.items[?(@.contested == true)].area", containsInAnyOrder(2000.0, 3000.0)));
  }

  @Test
  void oneLandWithTwoCertificatesIsReportedApart() throws Exception {
    addParcels(rectangle(west, 0, 100, 100));
    units.add(UnitKind.EVIDENCE, List.of(evidence("F1-" + sequence, rectangle(west + 60, 0, 100, 100),
            UnitFacts.FOREST_CERTIFICATE), evidence("F2-" + sequence, rectangle(west + 70, 0, 100, 100),
            UnitFacts.FOREST_CERTIFICATE)), WHY);

    ask("/api/coverage/double-certificates").andExpect(jsonPath("$.total").value(2))
        .andExpect(jsonPath("$.pairArea").value(7000.0)).andExpect(jsonPath("$.netArea").value(4000.0))
        .andExpect(jsonPath("$.items[0].left.code").value(code(sequence)))
        .andExpect(jsonPath("$.items[0].left.certified").value(false))
        .andExpect(jsonPath("$.items[0].right.number").value("林证字F1-" + sequence));
  }

  private MockHttpServletRequestBuilder rule(double allowFactor, @Nullable String tag) {
    MockHttpServletRequestBuilder request = post("/api/overlap-rules").content("""
        {"allowFactor": %s, "boundaryFactor": 3, "containedShare": 0.99, "writtenTo": 0.001, "validFrom": "2012-01-01",
         "source": "桂国土测[2012]3号", "reason": "试点"}""".formatted(allowFactor));
    return tag == null ? request : request.header("If-Match", tag);
  }

  private void enterRule(double allowFactor, String tag) {
    try {
      send(rule(allowFactor, tag), Role.ADMINISTRATOR).andExpect(status().isCreated());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private ResultActions send(MockHttpServletRequestBuilder request, Role role) throws Exception {
    return http.perform(request.with(csrf()).with(user(name(role)).roles(role.name()))
        .contentType(MediaType.APPLICATION_JSON));
  }

  private void addParcels(Geometry... boundaries) {
    List<UnitDraft> drafts = new ArrayList<>();
    for (Geometry boundary : boundaries) {
      drafts.add(parcel(code(sequence + drafts.size()), boundary));
    }
    units.add(UnitKind.PARCEL, drafts, WHY);
  }

  private static String window(Geometry land) {
    Envelope bounds = CoordinateSystems.toDegrees(land).getEnvelopeInternal();
    return "%s,%s,%s,%s".formatted(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
  }

  private ResultActions ask(String address) throws Exception {
    return http.perform(get(address).with(user(name(Role.MANAGER)).roles("MANAGER")));
  }

  private ResultActions send(MockHttpServletRequestBuilder request, Role role, String body) throws Exception {
    return http.perform(request.with(csrf()).with(user(name(role)).roles(role.name()))
        .contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private static String name(Role role) {
    return role.name().toLowerCase(Locale.ROOT) + "1";
  }
}
