package org.jieshi.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.disputes.DisputedLand;
import org.jieshi.parcels.UnitKind;
import org.jieshi.platform.access.Endpoint;
import org.jieshi.platform.access.EndpointTable;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The field and the villages: patrols and their findings, the page by link and code, the board over it all. */
@EachDatabase
@AutoConfigureMockMvc
class VillageIT {

  @Autowired DisputedLand land;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvc http;
  @Autowired EndpointTable table;

  private record Key(String link, String code) {
  }

  @BeforeEach
  void anOffice() {
    clock.set(LocalDate.of(2013, 4, 8));
    jdbc.sql("delete from village_attempt").update();
    land.people();
  }

  @Test
  void aPatrolIsWalkedAndItsCoverageFollowsFromTheTrack() throws Exception {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("450721009009GN09001", plot.at("POLYGON ((0 0, 400 0, 400 100, 0 100, 0 0))"));
    String patrol = id(post("surveyor", "/api/patrols", """
        {"title": "四月巡查", "parcels": ["450721009009GN09001"], "reach": 50, "fromOn": "2013-04-08", "toOn": "2013-04-12",
         "people": ["surveyor"]}
        """).andExpect(status().isCreated()).andExpect(jsonPath("$.coverage").value(0)));
    List<Coordinate> middle = List.of(corner("450721009009GN09001", 0, 0.5), corner("450721009009GN09001", 0.5, 0.5));

    upload(patrol, gpx(middle, "")).andExpect(status().isOk())
        .andExpect(jsonPath("$.tracks[0].points").value(2)).andExpect(jsonPath("$.tracks[0].startedAt").value("2013-04-08T01:00:00Z"))
        .andExpect(jsonPath("$.length").value(closeTo(200, 1)))
        .andExpect(jsonPath("$.coverage").value(closeTo(0.598, 0.01)));
    upload(patrol, gpx(middle, "")).andExpect(status().isConflict());
    upload(patrol, gpx(middle, "<!DOCTYPE gpx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")).andExpect(status().is(422))
        .andExpect(jsonPath("$.detail").value(containsString("document type declaration")));
    upload(patrol, "<gpx><trk><trkseg><trkpt lat=\"91\" lon=\"109\"/></trkseg></trk></gpx>").andExpect(status().is(422))
        .andExpect(jsonPath("$.detail").value(containsString("whose lat is 91")));
    upload(patrol, "<gpx><trk>").andExpect(status().is(422));
    upload(patrol, "<kml/>").andExpect(status().is(422));
  }

  @Test
  void aFindingBecomesACaseInOneStep() throws Exception {
    DisputedLand.Plot plot = land.newPlot();
    land.certifiedParcel("450721009009GN09002", plot.at("POLYGON ((0 0, 400 0, 400 100, 0 100, 0 0))"));
    Coordinate a = corner("450721009009GN09002", 0.9, 0.1);
    Coordinate b = corner("450721009009GN09002", 0.99, 0.8);
    String outline = "[[%s,%s],[%s,%s],[%s,%s],[%s,%s]]".formatted(a.x, a.y, b.x, a.y, b.x, b.y, a.x, b.y);
    String point = id(post("surveyor", "/api/findings", finding(a, "")).andExpect(status().isCreated())
        .andExpect(jsonPath("$.parcel").value("450721009009GN09002")));
    act("reviewer", "/api/findings/" + point, "claim", 1, "{}").andExpect(status().isConflict())
        .andExpect(jsonPath("$.detail").value(containsString("draw the outline")));
    act("surveyor", "/api/findings/" + point, "outline", 1, "{\"outline\": " + outline + ", \"accuracy\": 1}")
        .andExpect(status().isOk());
    http.perform(multipart("/api/findings/" + point + "/photos").file(new MockMultipartFile("file", "a.jpg", "image/jpeg",
        "no picture".getBytes(StandardCharsets.UTF_8))).with(httpBasic("surveyor", "long enough"))).andExpect(status().is(415));
    http.perform(multipart("/api/findings/" + point + "/photos").file(new MockMultipartFile("file", "a.txt", "text/plain",
        new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1})).with(httpBasic("surveyor", "long enough")))
        .andExpect(jsonPath("$.photos[0].mediaType").value("image/jpeg"));
    act("surveyor", "/api/findings/" + point, "case", 2, "{}").andExpect(status().isForbidden());

    String taken = act("reviewer", "/api/findings/" + point, "case", 2, "{}").andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("IN_CASE")).andReturn().getResponse().getContentAsString();

    http.perform(get("/api/disputes/" + JsonPath.read(taken, "$.caseId")).with(httpBasic("manager", "long enough")))
        .andExpect(jsonPath("$.track").value("TRESPASS"))
        .andExpect(jsonPath("$.conflicts[0].right").value(point));
    assertThat(land.unit(UnitKind.CLAIM, point).facts().basis()).isEqualTo("OCCUPATION");
    act("reviewer", "/api/findings/" + point, "dismiss", 4, "{\"reason\": \"…\"}").andExpect(status().isConflict());
  }

  @Test
  void aVillageSeesItsOwnMatterAndNothingElse() throws Exception {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("450721009009GN09003", plot.at("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"));
    land.claim("C-OURS", "三隆村委", "HISTORICAL_USE", null, plot.at("POLYGON ((150 0, 300 0, 300 100, 150 100, 150 0))"));
    land.claim("C-THEIRS", "武利村委", "HISTORICAL_USE", null, plot.at("POLYGON ((150 100, 300 100, 300 200, 150 200, 150 100))"));
    Key ours = give("三隆村委");
    long own = conflict("C-OURS");
    long others = conflict("C-THEIRS");

    http.perform(with(ours, get("/api/village/matter"))).andExpect(status().isOk())
        .andExpect(jsonPath("$.claims", hasSize(1))).andExpect(jsonPath("$.claims[0].code").value("C-OURS"))
        .andExpect(jsonPath("$.conflicts", hasSize(1))).andExpect(jsonPath("$.conflicts[0].area").value(5000.0))
        .andExpect(content().string(not(containsString("武利"))));
    byte[] sheet = http.perform(with(ours, get("/api/village/conflicts/" + own + "/sheet.pdf"))).andExpect(status().isOk())
        .andReturn().getResponse().getContentAsByteArray();
    Files.write(Files.createDirectories(Path.of("target", "documents")).resolve("conflict-sheet.pdf"), sheet);
    try (PDDocument document = Loader.loadPDF(sheet)) {
      assertThat(new PDFTextStripper().getText(document)).contains("C-OURS", "450721009009GN09003", "5000.00", "J4")
          .contains(String.format("%.3f", plot.east() + 150)).contains("2000国家大地坐标系").doesNotContain("武利");
    }
    http.perform(with(ours, get("/api/village/conflicts/" + others + "/sheet.pdf"))).andExpect(status().isNotFound());
    state(ours, "{\"kind\": \"OBJECTION\", \"conflict\": " + others + ", \"person\": \"韦某\", \"contact\": \"1\", \"body\": \"…\"}")
        .andExpect(status().isNotFound());
    state(ours, "{\"kind\": \"OBJECTION\", \"claim\": \"C-THEIRS\", \"person\": \"韦某\", \"contact\": \"1\", \"body\": \"…\"}")
        .andExpect(status().isNotFound());
    String receipt = state(ours, "{\"kind\": \"OBJECTION\", \"conflict\": " + own
        + ", \"person\": \"韦某\", \"contact\": \"13800000000\", \"body\": \"我村自1962年耕种。\"}").andExpect(status().isCreated())
        .andExpect(jsonPath("$.receipt").value(containsString("述2013-"))).andReturn().getResponse().getContentAsString();
    String statement = JsonPath.read(receipt, "$.id");
    http.perform(with(ours, get("/api/village/statements/" + statement + "/receipt.pdf"))).andExpect(status().isOk());
    http.perform(with(give("武利村委"), get("/api/village/statements/" + statement + "/receipt.pdf")))
        .andExpect(status().isNotFound());
    http.perform(MockMvcRequestBuilders.post("/api/village-statements/" + statement + "/actions/answer")
        .with(httpBasic("mediator", "long enough")).contentType(MediaType.APPLICATION_JSON)
        .content("{\"answer\": \"将于五月到现场核对。\"}")).andExpect(jsonPath("$.status").value("ANSWERED"))
        .andExpect(jsonPath("$.contact").value("138******00"));
    http.perform(MockMvcRequestBuilders.post("/api/personal-data").with(httpBasic("mediator", "long enough"))
        .contentType(MediaType.APPLICATION_JSON).content("{\"kind\": \"VILLAGE_CONTACT\", \"id\": \"" + statement
            + "\", \"reason\": \"约定现场核对\"}")).andExpect(jsonPath("$.value").value("13800000000"));
    http.perform(with(ours, get("/api/village/matter"))).andExpect(jsonPath("$.statements[0].answer").value("将于五月到现场核对。"))
        .andExpect(content().string(not(containsString("13800000000"))));
  }

  @Test
  void noOtherAddressOpensToALink() throws Exception {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("450721009009GN09004", plot.at("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"));
    land.claim("C-LINK", "沙坪村委", "HISTORICAL_USE", null, plot.at("POLYGON ((150 0, 300 0, 300 100, 150 100, 150 0))"));
    Key key = give("沙坪村委");
    Set<String> opened = new TreeSet<>();
    int asked = 0;
    for (Endpoint endpoint : table.all()) {
      if (!endpoint.open()) {
        asked++;
        String address = endpoint.path().getPatternString().replaceAll("\\{[^}]*}", "1").replace("/**", "/1");
        HttpMethod method = endpoint.method() == null ? HttpMethod.GET : HttpMethod.valueOf(endpoint.method());
        int answer = http.perform(with(key, MockMvcRequestBuilders.request(method, address).with(csrf())
            .contentType(MediaType.APPLICATION_JSON).content("{}"))).andReturn().getResponse().getStatus();
        if (answer != 401) {
          opened.add(endpoint + " " + answer);
        }
      }
    }

    assertThat(asked).as("every address of the program is tried").isGreaterThan(120);
    assertThat(opened).isEmpty();
  }

  @Test
  void whoGuessesIsStoppedAndALinkEnds() throws Exception {
    DisputedLand.Plot plot = land.newPlot();
    land.parcel("450721009009GN09005", plot.at("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"));
    land.claim("C-GUESS", "文利村委", "HISTORICAL_USE", null, plot.at("POLYGON ((150 0, 300 0, 300 100, 150 100, 150 0))"));
    Key key = give("文利村委");
    Key wrong = new Key(key.link(), key.code().startsWith("0000") ? "1111-1111" : "0000-0000");

    for (int i = 0; i < 5; i++) {
      http.perform(with(wrong, get("/api/village/matter"))).andExpect(status().isForbidden());
    }
    http.perform(with(key, get("/api/village/matter"))).andExpect(status().is(429));
    clock.advance(Duration.ofMinutes(16));
    http.perform(with(key, get("/api/village/matter"))).andExpect(status().isOk());
    http.perform(with(new Key("no such link", "1234-5678"), get("/api/village/matter"))).andExpect(status().isForbidden())
        .andExpect(jsonPath("$.detail").value(containsString("do not fit, or the link has ended")));

    long id = jdbc.sql("select id from village_link where claimant = '文利村委'").query(Long.class).single();
    http.perform(MockMvcRequestBuilders.post("/api/village-links/" + id + "/actions/revoke").with(httpBasic("manager", "long enough")))
        .andExpect(status().isForbidden());
    http.perform(MockMvcRequestBuilders.post("/api/village-links/" + id + "/actions/revoke").with(httpBasic("reviewer", "long enough")))
        .andExpect(jsonPath("$.revokedOn").value("2013-04-08"));
    http.perform(with(key, get("/api/village/matter"))).andExpect(status().isForbidden());

    Key later = give("文利村委");
    clock.set(LocalDate.of(2013, 5, 8));
    http.perform(with(later, get("/api/village/matter"))).andExpect(status().isOk());
    clock.set(LocalDate.of(2013, 5, 9));
    http.perform(with(later, get("/api/village/matter"))).andExpect(status().isForbidden());
    for (int i = 0; i < 20; i++) {
      http.perform(with(new Key("guess " + i, "1234-5678"), get("/api/village/matter")));
    }
    http.perform(with(give("文利村委"), get("/api/village/matter"))).andExpect(status().is(429));
    assertThat(jdbc.sql("select count(*) from village_link where token_hash = :t or code_hash = :c").param("t", key.link())
        .param("c", key.code()).query(Integer.class).single()).as("neither is kept in clear").isZero();
  }

  @Test
  void theBoardAndTheFiguresShowWhatIsOpenAndHowItWasCounted() throws Exception {
    String letter = id(post("reviewer", "/api/letters", """
        {"department": "PLANNING", "subjectKind": "FREE", "subjectId": "规划", "question": "请提供规划资料", "dueDays": 5}
        """).andExpect(status().isCreated()));
    String answered = id(post("reviewer", "/api/letters", """
        {"department": "PLANNING", "subjectKind": "FREE", "subjectId": "规划", "question": "请提供图件", "dueDays": 5}
        """));
    clock.set(LocalDate.of(2013, 4, 12));
    act("reviewer", "/api/letters/" + answered, "reply", 1, """
        {"decision": "NO_OBJECTION", "answer": "无意见", "answeredBy": "李局长"}
        """).andExpect(status().isOk());

    clock.set(LocalDate.of(2013, 5, 20));
    http.perform(get("/api/board?department=PLANNING").with(httpBasic("manager", "long enough"))).andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.columns", hasSize(5)))
        .andExpect(jsonPath("$.columns[1].stage").value("WAITING"))
        .andExpect(jsonPath("$.columns[1].cards[0].item.id").value(letter))
        .andExpect(jsonPath("$.columns[1].cards[0].age").value("OLD"))
        .andExpect(jsonPath("$.columns[1].cards[0].overdue").value(true));
    http.perform(get("/api/board?department=PLANNING&overdue=false").with(httpBasic("manager", "long enough")))
        .andExpect(jsonPath("$.total").value(0));
    http.perform(get("/api/performance?from=2013-04-01&asOf=2013-05-20").with(httpBasic("manager", "long enough")))
        .andExpect(figure("PLANNING", "sent", 2)).andExpect(figure("PLANNING", "answered", 1))
        .andExpect(figure("PLANNING", "inTime", 0.5)).andExpect(figure("PLANNING", "meanDays", 4.0))
        .andExpect(figure("PLANNING", "overdue", 1))
        .andExpect(jsonPath("$.departments[*].figures[?(!@.method.en)]", hasSize(0)))
        .andExpect(jsonPath("$.county.figures[?(@.key == 'agreedShare')].method.en").value(hasItem(containsString("agreements /"))));
    http.perform(get("/api/performance?from=2013-04-01&asOf=2013-04-10").with(httpBasic("manager", "long enough")))
        .andExpect(figure("PLANNING", "answered", 0)).andExpect(figure("PLANNING", "overdue", 0));
    http.perform(get("/api/performance?asOf=2014-01-01").with(httpBasic("manager", "long enough"))).andExpect(status().is(422));
  }

  private static ResultMatcher figure(String department, String key, Number value) {
    return jsonPath("$.departments[?(@.key == '%s')].figures[?(@.key == '%s')].value".formatted(department, key)).value(value);
  }

  private Key give(String claimant) throws Exception {
    String given = post("reviewer", "/api/village-links", "{\"claimant\": \"" + claimant + "\", \"label\": \"村主任\", \"days\": 30}")
        .andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();
    String url = JsonPath.read(given, "$.url");
    return new Key(url.substring(url.lastIndexOf('/') + 1), JsonPath.read(given, "$.code"));
  }

  private long conflict(String claim) {
    return jdbc.sql("select c.id from conflict c join spatial_unit u on u.id = c.right_unit where u.code = :code")
        .param("code", claim).query(Long.class).single();
  }

  private static MockHttpServletRequestBuilder with(Key key, MockHttpServletRequestBuilder request) {
    return request.header("X-Village-Link", key.link()).header("X-Village-Code", key.code());
  }

  private ResultActions state(Key key, String body) throws Exception {
    return http.perform(with(key, MockMvcRequestBuilders.post("/api/village/statements")).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content(body));
  }

  /** A point of the parcel, by shares of its width and height, in degrees. */
  private Coordinate corner(String parcel, double east, double north) {
    var box = land.unit(UnitKind.PARCEL, parcel).degrees().getEnvelopeInternal();
    return new Coordinate(box.getMinX() + east * box.getWidth(), box.getMinY() + north * box.getHeight());
  }

  private static String finding(Coordinate at, String more) {
    return """
        {"foundOn": "2013-04-08", "lon": %s, "lat": %s, "occupier": "三隆村 韦某", "way": "PLANTING", "since": "2013-03-01" %s}
        """.formatted(at.x, at.y, more);
  }

  private static String gpx(List<Coordinate> points, String doctype) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>" + doctype
        + "<gpx version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk><trkseg>");
    points.forEach(point -> text.append("<trkpt lat=\"%s\" lon=\"%s\"><time>2013-04-08T01:00:00Z</time></trkpt>".formatted(point.y, point.x)));
    return text + "</trkseg></trk></gpx>";
  }

  private ResultActions upload(String patrol, String gpx) throws Exception {
    return http.perform(multipart("/api/patrols/" + patrol + "/tracks").file(new MockMultipartFile("file", "track.gpx",
        "application/gpx+xml", gpx.getBytes(StandardCharsets.UTF_8))).with(httpBasic("surveyor", "long enough")));
  }

  private ResultActions post(String person, String path, String body) throws Exception {
    return http.perform(MockMvcRequestBuilders.post(path).with(httpBasic(person, "long enough"))
        .contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions act(String person, String record, String action, int revision, String body) throws Exception {
    return http.perform(MockMvcRequestBuilders.post(record + "/actions/" + action).with(httpBasic(person, "long enough"))
        .header("If-Match", "\"" + revision + "\"").contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private static String id(ResultActions done) throws Exception {
    return JsonPath.read(done.andReturn().getResponse().getContentAsString(), "$.id");
  }
}
