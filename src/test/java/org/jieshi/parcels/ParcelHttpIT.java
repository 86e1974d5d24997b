package org.jieshi.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.rectangle;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@EachDatabase
@AutoConfigureMockMvc
@Transactional
class ParcelHttpIT {

  @Autowired MockMvc http;
  @Autowired SpatialUnits units;
  @Autowired AdministrativeUnits administrativeUnits;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aSmallFarm() {
    ChangeReason why = new ChangeReason("IMPORT", "1");
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM, List.of(Land.unit("1", "一分场", rectangle(0, 0, 300, 300))));
    units.add(UnitKind.PARCEL, List.of(
        Land.parcel(code(1), Land.at("POLYGON ((0.125 0, 0.125 100, 100 100, 100 0, 0.125 0))")),
        Land.parcel(code(2), rectangle(100, 0, 100, 100))), why);
    units.add(UnitKind.CLAIM, List.of(Land.claim("主张1", rectangle(150, 50, 100, 100), null)), why);
    units.add(UnitKind.EVIDENCE, List.of(
        Land.evidence("1987", rectangle(0, 0, 300, 300), UnitFacts.FARM_1987_CERTIFICATE)), why);
    units.setParcelStatus(code(2), UnitStatus.PENDING, why);
  }

  @Test
  void aParcelIsAnsweredWithItsAreasAndItsPlaceInDegrees() throws Exception {
    ask("/api/parcels/" + code(1)).andExpect(status().isOk())
        .andExpect(header().string("ETag", "\"1\""))
        .andExpect(jsonPath("$.code").value(code(1)))
        .andExpect(jsonPath("$.status").value("SURVEYED"))
        .andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.subFarm").value("1"))
        .andExpect(jsonPath("$.landUse.scheme").value("GB/T 21010-2007"))
        .andExpect(jsonPath("$.landUse.code").value("021"))
        .andExpect(jsonPath("$.planeArea").value(9987.5))
        .andExpect(jsonPath("$.planeAreaHm2").value(0.9988))
        .andExpect(jsonPath("$.crs").value("EPSG:4524"))
        .andExpect(jsonPath("$.accuracy").value(0.05))
        .andExpect(jsonPath("$.geometry.type").value("Polygon"))
        .andExpect(jsonPath("$.geometry.coordinates[0][0][0]").value(closeTo(109.282, 0.001)))
        .andExpect(jsonPath("$.geometry.coordinates[0][0][1]").value(closeTo(22.412, 0.001)));
  }

  @Test
  void surveyedCoordinatesAreAnsweredAsSurveyed() throws Exception {
    ask("/api/parcels/" + code(1) + "?crs=native")
        .andExpect(jsonPath("$.geometryCrs").value("EPSG:4524"))
        .andExpect(jsonPath("$.geometry.coordinates[0][0][0]").value(36632000.125))
        .andExpect(jsonPath("$.geometry.coordinates[0][0][1]").value(2480000))
        .andExpect(jsonPath("$.geometry.coordinates[0][1][1]").value(2480100));
    ask("/api/parcels/" + code(1) + "?crs=EPSG:3857").andExpect(status().isBadRequest());
  }

  @Test
  void theListIsNarrowedByWindowStatusPlaceAndText() throws Exception {
    expectCodes("/api/parcels", code(1), code(2));
    expectCodes("/api/parcels?status=pending", code(2));
    expectCodes("/api/parcels?status=RETIRED");
    expectCodes("/api/parcels?subFarm=1&q=华山", code(1), code(2));
    expectCodes("/api/parcels?subFarm=2");
    expectCodes("/api/parcels?q=GN00002", code(2));
    expectCodes("/api/parcels?q=gn00002", code(2));
    expectCodes("/api/parcels?q=100%25");
    assertThat(jdbc.sql("select count(*) from pg_indexes where indexname like 'spatial_unit%_parts'").query(Integer.class)
        .single()).as("by trigrams, here as wherever PostgreSQL comes with them").isEqualTo(2);
    expectCodes("/api/parcels?bbox=109,22,110,23&size=1&page=1", code(2));
    expectCodes("/api/parcels?bbox=110,22,111,23");
    ask("/api/parcels?bbox=1,2,3").andExpect(status().isBadRequest()).andExpect(jsonPath("$.field").value("bbox"));
    ask("/api/parcels?status=GONE").andExpect(status().isBadRequest());
  }

  @Test
  void theBoundaryTableStartsInTheNorthWestAndRunsClockwise() throws Exception {
    ask("/api/parcels/" + code(2) + "/boundary-points")
        .andExpect(jsonPath("$.total").value(4))
        .andExpect(jsonPath("$.crs").value("EPSG:4524"))
        .andExpect(jsonPath("$.items[0].number").value("J1"))
        .andExpect(jsonPath("$.items[0].north").value(2480100.000))
        .andExpect(jsonPath("$.items[0].east").value(36632100.000))
        .andExpect(jsonPath("$.items[0].distanceToNext").value(100.000))
        .andExpect(jsonPath("$.items[3].next").value("J1"));
  }

  @Test
  void olderVersionsStayReadable() throws Exception {
    units.amend(units.get(UnitKind.PARCEL, code(1)).ref(), rectangle(0, 0, 100, 90),
        new ChangeReason("AGREEMENT", "调2013-0001"));

    ask("/api/parcels/" + code(1) + "/versions")
        .andExpect(jsonPath("$.items[*].version", equalTo(List.of(2, 1))))
        .andExpect(jsonPath("$.items[0].reasonSubject").value("调2013-0001"))
        .andExpect(jsonPath("$.items[1].planeArea").value(9987.5));
  }

  @Test
  void claimsAndEvidenceNameTheirPartyAndBasis() throws Exception {
    ask("/api/claims").andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.items[0].claimant").value("大岭村"))
        .andExpect(jsonPath("$.items[0].basis").value("OCCUPATION"));
    ask("/api/claims/主张1").andExpect(jsonPath("$.code").value("主张1"));
    ask("/api/claims/" + units.get(UnitKind.CLAIM, "主张1").ref().id()).andExpect(jsonPath("$.code").value("主张1"));
    ask("/api/claims/" + units.get(UnitKind.PARCEL, code(1)).ref().id()).andExpect(status().isNotFound());
    ask("/api/evidence?basis=FARM_1987_CERTIFICATE").andExpect(jsonPath("$.items[0].holder").value("灵山县林业局"));
    ask("/api/evidence/1987").andExpect(jsonPath("$.planeArea").value(90000.0));
  }

  @Test
  void administrativeUnitsAreGeoJsonWithNames() throws Exception {
    ask("/api/units").andExpect(jsonPath("$.type").value("FeatureCollection"))
        .andExpect(jsonPath("$.features[*].properties.name", hasItems("一分场")))
        .andExpect(jsonPath("$.features[0].geometry.type").value("Polygon"));
    ask("/api/units?kind=TOWN").andExpect(jsonPath("$.features.length()").value(0));
  }

  @Test
  void whatDoesNotExistIsNamed() throws Exception {
    ask("/api/parcels/" + code(9)).andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("NOT_FOUND"))
        .andExpect(jsonPath("$.detailZh").value("没有宗地 " + code(9) + "。"));
  }

  private void expectCodes(String address, String... codes) throws Exception {
    ask(address).andExpect(status().isOk()).andExpect(jsonPath("$.items[*].code", equalTo(List.of(codes))));
  }

  private ResultActions ask(String address) throws Exception {
    int query = address.indexOf('?');
    var request = get(URI.create(query < 0 ? encoded(address) : encoded(address.substring(0, query))
        + address.substring(query).replace("华山", "%E5%8D%8E%E5%B1%B1")));
    return http.perform(request.with(user("admin")));
  }

  private static String encoded(String path) {
    return path.replace("主张", "%E4%B8%BB%E5%BC%A0");
  }
}
