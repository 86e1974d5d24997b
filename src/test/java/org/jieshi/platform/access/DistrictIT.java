package org.jieshi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.disputes.DisputedLand;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Two towns, each with a parcel, a claim over it, a case, an application and a certificate; officers of one of them. */
@EachDatabase
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Import(CertificateOffice.class)
class DistrictIT {

  private static final String HERE = "450721011";
  private static final String THERE = "450721012";

  @Autowired MockMvc http;
  @Autowired EndpointTable table;
  @Autowired DisputedLand land;
  @Autowired CertificateOffice office;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired TransactionTemplate transactions;
  @Autowired AuditLog audit;

  private final Map<String, String> here = new LinkedHashMap<>();
  private final Map<String, String> there = new LinkedHashMap<>();

  @BeforeEach
  void twoTowns() throws Exception {
    clock.set(LocalDate.of(2013, 4, 8));
    if (users.find("limited-manager").isEmpty()) {
      land.people();
      for (Role role : Role.values()) {
        users.add("limited-" + role.name().toLowerCase(), role.title().zh(), role, HERE, "long enough");
      }
      users.add("keeper", "系统管理员", Role.ADMINISTRATOR, null, "long enough");
      town(HERE);
      town(THERE);
    }
    known(HERE, here);
    known(THERE, there);
  }

  private void town(String town) throws Exception {
    DisputedLand.Plot plot = land.newPlot();
    String parcel = town + "001GN00001";
    land.parcel(parcel, plot.at("POLYGON ((0 0, 200 0, 200 200, 0 200, 0 0))"));
    office.certify(parcel);
    land.claim("C-" + town, "村委" + town, "HISTORICAL_USE", null,
        plot.at("POLYGON ((150 0, 300 0, 300 100, 150 100, 150 0))"));
    // where the claim mostly lies, as an import would have found it
    place("C-" + town, town);
    long conflict = land.onlyConflict(parcel).id();
    http.perform(post("/api/disputes").with(user("mediator")).with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"conflicts\": [%d], \"title\": \"案件%s\"}".formatted(conflict, town))).andExpect(status().isCreated());
  }

  private void place(String claim, String town) {
    transactions.executeWithoutResult(status -> {
      jdbc.sql("update spatial_unit_version set town = :town where unit_id = (select id from spatial_unit where code = :code)")
          .param("town", town).param("code", claim).update();
      audit.record("FOR_TEST", "claim", claim);
    });
  }

  private void known(String town, Map<String, String> ids) {
    String parcel = town + "001GN00001";
    ids.put("parcel", parcel);
    ids.put("claim", "C-" + town);
    ids.put("conflict", one("select c.id::text from conflict c join spatial_unit u on u.id = c.left_unit where u.code = :p", parcel));
    ids.put("case", one("select dispute_id from dispute_unit where code = :p", parcel));
    ids.put("application", one("select id from application where parcel = :p", parcel));
    ids.put("certificate", one("select number from certificate where parcel = :p", parcel));
  }

  private String one(String sql, String parcel) {
    return jdbc.sql(sql).param("p", parcel).query(String.class).single();
  }

  @Test
  void everyAddressOfARecordElsewhereIsAsIfItDidNotExistForEveryRole() throws Exception {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Endpoint endpoint : table.all()) {
      if (!endpoint.touchesLand() || endpoint.wholeFarm() || endpoint.kind().equals("evidence")) {
        continue;
      }
      for (Role role : endpoint.roles()) {
        int outside = ask(endpoint, role, there.get(endpoint.kind()));
        int inside = ask(endpoint, role, here.get(endpoint.kind()));
        boolean found = !(endpoint.method().equals("GET") && endpoint.path().getPatternString().matches("[^}]*\\{(code|id)}")) || inside == 200;
        if (outside != 404 || inside == 401 || inside == 403 || !found) {
          wrong.add("%s as %s: there %d, here %d".formatted(endpoint, role, outside, inside));
        }
        asked++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(asked).isGreaterThan(200);
  }

  @Test
  void whatShowsTheWholeFarmIsClosedToWhoeverIsLimited() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Endpoint endpoint : table.all()) {
      if (!endpoint.open() && endpoint.wholeFarm()) {
        for (Role role : endpoint.roles()) {
          int status = ask(endpoint, role, "1");
          if (status != 403) {
            wrong.add("%s as %s: %d".formatted(endpoint, role, status));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    http.perform(get("/api/coverage").with(user("limited-manager"))).andExpect(jsonPath("$.code").value("OTHER_DISTRICT"));
  }

  private int counted(String person) throws Exception {
    Map<String, Integer> counts = JsonPath.read(body("/api/applications/counts", person), "$");
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void listsSearchAndExportsHoldTheDistrictOnly() throws Exception {
    for (String path : List.of("/api/parcels", "/api/claims", "/api/conflicts", "/api/disputes", "/api/applications",
        "/api/certificates", "/api/search/certificates?q=灵国用")) {
      String all = body(path, "manager");
      String some = body(path, "limited-manager");
      assertThat(all).as(path).contains(here.get("parcel").substring(0, 9), there.get("parcel").substring(0, 9));
      assertThat(some).as(path).contains(here.get("parcel").substring(0, 9)).doesNotContain(THERE);
      if (path.startsWith("/api/") && !path.contains("search")) {
        assertThat((Integer) JsonPath.read(some, "$.total")).as(path).isEqualTo((Integer) JsonPath.read(all, "$.total") / 2);
      }
    }
    assertThat(counted("limited-manager")).isEqualTo(counted("manager") / 2).isPositive();
    for (String file : List.of("parcels.csv", "claims.csv", "certificates.csv", "conflicts.csv", "parcels.geojson")) {
      assertThat(body("/api/export/" + file, "manager")).as(file).contains(THERE);
      assertThat(body("/api/export/" + file, "limited-manager")).as(file).contains(HERE).doesNotContain(THERE);
    }
  }

  @Test
  void tilesShowTheDistrictOnlyWhoeverAskedBefore() throws Exception {
    for (String town : List.of(HERE, THERE)) {
      for (String layer : List.of("parcels", "claims", "certificates", "conflicts")) {
        String tile = tileOf(town, layer);
        assertThat(tile(tile, "manager").getContentAsByteArray()).as(tile).isNotEmpty();
        byte[] limited = tile(tile, "limited-manager").getContentAsByteArray();
        byte[] past = tile(tile + "?asOf=2013-04-08", "limited-manager").getContentAsByteArray();
        String text = new String(limited, StandardCharsets.UTF_8) + new String(past, StandardCharsets.UTF_8);
        assertThat(text).as(tile).doesNotContain(THERE);
        if (town.equals(HERE)) {
          assertThat(limited).as(tile).isNotEmpty();
        }
      }
    }
  }

  /** Cadastral districts in codes are numbered on their own. */
  @Test
  void whereAParcelLiesDecidesNotWhatItsCodeLooksLike() {
    String code = HERE + "009GN00009";
    land.parcel(code, land.newPlot().at("POLYGON ((0 0, 50 0, 50 50, 0 50, 0 0))"));
    String inDistrict = "select unit_in_district(id, '" + HERE + "') from spatial_unit where code = :p";
    assertThat(jdbc.sql(inDistrict).param("p", code).query(Boolean.class).single()).as("nothing else is known").isTrue();
    place(code, THERE);
    assertThat(jdbc.sql(inDistrict).param("p", code).query(Boolean.class).single()).isFalse();
    assertThat(jdbc.sql(inDistrict.replace(HERE, THERE)).param("p", code).query(Boolean.class).single()).isTrue();
    transactions.executeWithoutResult(status -> {
      jdbc.sql("delete from drawn_unit where unit_id = (select id from spatial_unit where code = :p)").param("p", code).update();
      jdbc.sql("delete from spatial_unit_version where unit_id = (select id from spatial_unit where code = :p)").param("p", code).update();
      jdbc.sql("delete from spatial_unit where code = :p").param("p", code).update();
      audit.record("FOR_TEST", "parcel", code);
    });
  }

  @Test
  void aBodyThatNamesLandElsewhereFindsNothing() throws Exception {
    http.perform(post("/api/applications").with(user("limited-surveyor")).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content("{\"parcel\": \"%s\"}".formatted(there.get("parcel"))))
        .andExpect(status().isNotFound());
    http.perform(post("/api/applications").with(user("limited-surveyor")).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content("{\"parcel\": \"%s\"}".formatted(here.get("parcel"))))
        .andExpect(status().isConflict());
  }

  @Test
  void theAdministratorSetsTheDistrictAndWhatWasSignedInEnds() throws Exception {
    String name = "u" + System.nanoTime();
    users.add(name, "经办", Role.REVIEWER, null, "long enough");
    http.perform(get("/api/parcels").with(user(name))).andExpect(content().string(containsString(THERE)));
    String change = "{\"district\": \"%s\"}".formatted(HERE);
    http.perform(put("/api/users/" + name + "/district").with(user("manager")).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content(change)).andExpect(status().isForbidden());
    http.perform(put("/api/users/" + name + "/district").with(user("keeper")).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content(change)).andExpect(status().isNoContent());
    http.perform(get("/api/parcels").with(user(name))).andExpect(content().string(not(containsString(THERE))));
    http.perform(put("/api/users/" + name + "/district").with(user("keeper")).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content("{\"district\": \"'; drop\"}")).andExpect(status().is(422));
    http.perform(put("/api/users/" + name + "/district").with(user("keeper")).with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content("{\"district\": \"\"}")).andExpect(status().isNoContent());
    http.perform(get("/api/parcels").with(user(name))).andExpect(content().string(containsString(THERE)));
  }

  private int ask(Endpoint endpoint, Role role, String id) throws Exception {
    String path = endpoint.path().getPatternString();
    String variable = endpoint.wholeFarm() ? "id" : endpoint.object().substring(endpoint.object().indexOf(':') + 1);
    String address = path.replace("{" + variable + "}", "@").replaceAll("\\{[^}]*}", "1").replace("@", "{id}");
    return http.perform((address.contains("{id}") ? request(HttpMethod.valueOf(endpoint.method()), address, id)
        : request(HttpMethod.valueOf(endpoint.method()), address)).with(user("limited-" + role.name().toLowerCase()))
        .with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{}")).andReturn().getResponse().getStatus();
  }

  private String body(String path, String person) throws Exception {
    return http.perform(get(path).with(user(person))).andExpect(status().isOk()).andReturn().getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse tile(String path, String person) throws Exception {
    return http.perform(get(path).with(user(person))).andReturn().getResponse();
  }

  /** The tile of zoom 15 over the middle of a town's parcel. */
  private String tileOf(String town, String layer) {
    return jdbc.sql("""
        select (center(v.bounds))[0] as lon, (center(v.bounds))[1] as lat from spatial_unit_version v
          join spatial_unit u on u.id = v.unit_id where u.code = :code and v.current
        """).param("code", town + "001GN00001").query((row, n) -> {
          int side = 1 << 15;
          int x = (int) ((row.getDouble(1) + 180) / 360 * side);
          double lat = Math.toRadians(row.getDouble(2));
          int y = (int) ((1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2 * side);
          return "/tiles/%s/15/%d/%d.mvt".formatted(layer, x, y);
        }).single();
  }
}
