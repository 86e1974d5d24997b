package org.jieshi.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieshi.ogc.OgcFarm.encoded;
import static org.jieshi.ogc.OgcFarm.ids;
import static org.jieshi.ogc.OgcFarm.link;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.rectangle;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EachDatabase(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({CertificateOffice.class, OgcFarm.class})
class OgcIT {

  private static final String PARCELS = "/ogc/collections/parcels/items";
  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";

  @Autowired OgcFarm farm;
  @Autowired SpatialUnits units;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void build() {
    farm.build();
  }

  @Test
  void everyLinkOfTheLandingPageAndEachCollectionAnswers() {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(farm.address("/ogc")));
    while (!open.isEmpty()) {
      String url = open.remove(0);
      HttpResponse<String> answer = farm.get(url);
      assertThat(answer.statusCode()).as(url).isEqualTo(200);
      if (seen.add(url) && answer.headers().firstValue("Content-Type").orElse("").contains("json")
          && !url.contains("/items") && !url.contains("/api")) {
        JsonNode document = farm.json(url);
        collectLinks(document, open);
        document.path("collections").forEach(collection -> collectLinks(collection, open));
      }
      open.removeIf(seen::contains);
    }
    assertThat(seen).hasSizeGreaterThan(30)
        .contains(farm.address("/ogc/collections/certificates/items?f=html"), farm.address("/ogc/api?f=json"));
  }

  private static void collectLinks(JsonNode document, List<String> into) {
    document.path("links").forEach(link -> into.add(link.get("href").asString()));
  }

  @Test
  void everyCollectionHoldsWhatStandsNow() {
    assertThat(farm.json("/ogc/collections").get("collections")).hasSize(5);
    assertThat(farm.json(PARCELS).get("numberMatched").asInt()).isEqualTo(26)
        .isEqualTo(count("spatial_unit_version v join spatial_unit u on u.id = v.unit_id where v.current and u.kind = 'PARCEL'"));
    assertThat(ids(farm.json("/ogc/collections/claims/items"))).containsExactly("大岭-1", "大岭/2");
    assertThat(ids(farm.json("/ogc/collections/evidence/items"))).containsExactly("1987-1");
    assertThat(ids(farm.json("/ogc/collections/certificates/items"))).containsExactly(number(1));
    JsonNode conflict = farm.json("/ogc/collections/conflicts/items").get("features").get(0).get("properties");
    assertThat(conflict.get("leftCode").asString()).isEqualTo(code(1));
    assertThat(conflict.get("area").asDouble()).isCloseTo(400, within(0.01));
    assertThat(conflict.get("overlapClass").asString()).isEqualTo("ENCROACHMENT");
  }

  @Test
  void pagesAreDisjointAndCompleteWhateverOthersWriteMeanwhile() {
    List<String> found = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    String url = PARCELS + "?limit=7";
    for (int page = 0; !url.isEmpty(); page++) {
      JsonNode answer = farm.json(url);
      assertThat(answer.get("numberReturned").asInt()).isEqualTo(answer.get("features").size());
      sizes.add(answer.get("features").size());
      found.addAll(ids(answer));
      if (page == 0) {
        units.amend(units.get(UnitKind.PARCEL, code(1)).ref(), rectangle(200, 0.0001, 100, 100), new ChangeReason("TEST", null));
        units.withdraw(units.get(UnitKind.PARCEL, code(25)).ref(), new ChangeReason("TEST", null));
      }
      url = link(answer, "next");
    }
    assertThat(sizes).containsExactly(7, 7, 7, 4);
    assertThat(found).doesNotHaveDuplicates().containsExactlyElementsOf(Stream.concat(
        IntStream.rangeClosed(1, 24).filter(i -> i != 5).mapToObj(Land::code), Stream.of(OgcFarm.U, OgcFarm.OTHER_ZONE)).toList());
    units.add(UnitKind.PARCEL, List.of(Land.parcel(code(26), rectangle(200 * 25, 0, 100, 100))), new ChangeReason("TEST", null));
  }

  @Test
  void plainCoordinatesAreThoseOfTheSurveyInTheOfficialOrderOfAxes() {
    HttpResponse<String> answer = farm.get(PARCELS + "/" + code(7) + "?crs=" + EPSG + "4524");
    assertThat(answer.headers().firstValue("Content-Crs")).contains("<" + EPSG + "4524>");
    assertThat(answer.body()).contains(
        "[[2480000.0007,36633400],[2480100.0007,36633400],[2480100.0007,36633500],[2480000.0007,36633500],[2480000.0007,36633400]]");

    Geometry degrees = units.get(UnitKind.PARCEL, code(7)).degrees();
    Coordinate other = CoordinateSystems.transform(degrees, 4490, 4525).getCoordinates()[0];
    JsonNode carried = corner(code(7), EPSG + "4525", 0);
    assertThat(carried.get(0).asDouble()).isCloseTo(other.y, within(1e-4));
    assertThat(carried.get(1).asDouble()).isCloseTo(other.x, within(1e-4));
    assertThat(corner(OgcFarm.OTHER_ZONE, EPSG + "4525", 0).get(1).asDouble()).isEqualTo(37_356_000.25);
  }

  @Test
  void degreesAreLongitudeFirstInCrs84AndLatitudeFirstInEpsg() {
    Coordinate first = units.get(UnitKind.PARCEL, code(7)).degrees().getCoordinates()[0];
    for (String crs : List.of("http://www.opengis.net/def/crs/OGC/1.3/CRS84", EPSG + "4326", EPSG + "4490")) {
      int longitude = crs.endsWith("CRS84") ? 0 : 1;
      JsonNode corner = corner(code(7), crs, 0);
      assertThat(corner.get(longitude).asDouble()).isCloseTo(first.x, within(1e-9));
      assertThat(corner.get(1 - longitude).asDouble()).isCloseTo(first.y, within(1e-9));
    }
    assertThat(farm.get(PARCELS).headers().firstValue("Content-Crs"))
        .contains("<http://www.opengis.net/def/crs/OGC/1.3/CRS84>");
    assertThat(farm.json("/ogc/collections/parcels").get("crs").toString())
        .contains("CRS84", "/4326\"", "/4490\"", "/4524\"", "/4545\"", "/4525\"", "/4546\"");
    assertThat(farm.json("/ogc/collections/claims").get("storageCrs").asString()).isEqualTo(EPSG + "4524");
  }

  private JsonNode corner(String parcel, String crs, int point) {
    return farm.json(PARCELS + "/" + parcel + "?crs=" + encoded(crs)).get("geometry").get("coordinates").get(0).get(point);
  }

  @Test
  void aBoxFindsLandNotBoundsInAnySystem() {
    String inTheU = box(30, 1_030, 70, 1_090);
    assertThat(ids(farm.json(PARCELS + "?bbox=" + inTheU))).isEmpty();
    assertThat(farm.json(PARCELS + "?bbox=" + inTheU).get("numberMatched").asInt()).isZero();
    assertThat(ids(farm.json(PARCELS + "?bbox=" + box(30, 1_010, 70, 1_090)))).containsExactly(OgcFarm.U);
    String plane = PARCELS + "?bbox-crs=" + EPSG + "4524&bbox=2480050,36632390,2480060,36632610";
    assertThat(ids(farm.json(plane))).containsExactly(code(2), code(3));
    assertThat(ids(farm.json(PARCELS + "?bbox-crs=" + EPSG + "4524&bbox=2480050,36632301,2480060,36632399"))).isEmpty();
    assertThat(ids(farm.json(PARCELS + "?bbox-crs=" + EPSG + "4490&bbox=22,109,23,110&limit=1000"))).hasSize(
        farm.json(PARCELS).get("numberMatched").asInt());
    assertThat(ids(farm.json(PARCELS + "?bbox=170,-80,109.0,80"))).isEmpty();
    assertThat(ids(farm.json(PARCELS + "?bbox=170,-80,109.5,80&limit=1000"))).contains(code(1)).doesNotContain(OgcFarm.OTHER_ZONE);
    assertThat(ids(farm.json(PARCELS + "?bbox=109,22,0,110,23,9000&limit=1000"))).contains(code(1));
  }

  /** In degrees, around metres from the corner of the farm. */
  private static String box(double west, double south, double east, double north) {
    Geometry corners = CoordinateSystems.toDegrees(rectangle(west, south, east - west, north - south));
    return "%.9f,%.9f,%.9f,%.9f".formatted(corners.getEnvelopeInternal().getMinX(), corners.getEnvelopeInternal().getMinY(),
        corners.getEnvelopeInternal().getMaxX(), corners.getEnvelopeInternal().getMaxY());
  }

  @Test
  void aBoxIsCutIntoPagesToo() {
    List<String> found = new ArrayList<>();
    String url = PARCELS + "?limit=2&bbox-crs=" + EPSG + "4524&bbox=2480050,36632390,2480060,36633250";
    assertThat(farm.json(url).get("numberMatched").asInt()).isEqualTo(4);
    for (; !url.isEmpty(); url = link(farm.json(url), "next")) {
      found.addAll(ids(farm.json(url)));
    }
    assertThat(found).containsExactly(code(2), code(3), code(4), code(6));
  }

  @Test
  void aDayShowsTheRegisterOfThatDay() {
    JsonNode then = farm.json(PARCELS + "?limit=1000&datetime=" + OgcFarm.BEFORE);
    assertThat(ids(then)).hasSize(27).contains(code(5));
    assertThat(properties(then, code(6)).get("planeArea").asDouble()).isEqualTo(10_000);
    assertThat(properties(then, code(3)).get("status").asString()).isEqualTo("CERTIFIED");
    assertThat(properties(farm.json(PARCELS + "?limit=1000"), code(3)).get("status").asString()).isEqualTo("SURVEYED");
    assertThat(properties(farm.json(PARCELS + "?limit=1000&datetime=2012-06-01"), code(6)).get("planeArea").asDouble())
        .isEqualTo(5_000);
    assertThat(farm.json(PARCELS + "?datetime=2012-03-04").get("numberMatched").asInt()).isZero();
    assertThat(farm.json(PARCELS + "?datetime=2012-03-05T01:00:00Z").get("numberMatched").asInt()).isEqualTo(27);
    assertThat(farm.json(PARCELS + "?datetime=2012-03-05T00:59:59Z").get("numberMatched").asInt()).isZero();
    assertThat(ids(farm.json("/ogc/collections/certificates/items?datetime=2012-05-31"))).containsExactly(number(1), number(2));
  }

  @Test
  void anIntervalShowsWhatStoodInItAsItLastWas() {
    JsonNode all = farm.json(PARCELS + "?limit=1000&datetime=2012-05-01/..");
    assertThat(ids(all)).contains(code(5), code(6)).doesNotHaveDuplicates();
    assertThat(properties(all, code(6)).get("planeArea").asDouble()).isEqualTo(5_000);
    assertThat(ids(farm.json(PARCELS + "?limit=1000&datetime=2012-06-02/2012-07-01"))).doesNotContain(code(5));
    JsonNode certificates = farm.json("/ogc/collections/certificates/items?datetime=../..");
    assertThat(properties(certificates, number(2)).get("status").asString()).isEqualTo("CANCELLED");
  }

  @Test
  void anOverlapIsShownWithTheLandItHadThen() {
    JsonNode then = farm.json("/ogc/collections/conflicts/items?crs=" + EPSG + "4524&datetime=" + OgcFarm.BEFORE);
    JsonNode overlap = then.get("features").get(0);
    assertThat(overlap.get("properties").get("area").asDouble()).isCloseTo(1_000, within(0.1));
    assertThat(overlap.get("geometry").toString()).contains("36632290").contains("36632300");
  }

  @Test
  void featuresAreNarrowedByTheirFields() {
    assertThat(ids(farm.json(PARCELS + "?status=CERTIFIED"))).containsExactly(code(2));
    assertThat(ids(farm.json(PARCELS + "?status=CERTIFIED&datetime=" + OgcFarm.BEFORE))).containsExactly(code(2), code(3));
    assertThat(ids(farm.json(PARCELS + "?filter=" + encoded("planeArea <= 5000 AND holder LIKE '华山%'")))).containsExactly(code(6));
    assertThat(ids(farm.json(PARCELS + "?filter-lang=cql2-text&filter="
        + encoded("code IN ('%s', '%s') OR (landUseCode IS NULL AND NOT status = 'CERTIFIED')".formatted(code(8), code(9))))))
        .containsExactly(code(8), code(9), OgcFarm.OTHER_ZONE);
    assertThat(ids(farm.json(PARCELS + "?filter=" + encoded("version = 2 AND validFrom >= DATE('2012-06-01') AND code BETWEEN '"
        + code(5) + "' AND '" + code(9) + "'")))).containsExactly(code(6));
    assertThat(farm.json("/ogc/collections/parcels/queryables").get("properties").get("planeArea").get("type").asString())
        .isEqualTo("number");
  }

  @Test
  void oneFeatureIsFoundByItsStableId() {
    JsonNode claim = farm.json("/ogc/collections/claims/items/" + encoded("大岭") + "/2");
    assertThat(claim.get("id").asString()).isEqualTo("大岭/2");
    assertThat(link(claim, "self")).endsWith("/2?f=json");
    assertThat(link(claim, "collection")).isEqualTo(farm.address("/ogc/collections/claims"));
    assertThat(farm.json("/ogc/collections/certificates/items/" + encoded(number(1))).get("properties").get("parcel").asString())
        .isEqualTo(code(2));
    assertThat(farm.get(PARCELS + "/" + code(5)).statusCode()).isEqualTo(404);
    assertThat(farm.json(PARCELS + "/" + code(5) + "?datetime=2012-05-31").get("id").asString()).isEqualTo(code(5));
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    for (String query : List.of("colour=red", "limit=0", "limit=-1", "limit=x", "limit=1&limit=2", "bbox=1,2,3", "bbox=1,2,3,x",
        "bbox=0,50,10,40", "bbox=0,0,NaN,1", "bbox-crs=EPSG:2360&bbox=1,1,2,2", "crs=" + EPSG + "3857", "crs=http://example.org/x",
        "datetime=yesterday", "datetime=2012-13-01", "datetime=2012-06-01/2012-01-01", "datetime=1/2/3", "after=x", "f=xml",
        "lang=fr", "filter=colour%20%3D%201", "filter=planeArea%20%3E%20'x'", "filter=(", "filter=INTERSECTS(a,POINT(1%201))",
        "filter-lang=cql2-json&filter=true", "version=a", "filter=code%20%3D%20status")) {
      HttpResponse<String> answer = farm.get(PARCELS + "?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(answer.body()).as(query).contains("\"detailZh\"", "BAD_REQUEST");
    }
    assertThat(farm.get("/ogc/collections/secrets").statusCode()).isEqualTo(404);
    assertThat(farm.get("/ogc/collections/secrets/items").statusCode()).isEqualTo(404);
    assertThat(farm.get(PARCELS + "/nothing").statusCode()).isEqualTo(404);
    assertThat(farm.get("/ogc?limit=1").statusCode()).isEqualTo(400);
    assertThat(farm.get("/ogc/collections?bbox=1,2,3,4").statusCode()).isEqualTo(400);
    assertThat(farm.json(PARCELS + "?limit=99999999").get("numberReturned").asInt()).isGreaterThan(20);
  }

  @Test
  void nobodyReadsWithoutASignIn() throws Exception {
    for (String path : List.of("/ogc", "/ogc/", "/ogc/collections", PARCELS, PARCELS + "/" + code(1))) {
      assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(farm.address(path))).build(),
          HttpResponse.BodyHandlers.discarding()).statusCode()).as(path).isEqualTo(401);
    }
  }

  @Test
  void whoIsLimitedToADistrictSeesWhatLiesInIt() {
    JsonMapper json = new JsonMapper();
    assertThat(json.readTree(farm.getAs("gis-town", PARCELS + "?limit=1").body()).get("numberMatched").asInt()).isEqualTo(26);
    assertThat(ids(json.readTree(farm.getAs("gis-town", "/ogc/collections/claims/items").body()))).isEmpty();
    assertThat(ids(json.readTree(farm.getAs("gis-town", "/ogc/collections/conflicts/items").body()))).hasSize(1);
    for (Layer layer : Layer.values()) {
      assertThat(ids(json.readTree(farm.getAs("gis-elsewhere", "/ogc/collections/" + layer.id() + "/items").body())))
          .as(layer.id()).isEmpty();
    }
    assertThat(json.readTree(farm.getAs("gis-elsewhere", "/ogc/collections/parcels").body()).get("extent").has("spatial")).isFalse();
    assertThat(ids(json.readTree(farm.getAs("gis-elsewhere", PARCELS + "?datetime=../..").body()))).isEmpty();
    assertThat(farm.getAs("gis-elsewhere", PARCELS + "/" + code(2)).statusCode()).isEqualTo(404);
    assertThat(farm.getAs("gis-elsewhere", "/ogc/collections/certificates/items/" + encoded(number(1))).statusCode()).isEqualTo(404);
  }

  @Test
  void aBrowserWithoutASignInIsLedToIt() throws Exception {
    HttpRequest page = HttpRequest.newBuilder(URI.create(farm.address("/ogc/collections?f=html")))
        .header("Accept", "text/html,application/xhtml+xml").build();
    HttpResponse<String> answer = HttpClient.newHttpClient().send(page, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains(farm.address("/#/tools"));
    assertThat(HttpClient.newHttpClient().send(HttpRequest.newBuilder(page.uri()).build(),
        HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @Test
  void anUnchangedRegisterIsNotSentAgain() {
    HttpResponse<String> first = farm.get(PARCELS + "?limit=3");
    String etag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(farm.get(PARCELS + "?limit=3", "If-None-Match", etag).statusCode()).isEqualTo(304);
    units.amend(units.get(UnitKind.PARCEL, code(20)).ref(), rectangle(4_000, 0, 90, 100), new ChangeReason("TEST", null));
    assertThat(farm.get(PARCELS + "?limit=3", "If-None-Match", etag).statusCode()).isEqualTo(200);
  }

  @Test
  void peopleGetPagesInTheirLanguageWithoutScripts() {
    String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for (String path : List.of("/ogc", "/ogc/api", "/ogc/conformance", "/ogc/collections", "/ogc/collections/parcels",
        "/ogc/collections/parcels/queryables", PARCELS, PARCELS + "/" + code(2))) {
      HttpResponse<String> page = farm.get(path, "Accept", browser, "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8");
      assertThat(page.headers().firstValue("Content-Type").orElse("")).as(path).startsWith("text/html");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'", "style-src 'self'")
          .doesNotContain("script-src");
      assertThat(page.body()).as(path).contains("lang=\"zh-CN\"", "English</a>").doesNotContain("<script", "style=\"");
    }
    assertThat(farm.get(PARCELS + "?lang=en", "Accept", browser).body()).contains("features match.", "parcel code");
    assertThat(farm.get(PARCELS + "?filter=" + encoded("code = '<b>'") + "&f=html").body()).doesNotContain("<b>");
    assertThat(farm.get(PARCELS, "Accept", "application/geo+json").headers().firstValue("Content-Type")).contains("application/geo+json");
  }

  private static JsonNode properties(JsonNode collection, String id) {
    for (JsonNode feature : collection.get("features")) {
      if (feature.get("id").asString().equals(id)) {
        return feature.get("properties");
      }
    }
    throw new AssertionError("no " + id + " in " + ids(collection));
  }

  private int count(String from) {
    return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
  }

  private static String number(int sequence) {
    return "灵国用(2012)第%04d号".formatted(sequence);
  }
}
