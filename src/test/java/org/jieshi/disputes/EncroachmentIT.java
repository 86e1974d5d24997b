package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * The case the product was made for (domain.md §0), over HTTP: neighbours encroach on certified land; a patrol finds one of
 * them, who returns what he took.
 */
@EachDatabase
@AutoConfigureMockMvc
class EncroachmentIT {

  private static final String BEFORE = "2013-04-01";
  private static final String JULY = "2013-07-31";

  @Autowired DisputedLand land;
  @Autowired Conflicts conflicts;
  @Autowired Disputes disputes;
  @Autowired TestClock clock;
  @Autowired MockMvc http;

  @Test
  void fromThePatrolToRecoveredLand() throws Exception {
    land.people();
    DisputedLand.Plot plot = land.newPlot();
    land.certifiedParcel("P1", plot.at("POLYGON ((0 0, 500 0, 500 300, 0 300, 0 0))"));
    // 1 330 m² before April 2013: two neighbours on the same ground, so that the sum of both would be too much
    land.claim("C1", "石塘村委", "OCCUPATION", LocalDate.of(2009, 3, 1),
        plot.at("POLYGON ((-20 0, 20 0, 20 50, -20 50, -20 0))"));
    land.claim("C2", "石塘村民甲", "OCCUPATION", LocalDate.of(2011, 8, 1),
        plot.at("POLYGON ((-5 40, 20 40, 20 66.5, -5 66.5, -5 40))"));
    // April to July 2013: three incidents, 670 m²
    land.claim("C3", "平山村民乙", "OCCUPATION", LocalDate.of(2013, 4, 12),
        plot.at("POLYGON ((100 -10, 120 -10, 120 10, 100 10, 100 -10))"));
    land.claim("C5", "佛子村民丁", "OCCUPATION", LocalDate.of(2013, 7, 3),
        plot.at("POLYGON ((300 290, 320 290, 320 320, 300 320, 300 290))"));
    clock.set(LocalDate.of(2013, 5, 21));
    String found = patrol(plot);
    clock.set(LocalDate.of(2013, 7, 31));

    assertBalance(BEFORE, JULY, "1330.00", "670.00", "0.00", "2000.00", "0.2000");
    http.perform(get("/api/encroachments?from=2013-04-01&to=2013-07-31").with(httpBasic("reviewer", "long enough")))
        .andExpect(jsonPath("$.addedIncidents").value(3))
        .andExpect(jsonPath("$.incidents.length()").value(5));

    assertRegister(found);
    restore(found);
    assertThat(entry(found, "stage")).isEqualTo("RECOVERED");
    assertThat(entry(found, "recoveredOn")).isEqualTo("2013-10-08");
    assertThat(entry(found, "recoveredArea")).isEqualTo(270.00);
    assertThat(entry(found, "fact.amount")).isEqualTo(1500.00);
    ask("reviewer", get("/api/holds?parcel=P1&standing=true"), "").andExpect(jsonPath("$.total").value(0));

    assertThat(land.unit(UnitKind.CLAIM, found).status()).isEqualTo(UnitStatus.WITHDRAWN);
    assertThat(land.unit(UnitKind.PARCEL, "P1").status()).isEqualTo(UnitStatus.CERTIFIED);
    assertThat(disputes.openOn("P1")).isEmpty();
    assertThat(disputes.everDisputed("P1")).as("trespass is no ownership dispute").isFalse();
    assertThat(conflicts.openAgainst("P1")).hasSize(4);
    assertBalance("2013-08-01", "2013-12-31", "2000.00", "0.00", "270.00", "1730.00", "0.1730");
    assertBalance(BEFORE, JULY, "1330.00", "670.00", "0.00", "2000.00", "0.2000");
    ask("manager", post("/api/audit/verify"), "").andExpect(status().isOk())
        .andExpect(jsonPath("$.faults.length()").value(0));
  }

  /** Plan, track, finding with its outline, claim by occupation; the id of the finding, which the claim has too. */
  private String patrol(DisputedLand.Plot plot) throws Exception {
    ask("surveyor", post("/api/patrols"), """
        {"title": "五月巡查", "parcels": ["P1"], "reach": 50, "fromOn": "2013-05-20", "toOn": "2013-05-24",
         "people": ["surveyor"]}
        """).andExpect(status().isCreated()).andExpect(jsonPath("$.id").value("X2013-0001"));
    String track = Stream.of(degrees(plot.at("LINESTRING (450 20, 450 280)")).getCoordinates())
        .map(point -> "<trkpt lat=\"%s\" lon=\"%s\"/>".formatted(point.y, point.x))
        .collect(Collectors.joining("", "<gpx><trk><trkseg>", "</trkseg></trk></gpx>"));
    http.perform(multipart("/api/patrols/X2013-0001/tracks").file(new MockMultipartFile("file", "5-21.gpx",
        "application/gpx+xml", track.getBytes(StandardCharsets.UTF_8))).with(httpBasic("surveyor", "long enough")))
        .andExpect(status().isOk()).andExpect(jsonPath("$.length").value(closeTo(260, 1)));
    Geometry outline = degrees(plot.at("POLYGON ((490 100, 530 100, 530 127, 490 127, 490 100))"));
    Point middle = outline.getCentroid();
    String corners = Stream.of(outline.getCoordinates()).limit(4)
        .map(corner -> "[%s,%s]".formatted(corner.x, corner.y)).collect(Collectors.joining(",", "[", "]"));
    String finding = JsonPath.read(ask("surveyor", post("/api/findings"), """
        {"patrolId": "X2013-0001", "foundOn": "2013-05-21", "lon": %s, "lat": %s, "outline": %s, "accuracy": 0.05,
         "occupier": "平山村民丙", "way": "PLANTING", "since": "2013-05-20", "note": "新种甘蔗"}
        """.formatted(middle.getX(), middle.getY(), corners)).andExpect(status().isCreated())
        .andExpect(jsonPath("$.parcel").value("P1")).andReturn().getResponse().getContentAsString(), "$.id");
    ask("surveyor", post("/api/patrols/X2013-0001/actions/done").header("If-Match", "\"2\""),
        "{\"remark\": \"发现一处\"}").andExpect(status().isOk()).andExpect(jsonPath("$.status").value("DONE"));
    ask("reviewer", post("/api/findings/" + finding + "/actions/claim").header("If-Match", "\"1\""), "{}")
        .andExpect(status().isOk()).andExpect(jsonPath("$.status").value("CLAIMED"));
    return finding;
  }

  private static Geometry degrees(Geometry plane) {
    return CoordinateSystems.transformAcceptingBallpark(plane, 4524, CoordinateSystems.CGCS2000_DEGREES);
  }

  /** What the patrol knows stands in the register at once; the office adds the rest (domain.md §6). */
  private void assertRegister(String claim) throws Exception {
    assertThat(entry(claim, "stage")).isEqualTo("FOUND");
    assertThat(entry(claim, "occupier")).isEqualTo("平山村民丙");
    assertThat(entry(claim, "since")).isEqualTo("2013-05-20");
    assertThat(entry(claim, "area")).isEqualTo(270.00);
    assertThat(entry(claim, "fact.foundBy")).isEqualTo("PATROL");
    assertThat(entry(claim, "fact.foundOn")).isEqualTo("2013-05-21");
    assertThat(entry(claim, "fact.way")).isEqualTo("PLANTING");
    String more = """
        {"way": "PLANTING", "foundBy": "PATROL", "foundOn": "2013-05-21", "landUseScheme": "GB/T 21010-2007",
         "landUseCode": "021", "document": "无", "amount": 1500.00}""";
    String path = "/api/encroachments/register/" + claim;
    ask("surveyor", put(path).header("If-Match", "\"1\""), more).andExpect(status().isNoContent());
    ask("surveyor", put(path).header("If-Match", "\"1\""), more).andExpect(status().isPreconditionFailed());
    ask("surveyor", put(path), more).andExpect(status().isPreconditionRequired());
    ask("manager", put(path).header("If-Match", "\"2\""), more).andExpect(status().isForbidden());
  }

  private Object entry(String claim, String field) throws Exception {
    List<Object> found = JsonPath.read(ask("reviewer", get("/api/encroachments/register?size=200"), "").andReturn()
        .getResponse().getContentAsString(), "$.items[?(@.claim == '%s')].%s".formatted(claim, field));
    assertThat(found).as("%s of %s", field, claim).hasSize(1);
    return found.get(0);
  }

  private void restore(String claim) throws Exception {
    String id = "D2013-0001";
    ask("reviewer", post("/api/findings/" + claim + "/actions/case").header("If-Match", "\"2\""), "{}")
        .andExpect(status().isOk()).andExpect(jsonPath("$.caseId").value(id));
    assertThat(entry(claim, "stage")).isEqualTo("IN_CASE");
    ask("reviewer", get("/api/disputes/" + id), "")
        .andExpect(header().string("ETag", "\"1\"")).andExpect(jsonPath("$.number").value("调2013-0001"))
        .andExpect(jsonPath("$.track").value("TRESPASS"))
        .andExpect(jsonPath("$.triageReason.en").value(containsString("Civil Code 235-238")))
        .andExpect(jsonPath("$.clocks[0].kind").value("ACCEPTANCE"))
        .andExpect(jsonPath("$.clocks[0].deadline").value("2013-08-09"));
    act("reviewer", id, 1, "accept", "{\"handlers\": [\"reviewer\", \"mediator\"]}").andExpect(status().isOk());
    act("reviewer", id, 2, "agree", "{\"outcome\": \"CLAIM_WITHDRAWN\", \"documentNumber\": \"1\", \"text\": \"…\", "
        + "\"seal\": \"…\", \"signatures\": [{\"party\": \"x\", \"name\": \"y\"}]}")
        .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("CONFLICTING_STATE"))
        .andExpect(jsonPath("$.detail").value("Case D2013-0001 is accepted: it is not possible to enter the agreement "
            + "now. Possible: assign, session, order, withdraw, recuse, note."));
    act("mediator", id, 2, "session", "{\"place\": \"平山村委\", \"people\": [\"黄丽\", \"丙\"], \"minutes\": \"同意退还\"}")
        .andExpect(jsonPath("$.timeline[2].detail.place").value("平山村委"));
    act("approver", id, 3, "order", "{\"deadline\": \"2013-09-30\", \"documentNumber\": \"灵国土责〔2013〕3号\"}")
        .andExpect(jsonPath("$.stage").value("RESTITUTION_ORDERED"))
        .andExpect(jsonPath("$.clocks[1].deadline").value("2013-09-30"));

    clock.set(LocalDate.of(2013, 10, 8));
    http.perform(get("/api/disputes?overdue=true").with(httpBasic("reviewer", "long enough")))
        .andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.items[0].parcels[0]").value("P1"))
        .andExpect(jsonPath("$.items[0].nextDeadline").value("2013-09-30"));
    act("mediator", id, 4, "recover", "{\"document\": \"移交书1\"}").andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(startsWith("Nothing in the file of case 调2013-0001 shows")));
    http.perform(multipart("/api/disputes/" + id + "/evidence").file(new MockMultipartFile("file", "移交书1.pdf",
            "application/pdf", "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII)))
            .param("evidenceClass", "AGREEMENT").param("title", "土地移交书1").with(httpBasic("mediator", "long enough")))
        .andExpect(status().isCreated());
    act("mediator", id, 4, "recover", "{\"document\": \"移交书1\", \"area\": 200.00}")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(startsWith(
            "200.00 m² were given back, but 270.00 m² are occupied")));
    act("mediator", id, 4, "recover", "{\"document\": \"移交书1\", \"area\": 271.00}")
        .andExpect(status().isOk()).andExpect(jsonPath("$.stage").value("RECOVERED"))
        .andExpect(jsonPath("$.conflicts[0].status").value(ConflictStatus.GONE.name()))
        .andExpect(jsonPath("$.clocks[1].late").value(true));
    act("reviewer", id, 5, "close", "{}").andExpect(jsonPath("$.result").value("RECOVERED"))
        .andExpect(jsonPath("$.allowedActions.length()").value(0));
    http.perform(get("/api/disputes?overdue=true").with(httpBasic("reviewer", "long enough")))
        .andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void theInterfaceRefusesWhatItShould() throws Exception {
    land.people();
    http.perform(get("/api/disputes")).andExpect(status().isUnauthorized());
    ask("surveyor", post("/api/disputes"), "{\"conflicts\": [1]}").andExpect(status().isForbidden());
    ask("reviewer", post("/api/disputes"), "{\"conflicts\": []}").andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("conflicts"));
    ask("reviewer", post("/api/disputes"), "{\"conflicts\": [987654]}").andExpect(status().isNotFound());
    ask("reviewer", get("/api/disputes/D2011-0001"), "").andExpect(status().isNotFound());
    act("reviewer", "D2011-0001", 1, "dance", "{}").andExpect(status().isNotFound());
    act("reviewer", "D2011-0001", 1, "reject", "{}").andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("reason"));
    act("reviewer", "D2011-0001", 1, "mediate", "{\"level\": \"MOON\"}").andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.field").value("level"));
    ask("reviewer", post("/api/disputes/D2011-0001/actions/close"), "{}").andExpect(status().isPreconditionRequired());
    ask("reviewer", get("/api/encroachments?from=2013-05-01&to=2013-04-01"), "")
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void anOverlapWithADocumentedClaimIsNotReadForTheBalance() {
    land.people();
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("PO", plot.at("POLYGON ((0 0, 500 0, 500 300, 0 300, 0 0))"));
    land.claim("CD", "平山村委", "DOCUMENT", null,
        plot.at("POLYGON ((100 -10, 120 -10, 120 10, 100 10, 100 -10))"));
    assertThat(conflicts.ofParcel("PO")).hasSize(1);

    assertThat(conflicts.ofOccupations()).noneMatch(conflict -> conflict.left().code().equals("PO"));
  }

  private void assertBalance(String from, String to, String opening, String added, String recovered, String closing,
      String closingHm2) throws Exception {
    String json = http.perform(get("/api/encroachments?from=%s&to=%s".formatted(from, to))
        .with(httpBasic("reviewer", "long enough"))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString();
    assertThat(json).contains("\"opening\":" + opening, "\"added\":" + added, "\"recovered\":" + recovered,
        "\"ceded\":0.00", "\"closing\":" + closing, "\"closingHm2\":" + closingHm2);
  }

  private ResultActions act(String who, String id, int revision, String action, String body) throws Exception {
    return ask(who, post("/api/disputes/%s/actions/%s".formatted(id, action)).header("If-Match", "\"" + revision + "\""),
        body);
  }

  private ResultActions ask(String who, MockHttpServletRequestBuilder request, String body) throws Exception {
    return http.perform(request.with(httpBasic(who, "long enough")).contentType(MediaType.APPLICATION_JSON)
        .content(body));
  }
}
