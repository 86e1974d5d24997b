package org.jieshi.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.disputes.hold.Hold;
import org.jieshi.disputes.hold.Holds;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a case holds and how it ends at a boundary, over HTTP on both databases. */
@EachDatabase
@AutoConfigureMockMvc
class CaseFileIT {

  private static final String PARCEL = "POLYGON ((0 0, 100.123 0, 100.123 80.456, 0 80.456, 0 0))";
  private static final String CLAIM = "POLYGON ((90 20, 200.007 20, 200.007 60.009, 90 60.009, 90 20))";

  @Autowired DisputedLand land;
  @Autowired Conflicts conflicts;
  @Autowired Disputes disputes;
  @Autowired Holds holds;
  @Autowired AuditVerifier verifier;
  @Autowired TestClock clock;
  @Autowired MockMvc http;

  private DisputedLand.Plot plot;
  private String parcel;
  private String claim;
  private Conflict conflict;
  private String id;

  @BeforeEach
  void aCaseInMediation() throws Exception {
    clock.set(LocalDate.of(2013, 4, 1));
    land.people();
    plot = land.newPlot();
    parcel = "P" + (long) plot.east() + (long) plot.north();
    claim = "C" + (long) plot.east() + (long) plot.north();
    land.parcel(parcel, plot.at(PARCEL));
    land.claim(claim, "平山村委", "HISTORICAL_USE", null, plot.at(CLAIM));
    conflict = land.onlyConflict(parcel);
    id = JsonPath.read(ask("reviewer", post("/api/disputes"), "{\"conflicts\": [%d]}".formatted(conflict.id()))
        .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id");
    act("reviewer", "accept", "{\"handlers\": [\"reviewer\", \"mediator\"], \"individuals\": []}");
    act("reviewer", "copy", "{}");
    act("reviewer", "answer", "{\"statement\": \"祖辈耕种\"}");
    act("mediator", "mediate", "{\"level\": \"VILLAGE\"}");
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void aDrawnLineBecomesTheBoundaryOfBothSides() throws Exception {
    propose("""
        {"title": "中线", "crs": "EPSG:4524", "drawn": true, "line": "%s"}""".formatted(line(95)))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.number").value(1)).andExpect(jsonPath("$.points[0].number").value("L1"))
        .andExpect(jsonPath("$.pieces", hasSize(2)))
        .andExpect(jsonPath("$.pieces[0].area").value(200.05)).andExpect(jsonPath("$.pieces[0].to").value(parcel))
        .andExpect(jsonPath("$.pieces[1].area").value(204.97)).andExpect(jsonPath("$.pieces[1].to").value(claim))
        .andExpect(jsonPath("$.effects[?(@.code == '%s')].areaBefore".formatted(parcel)).value(8055.50))
        .andExpect(jsonPath("$.effects[?(@.code == '%s')].areaAfter".formatted(parcel)).value(7850.53))
        .andExpect(jsonPath("$.effects[?(@.code == '%s')].areaAfterMu".formatted(parcel)).value(11.78))
        .andExpect(jsonPath("$.effects[?(@.code == '%s')].areaAfter".formatted(claim)).value(4201.23))
        .andExpect(jsonPath("$.sides[?(@.party == '华山农场')].getsMu").value(0.30));
    propose("""
        {"title": "村方方案", "party": "平山村委", "crs": "EPSG:4524", "line": "%s"}""".formatted(line(92)));
    ask("manager", get(path("/proposals")), "").andExpect(jsonPath("$.total").value(2))
        .andExpect(jsonPath("$.items[1].current").value(true)).andExpect(jsonPath("$.items[1].chosen").value(false));
    expectConflict("agree", agreement("LINE_AGREED"), "have chosen no proposal yet");
    ask("mediator", post(path("/proposals/2/actions/choose")), "").andExpect(status().isOk());
    ask("mediator", post(path("/proposals/1/actions/choose")), "").andExpect(jsonPath("$.chosen").value(true));
    expectConflict("agree", agreement("LAND_SWAPPED"), "is carried out as LINE_AGREED");
    UnitVersion parcelBefore = land.unit(UnitKind.PARCEL, parcel);
    UnitVersion claimBefore = land.unit(UnitKind.CLAIM, claim);

    act("mediator", "agree", agreement("LINE_AGREED"))
        .andExpect(jsonPath("$.stage").value("AGREED")).andExpect(jsonPath("$.agreement.proposal").value(1));

    UnitVersion parcelAfter = land.unit(UnitKind.PARCEL, parcel);
    UnitVersion claimAfter = land.unit(UnitKind.CLAIM, claim);
    assertThat(parcelAfter.ref().version()).isEqualTo(2);
    assertThat(claimAfter.ref().version()).isEqualTo(2);
    assertThat(parcelAfter.planeArea()).isEqualByComparingTo("7850.53");
    assertThat(claimAfter.planeArea()).isEqualByComparingTo("4201.23");
    assertThat(points(parcelAfter)).contains(points(parcelBefore).toArray(Coordinate[]::new));
    assertThat(points(claimAfter)).contains(points(claimBefore).get(1), points(claimBefore).get(2));
    assertThat(conflicts.get(conflict.id()).status()).isEqualTo(ConflictStatus.GONE);
    assertThat(conflicts.openAgainst(parcel)).isEmpty();
    assertThat(parcelAfter.status()).isEqualTo(UnitStatus.SURVEYED);
    byte[] pdf = ask("manager", get(path("/agreement.pdf")), "").andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_PDF)).andReturn().getResponse().getContentAsByteArray();
    Files.createDirectories(Path.of("target", "papers"));
    Files.write(Path.of("target", "papers", "agreement.pdf"), pdf);
    assertThat(AgreementText.of(pdf)).contains("调解协议书", "平山村委", "L1", "7 850.53", "李明", "调解员");
  }

  @Test
  void aProposalSaysWhatIsWrongWithIt() throws Exception {
    refuse("""
        {"title": "x", "crs": "EPSG:4524", "line": "%s"}""".formatted(line(50)), "does not divide the disputed land");
    refuse("{\"title\": \"x\", \"line\": \"LINESTRING (1 2\"}", "The coordinates cannot be read");
    refuse("{\"title\": \"x\", \"line\": {\"type\": \"Point\", \"coordinates\": [1, 2]}}", "Give GeoJSON");
    refuse("{\"title\": \"x\"}", "Give a line, or the pieces of land");
    refuse("""
        {"title": "x", "party": "外人", "crs": "EPSG:4524", "line": "%s"}""".formatted(line(95)), "外人 is no party");
    refuse("""
        {"title": "x", "crs": "EPSG:4524", "to": ["%s"], "line": "%s"}""".formatted(parcel, line(95)),
        "makes 2 pieces, but 1 receivers");
    refuse("""
        {"title": "x", "crs": "EPSG:2360", "line": "%s"}""".formatted(line(95)), "");
    ask("surveyor", post(path("/proposals")), "{\"title\": \"x\", \"line\": \"LINESTRING (1 2, 3 4)\"}")
        .andExpect(status().isForbidden());
    ask("mediator", post(path("/proposals/9/actions/choose")), "").andExpect(status().isNotFound());
  }

  @Test
  void aProposalThatIsOnlyLookedAtLeavesNothing() throws Exception {
    ask("mediator", post(path("/proposals?preview=true")), """
        {"title": "试", "crs": "EPSG:4524", "to": ["%s", "%s"], "line": "%s"}""".formatted(claim, claim, line(95)))
        .andExpect(status().isOk()).andExpect(jsonPath("$.effects[?(@.code == '%s')].areaAfter".formatted(parcel))
            .value(7650.48));
    ask("manager", get(path("/proposals")), "").andExpect(jsonPath("$.total").value(0));
  }

  /** 华山: small scattered disputed plots are exchanged (domain.md §0). */
  @Test
  void piecesOfLandAreExchangedInPairs() throws Exception {
    String piece = plotWkt("POLYGON ((150 60.009, 200.007 60.009, 200.007 50, 150 50, 150 60.009))");
    propose("""
        {"title": "互换", "crs": "EPSG:4524", "compensation": 1200.50, "payer": "平山村委", "swaps": [
          {"from": "%1$s", "to": "%2$s"}, {"from": "%2$s", "to": "%1$s", "land": "%3$s"}]}
        """.formatted(parcel, claim, piece)).andExpect(status().isCreated())
        .andExpect(jsonPath("$.kind").value("SWAP"))
        .andExpect(jsonPath("$.sides[?(@.party == '华山农场')].gives").value(405.01))
        .andExpect(jsonPath("$.sides[?(@.party == '华山农场')].gets").value(500.52))
        .andExpect(jsonPath("$.compensation").value(1200.50));
    ask("mediator", post(path("/proposals/1/actions/choose")), "").andExpect(status().isOk());

    act("mediator", "agree", agreement("LAND_SWAPPED")).andExpect(jsonPath("$.stage").value("AGREED"));

    assertThat(land.unit(UnitKind.PARCEL, parcel).planeArea()).isEqualByComparingTo("8151.01");
    assertThat(land.unit(UnitKind.PARCEL, parcel).boundary().getNumGeometries()).isEqualTo(2);
    assertThat(land.unit(UnitKind.CLAIM, claim).planeArea()).isEqualByComparingTo("3900.75");
    assertThat(conflicts.openAgainst(parcel)).isEmpty();
    refuseConflict(post(path("/proposals")), """
        {"title": "x", "crs": "EPSG:4524", "line": "%s"}""".formatted(line(95)), "nothing is proposed any more");
  }

  @Test
  void landThatChangedSinceAProposalIsNotDividedByIt() throws Exception {
    propose("""
        {"title": "中线", "crs": "EPSG:4524", "line": "%s"}""".formatted(line(95)));
    ask("mediator", post(path("/proposals/1/actions/choose")), "").andExpect(status().isOk());
    land.amend(UnitKind.CLAIM, claim, plot.at("POLYGON ((91 20, 200.007 20, 200.007 60.009, 91 60.009, 91 20))"));

    ask("mediator", post(path("/actions/agree")).header("If-Match", revision()), agreement("LINE_AGREED"))
        .andExpect(status().isPreconditionFailed());
    refuseConflict(post(path("/proposals/1/actions/choose")), "", "has changed since it was computed");
  }

  @Test
  void bothSidesAreHeardAndMayAnswer() throws Exception {
    ask("mediator", post(path("/statements")), """
        {"party": "平山村委", "spokenBy": "黄村长", "text": "1962年四固定时划归我村"}""").andExpect(status().isCreated())
        .andExpect(jsonPath("$.awaitingAnswer[0].statement").value(1))
        .andExpect(jsonPath("$.awaitingAnswer[0].parties[0]").value("华山农场"))
        .andExpect(jsonPath("$.silent[0]").value("华山农场"));
    ask("mediator", post(path("/statements")), """
        {"party": "平山村委", "spokenBy": "黄村长", "answers": 1, "text": "…"}""")
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString("it is for the other side to answer")));
    ask("mediator", post(path("/statements")), """
        {"party": "外人", "spokenBy": "某", "text": "…"}""").andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.field").value("party"));
    ask("mediator", post(path("/statements")), """
        {"party": "华山农场", "spokenBy": "李明", "answers": 1, "text": "1958年建场规划在先"}""")
        .andExpect(jsonPath("$.awaitingAnswer[?(@.statement == 1)]", hasSize(0)))
        .andExpect(jsonPath("$.silent", hasSize(0)));
  }

  @Test
  void evidenceIsKeptWithItsHashAndHandedOutSafely() throws Exception {
    byte[] scan = "%PDF-1.4 synthetic".getBytes(StandardCharsets.US_ASCII);
    http.perform(multipart(path("/evidence")).file(new MockMultipartFile("file", "C:\\扫描\\林权证.pdf", "text/html", scan))
            .param("evidenceClass", "COUNTY_CERTIFICATE").param("title", "山界林权证").param("document", "灵林证字第1号")
            .param("datedOn", "1987-05-01").param("party", "华山农场").with(httpBasic("mediator", "long enough")))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.evidence[0].mediaType").value("application/pdf"))
        .andExpect(jsonPath("$.evidence[0].fileName").value("林权证.pdf"))
        .andExpect(jsonPath("$.evidence[0].weight").value(75))
        .andExpect(jsonPath("$.evidence[0].sha256").value(java.util.HexFormat.of().formatHex(
            java.security.MessageDigest.getInstance("SHA-256").digest(scan))));
    int evidence = JsonPath.read(ask("manager", get(path("/contents")), "").andReturn().getResponse()
        .getContentAsString(), "$.evidence[0].id");
    ask("manager", get(path("/evidence/" + evidence + "/file")), "").andExpect(content().bytes(scan))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Content-Disposition", startsWith("attachment;")));
    upload("page.pdf", "<html><script>".getBytes(StandardCharsets.US_ASCII)).andExpect(status().isUnsupportedMediaType())
        .andExpect(jsonPath("$.detail").value("The file page.pdf is none of PDF, JPEG, PNG, TIFF: scan or export it as one of "
            + "them."));
    upload("empty.pdf", new byte[0]).andExpect(status().isUnprocessableContent());
    byte[] large = Arrays.copyOf(scan, 20 * 1024 * 1024 + 1);
    upload("large.pdf", large).andExpect(status().is(413));
    ask("approver", put("/api/evidence-classes/COUNTY_CERTIFICATE"), "{\"weight\": 70}").andExpect(status().isOk());
    ask("approver", put("/api/evidence-classes/COUNTY_CERTIFICATE"), "{\"weight\": 75}")
        .andExpect(jsonPath("$[?(@.code == 'COUNTY_CERTIFICATE')].weight").value(75));
    ask("mediator", put("/api/evidence-classes/OTHER"), "{\"weight\": 99}").andExpect(status().isForbidden());
  }

  @Test
  void aPhotoSaysWhereItWasTaken() throws Exception {
    ask("surveyor", post(path("/visits")), """
        {"on": "2013-04-01", "place": "岭头片", "people": ["陆建国", "黄村长"], "findings": "界桩J5、J6尚在"}""")
        .andExpect(status().isCreated()).andExpect(jsonPath("$.visits[0].people", hasSize(2)));
    photo("exif.jpg", GeotaggedPhoto.at(109.2912, 22.4234), "109.1", "22.1")
        .andExpect(jsonPath("$.visits[0].photos[0].positioned").value("EXIF"))
        .andExpect(jsonPath("$.visits[0].photos[0].lon").value(109.2912))
        .andExpect(jsonPath("$.visits[0].photos[0].lat").value(22.4234))
        .andExpect(jsonPath("$.visits[0].photos[0].takenAt").value("2013:07:05 09:12:33"));
    photo("typed.jpg", GeotaggedPhoto.without(), "109.1", "22.1")
        .andExpect(jsonPath("$.visits[0].photos[1].positioned").value("ENTERED"));
    photo("nowhere.jpg", GeotaggedPhoto.without(), null, null)
        .andExpect(jsonPath("$.visits[0].photos[2].lon").doesNotExist());
    photo("half.jpg", GeotaggedPhoto.without(), "109.1", null).andExpect(status().isUnprocessableContent());
    photo("scan.pdf", "%PDF-1.4".getBytes(StandardCharsets.US_ASCII), null, null)
        .andExpect(status().isUnsupportedMediaType());
    ask("surveyor", post(path("/visits")), """
        {"on": "2013-05-01", "place": "岭头片", "people": ["陆建国"], "findings": "…"}""")
        .andExpect(status().isUnprocessableContent());
  }

  @Test
  void whileTheCaseIsOpenNobodyFellsOrBuilds() throws Exception {
    ask("manager", get("/api/holds?parcel=" + parcel), "").andExpect(jsonPath("$.total").value(2))
        .andExpect(jsonPath("$.items[0].kind").value("LOGGING")).andExpect(jsonPath("$.items[0].stands").value(true))
        .andExpect(jsonPath("$.items[0].basis.zh").value(startsWith("《森林法》（2019）第二十二条")))
        .andExpect(jsonPath("$.items[0].letter.to.zh").value("灵山县林业局"))
        .andExpect(jsonPath("$.items[0].letter.body.zh").value(containsString(parcel)));

    clock.set(LocalDate.of(2013, 4, 3));
    act("mediator", "agree", agreement("CLAIM_AMENDED"));

    assertThat(holds.on(parcel)).isEmpty();
    assertThat(holds.find(parcel, id, false)).extracting(Hold::releasedOn).containsOnly(LocalDate.of(2013, 4, 3));
  }

  @Test
  void theUndisputedRemainderGoesOnAloneLinkedToTheParkedFace() throws Exception {
    act("mediator", "park", "{\"parcel\": \"%s\"}".formatted(parcel))
        .andExpect(jsonPath("$.units[?(@.code == '%s')].parkedAs".formatted(parcel)).value(parcel + "-ZW00001"));
    String face = parcel + "-ZW00001";

    assertThat(land.unit(UnitKind.PARCEL, parcel).planeArea()).isEqualByComparingTo("7650.48");
    assertThat(land.unit(UnitKind.PARCEL, face).planeArea()).isEqualByComparingTo("405.01");
    assertThat(land.unit(UnitKind.PARCEL, parcel).status()).isEqualTo(UnitStatus.SURVEYED);
    assertThat(land.unit(UnitKind.PARCEL, face).status()).isEqualTo(UnitStatus.DISPUTED);
    assertThat(conflicts.openAgainst(parcel)).isEmpty();
    assertThat(disputes.openOn(parcel)).isEmpty();
    assertThat(disputes.everDisputed(parcel)).as("the bureau meeting decides").isTrue();
    assertThat(conflicts.openAgainst(face)).singleElement()
        .satisfies(each -> assertThat(each.status()).isEqualTo(ConflictStatus.IN_CASE));
    assertThat(disputes.openOn(face)).extracting(OpenDispute::id).containsExactly(id);
    assertThat(holds.on(parcel)).isEmpty();
    assertThat(holds.on(face)).hasSize(2);
    expectConflict("park", "{\"parcel\": \"%s\"}".formatted(parcel), "is not in dispute in case");

    act("mediator", "agree", agreement("PARCEL_AMENDED")).andExpect(jsonPath("$.stage").value("AGREED"));

    assertThat(land.unit(UnitKind.PARCEL, face).status()).as("ceded as a whole").isEqualTo(UnitStatus.RETIRED);
    assertThat(holds.on(face)).isEmpty();
    assertThat(land.unit(UnitKind.PARCEL, parcel).ref().version()).isEqualTo(2);
  }

  private ResultActions upload(String name, byte[] content) throws Exception {
    return http.perform(multipart(path("/evidence")).file(new MockMultipartFile("file", name, "application/pdf", content))
        .param("evidenceClass", "OTHER").param("title", "x").with(httpBasic("mediator", "long enough")));
  }

  private ResultActions photo(String name, byte[] content, String lon, String lat) throws Exception {
    var request = multipart(path("/visits/1/photos")).file(new MockMultipartFile("file", name, "image/jpeg", content));
    if (lon != null) {
      request.param("lon", lon);
    }
    if (lat != null) {
      request.param("lat", lat);
    }
    return http.perform(request.with(httpBasic("surveyor", "long enough")));
  }

  private void refuse(String proposal, String detail) throws Exception {
    ask("mediator", post(path("/proposals")), proposal).andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.detail").value(containsString(detail)));
  }

  private void refuseConflict(MockHttpServletRequestBuilder request, String body, String detail) throws Exception {
    ask("mediator", request, body).andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString(detail)));
  }

  private void expectConflict(String action, String body, String detail) throws Exception {
    refuseConflict(post(path("/actions/" + action)).header("If-Match", revision()), body, detail);
  }

  private ResultActions propose(String body) throws Exception {
    return ask("mediator", post(path("/proposals")), body);
  }

  private ResultActions act(String who, String action, String body) throws Exception {
    return ask(who, post(path("/actions/" + action)).header("If-Match", revision()), body).andExpect(status().isOk());
  }

  private String revision() throws Exception {
    return ask("manager", get(path("")), "").andReturn().getResponse().getHeader("ETag");
  }

  private String path(String rest) {
    return "/api/disputes/" + id + rest;
  }

  private String line(double east) {
    return plotWkt("LINESTRING (%s 10, %s 70)".formatted(east, east));
  }

  private String plotWkt(String wkt) {
    return plot.at(wkt).toText();
  }

  private String agreement(String outcome) {
    return """
        {"outcome": "%s", "documentNumber": "协-%s", "text": "双方自愿达成协议", "seal": "平山镇人民调解委员会",
         "signatures": [{"party": "华山农场", "name": "李明"}, {"party": "平山村委", "name": "黄村长"}]}
        """.formatted(outcome, id);
  }

  private static List<Coordinate> points(UnitVersion unit) {
    return Arrays.asList(unit.boundary().getCoordinates());
  }

  private ResultActions ask(String who, MockHttpServletRequestBuilder request, String body) throws Exception {
    return http.perform(request.with(httpBasic(who, "long enough")).contentType(MediaType.APPLICATION_JSON)
        .content(body));
  }
}
