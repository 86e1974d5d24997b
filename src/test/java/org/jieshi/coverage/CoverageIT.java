package org.jieshi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;
import static org.jieshi.parcels.Land.unit;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.CoverageReport.Group;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/**
 * A farm of two sub-farms of 100 × 100 m side by side, over two towns that meet at 50 m. Parcel 1 fills the west half of
 * sub-farm 1 and is certified; parcel 2 the 30 m beside it, surveyed; 20 m are left. Sub-farm 2 is not surveyed.
 */
@EachDatabase
@AutoConfigureMockMvc
@Import(CertificateOffice.class)
@Transactional
class CoverageIT {

  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");

  @Autowired Coverage coverage;
  @Autowired AdministrativeUnits administrativeUnits;
  @Autowired SpatialUnits units;
  @Autowired Conflicts conflicts;
  @Autowired CertificateOffice office;
  @Autowired TestClock clock;
  @Autowired MockMvc http;

  @BeforeEach
  void aFarm() {
    clock.advance(Duration.ofDays(10));
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM,
        List.of(unit("1", "一分场", rectangle(0, 0, 100, 100)), unit("2", "二分场", rectangle(100, 0, 100, 100))));
    administrativeUnits.addAll(AdministrativeKind.TOWN,
        List.of(unit("450721101", "新圩镇", rectangle(-50, -50, 100, 200)),
            unit("450721102", "丰塘镇", rectangle(50, -50, 140, 200))));
    units.add(UnitKind.PARCEL,
        List.of(parcel(code(1), rectangle(0, 0, 50, 100)), parcel(code(2), rectangle(50, 0, 30, 100))), WHY);
    office.certify(code(1));
  }

  @Test
  void theBandsExcludeEachOtherAndAddUpToTheLandDue() {
    Bands bands = bands(Grouping.SUB_FARM);

    assertAreas(bands, "20000.00", "5000.00", "0.00", "3000.00", "12000.00");
    assertThat(bands.certifiedShare()).isEqualTo(new BigDecimal("0.2500"));
    assertThat(bands.totalAreaHm2()).isEqualTo(new BigDecimal("2.0000"));
    assertThat(bands.certifiedAreaHm2()).isEqualTo(new BigDecimal("0.5000"));
  }

  @Test
  void theSameFiguresAreBrokenDownBySubFarmTownAndLandUse() {
    assertAreas(group(Grouping.SUB_FARM, "1"), "10000.00", "5000.00", "0.00", "3000.00", "2000.00");
    assertAreas(group(Grouping.SUB_FARM, "2"), "10000.00", "0.00", "0.00", "0.00", "10000.00");
    assertAreas(group(Grouping.TOWN, "450721101"), "5000.00", "5000.00", "0.00", "0.00", "0.00");
    assertAreas(group(Grouping.TOWN, "450721102"), "14000.00", "0.00", "0.00", "3000.00", "11000.00");
    assertAreas(group(Grouping.TOWN, ""), "1000.00", "0.00", "0.00", "0.00", "1000.00");
    assertAreas(group(Grouping.LAND_USE, "GB/T 21010-2007 021"), "8000.00", "5000.00", "0.00", "3000.00", "0.00");
    assertAreas(group(Grouping.LAND_USE, ""), "12000.00", "0.00", "0.00", "0.00", "12000.00");
    assertThat(coverage.report(Grouping.VILLAGE, null).groups()).extracting(Group::code).containsExactly("");
  }

  @Test
  void aParcelAcrossABorderIsDividedAndKeepsItsFigure() {
    units.add(UnitKind.PARCEL, List.of(parcel(code(3), rectangle(90, 0, 30, 33.335))), WHY);

    assertThat(group(Grouping.SUB_FARM, "1").pendingArea()).isEqualTo(new BigDecimal("3333.35"));
    assertThat(group(Grouping.SUB_FARM, "2").pendingArea()).isEqualTo(new BigDecimal("666.70"));
    assertThat(bands(Grouping.SUB_FARM).pendingArea()).isEqualTo(new BigDecimal("4000.05"));
  }

  @Test
  void landUnderSeveralClaimsIsDisputedOnceAndCertifiedLandApart() {
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(40, 0, 30, 100), "证1"),
        claim("乙", rectangle(60, 0, 15, 100), "证2")), WHY);

    Bands bands = bands(Grouping.SUB_FARM);

    assertAreas(bands, "20000.00", "5000.00", "2500.00", "500.00", "12000.00");
    assertThat(bands.disputedOnCertifiedArea()).isEqualTo(new BigDecimal("1000.00"));
    assertThat(bands.encroachedArea()).isEqualTo(new BigDecimal("0.00"));
  }

  @Test
  void landOccupiedWithoutADocumentOnCertifiedLandIsEncroachedOnce() {
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(-10, 0, 12.5, 10), null),
        claim("乙", rectangle(-10, 5, 12.5, 15), null)), WHY);

    assertThat(bands(Grouping.SUB_FARM).encroachedArea()).isEqualTo(new BigDecimal("50.00"));
    assertThat(group(Grouping.TOWN, "450721101").encroachedArea()).isEqualTo(new BigDecimal("50.00"));
    assertAreas(bands(Grouping.SUB_FARM), "20000.00", "5000.00", "0.00", "3000.00", "12000.00");
  }

  @Test
  void aSettledConflictIsNoLongerDisputed() {
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(60, 0, 10, 100), "证1")), WHY);
    assertThat(bands(Grouping.SUB_FARM).disputedArea()).isEqualTo(new BigDecimal("1000.00"));
    long id = conflicts.openAgainst(code(2)).get(0).id();
    conflicts.attachToCase(List.of(id), "调2013-0001");
    assertThat(bands(Grouping.SUB_FARM).disputedArea()).isEqualTo(new BigDecimal("1000.00"));

    conflicts.settle(List.of(id), "调2013-0001");

    assertThat(bands(Grouping.SUB_FARM).disputedArea()).isEqualTo(new BigDecimal("0.00"));
  }

  @Test
  void surveyNoiseDisputesNothing() {
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(79.9, 0, 10, 100), "证1")), WHY);

    assertAreas(bands(Grouping.SUB_FARM), "20000.00", "5000.00", "0.00", "3000.00", "12000.00");
  }

  @Test
  void landUnderTwoParcelsCountsOnceAndForTheCertifiedOne() {
    units.add(UnitKind.PARCEL, List.of(parcel(code(4), rectangle(40, 0, 30, 100))), WHY);

    Bands bands = bands(Grouping.SUB_FARM);

    // parcel 4 lies 10 m in parcel 1 and 20 m in parcel 2: open conflicts
    assertAreas(bands, "20000.00", "5000.00", "2000.00", "1000.00", "12000.00");
    assertThat(bands.disputedOnCertifiedArea()).isEqualTo(new BigDecimal("1000.00"));
  }

  @Test
  void certifiedLandOutsideTheFarmIsReportedApart() {
    units.add(UnitKind.PARCEL, List.of(parcel(code(5), rectangle(150, 80, 20, 40)),
        parcel(code(6), Land.at("POLYGON ((180 90, 180 100.03, 190 100.03, 190 90, 180 90))"))), WHY);
    office.certify(code(5));
    office.certify(code(6));

    Bands bands = bands(Grouping.SUB_FARM);

    // 3 cm over the farm's boundary are survey error, 20 m are not
    assertThat(bands.certifiedArea()).isEqualTo(new BigDecimal("5500.30"));
    assertThat(bands.certifiedOutsideFarmArea()).isEqualTo(new BigDecimal("400.00"));
    assertThat(bands.totalArea()).isEqualTo(new BigDecimal("20000.00"));
    assertThat(group(Grouping.SUB_FARM, "").certifiedOutsideFarmArea()).isEqualTo(new BigDecimal("400.00"));
  }

  @Test
  void roundedParcelsThatFillASubFarmNeverLeaveLessThanNothing() {
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM, List.of(unit("3", "三分场", rectangle(300, 0, 1, 1.004))));
    units.add(UnitKind.PARCEL, List.of(parcel(code(7), rectangle(300, 0, 0.5, 1.004)),
        parcel(code(8), Land.at("POLYGON ((300.5 0, 300.5 1.014, 301 1.014, 301 0, 300.5 0))"))), WHY);

    assertAreas(group(Grouping.SUB_FARM, "3"), "1.00", "0.00", "0.00", "1.00", "0.00");
  }

  @Test
  void thePastIsAnsweredAsItWas() {
    LocalDate certified = clock.today();
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(60, 0, 10, 100), "证1")), WHY);
    clock.advance(Duration.ofDays(2));
    units.amend(units.get(UnitKind.CLAIM, "甲").ref(), rectangle(60, 0, 5, 100), WHY);
    office.cancel(code(1));
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM, List.of(unit("2", "二分场", rectangle(100, 0, 50, 100))));

    assertAreas(bands(Grouping.SUB_FARM), "15000.00", "0.00", "500.00", "7500.00", "7000.00");
    assertAreas(coverage.report(Grouping.SUB_FARM, certified).bands(),
        "20000.00", "5000.00", "1000.00", "2000.00", "12000.00");
    assertAreas(coverage.report(Grouping.SUB_FARM, certified.minusDays(1)).bands(),
        "0.00", "0.00", "0.00", "0.00", "0.00");
  }

  @Test
  void theReportNamesItsBasisOverHttp() throws Exception {
    http.perform(get("/api/coverage?by=town").with(user("office"))).andExpect(status().isOk())
        .andExpect(jsonPath("$.basis", containsString("2 sub-farms with together 2.0000 hm²")))
        .andExpect(jsonPath("$.basisZh", containsString("2 个分场共 2.0000 公顷")))
        .andExpect(jsonPath("$.by").value("town"))
        .andExpect(jsonPath("$.totalArea").value(20000.0))
        .andExpect(jsonPath("$.certifiedArea").value(5000.0))
        .andExpect(jsonPath("$.certifiedShare").value(0.25))
        .andExpect(jsonPath("$.groups[0].code").value("450721101"))
        .andExpect(jsonPath("$.groups[0].name").value("新圩镇"))
        .andExpect(jsonPath("$.groups[0].certifiedShare").value(1.0));
    http.perform(get("/api/coverage?by=planet").with(user("office"))).andExpect(status().isBadRequest());
    http.perform(get("/api/coverage?asOf=2999-01-01").with(user("office")))
        .andExpect(status().isBadRequest()).andExpect(jsonPath("$.field").value("asOf"));
  }

  private Bands bands(Grouping by) {
    return coverage.report(by, null).bands();
  }

  private Bands group(Grouping by, String code) {
    return coverage.report(by, null).groups().stream().filter(group -> group.code().equals(code)).findFirst()
        .orElseThrow().bands();
  }

  private static void assertAreas(Bands bands, String total, String certified, String disputed, String pending,
      String unsurveyed) {
    assertThat(List.of(bands.totalArea(), bands.certifiedArea(), bands.disputedArea(), bands.pendingArea(),
        bands.unsurveyedArea())).extracting(BigDecimal::toPlainString)
        .containsExactly(total, certified, disputed, pending, unsurveyed);
  }
}
