package org.jieshi.ogc;

import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.rectangle;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.TestClock;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A small farm with a history, asked over HTTP. On 2012-03-05: 25 squares of 1 ha in a row, a parcel like a U, one in zone
 * 37; two claims, of which one covers 10 m of the first parcel; one document; certificates of the second and the third.
 * On 2012-06-01: the fifth is retired, the sixth measured anew with half its land, the third's certificate cancelled, the
 * claim drawn back to 4 m.
 */
@TestComponent
class OgcFarm {

  static final LocalDate BEFORE = LocalDate.of(2012, 3, 5);
  static final LocalDate AFTER = LocalDate.of(2012, 6, 1);
  static final String U = code(30);
  static final String OTHER_ZONE = code(31);
  static final String READER = "gis-reader";
  static final String PASSWORD = "long enough";
  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");

  private final SpatialUnits units;
  private final CertificateOffice office;
  private final Users users;
  private final TestClock clock;
  private final Environment environment;
  private boolean built;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

  OgcFarm(SpatialUnits units, CertificateOffice office, Users users, TestClock clock, Environment environment) {
    this.units = units;
    this.office = office;
    this.users = users;
    this.clock = clock;
    this.environment = environment;
  }

  /** Once for each database. */
  void build() {
    if (built) {
      return;
    }
    built = true;
    users.add(READER, "读者", Role.MANAGER, null, PASSWORD);
    users.add("gis-town", "本镇", Role.MANAGER, "450721001", PASSWORD);
    users.add("gis-elsewhere", "外镇", Role.MANAGER, "450721117", PASSWORD);
    signIn();
    List<UnitDraft> parcels = new ArrayList<>();
    for (int i = 1; i <= 25; i++) {
      parcels.add(Land.parcel(code(i), rectangle(200 * i, 0.0001 * i, 100, 100)));
    }
    parcels.add(Land.parcel(U, Land.at("POLYGON ((0 1000, 0 1100, 20 1100, 20 1020, 80 1020, 80 1100, 100 1100, 100 1000, 0 1000))")));
    Geometry east = new GeometryFactory().createPolygon(new Coordinate[] {new Coordinate(37_356_000.25, 2_480_000),
        new Coordinate(37_356_000.25, 2_480_100), new Coordinate(37_356_100, 2_480_100), new Coordinate(37_356_100, 2_480_000),
        new Coordinate(37_356_000.25, 2_480_000)});
    east.setSRID(4525);
    parcels.add(new UnitDraft(OTHER_ZONE, east, 4525, null, 0.05, UnitFacts.NONE, null, null));
    units.add(UnitKind.PARCEL, parcels, WHY);
    units.add(UnitKind.CLAIM, List.of(Land.claim("大岭-1", rectangle(290, 0, 50, 100), null),
        Land.claim("大岭/2", rectangle(0, 5_000, 50, 100), "灵林证字9号")), WHY);
    units.add(UnitKind.EVIDENCE, List.of(Land.evidence("1987-1", rectangle(0, 6_000, 500, 100), "FARM_1987_CERTIFICATE")), WHY);
    office.certify(code(2));
    office.certify(code(3));
    clock.set(AFTER);
    units.withdraw(units.get(UnitKind.PARCEL, code(5)).ref(), WHY);
    units.amend(units.get(UnitKind.PARCEL, code(6)).ref(), rectangle(1_200, 0, 50, 100), WHY);
    office.cancel(code(3));
    units.amend(units.get(UnitKind.CLAIM, "大岭-1").ref(), rectangle(296, 0, 50, 100), WHY);
  }

  String address(String path) {
    return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    String url = path.startsWith("http") ? path : address(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** As a script of another person. */
  HttpResponse<String> getAs(String user, String path) {
    try {
      return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address(path))).header("Authorization", "Basic "
          + Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8))).build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As a browser: a password is checked once, not with every request. */
  private void signIn() {
    HttpRequest session = HttpRequest.newBuilder(URI.create(address("/api/session"))).build();
    send(session);
    String token = cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElseThrow();
    send(HttpRequest.newBuilder(session.uri()).header("X-XSRF-TOKEN", token).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(
            "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(READER, PASSWORD))).build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return new JsonMapper().readTree(answer.body());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static List<String> ids(JsonNode collection) {
    List<String> ids = new ArrayList<>();
    collection.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
    return ids;
  }

  static String link(JsonNode document, String rel) {
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel)) {
        return link.get("href").asString();
      }
    }
    return "";
  }
}
