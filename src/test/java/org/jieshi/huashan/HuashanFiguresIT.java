package org.jieshi.huashan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.conflicts.ConflictFilter;
import org.jieshi.conflicts.ConflictSummary;
import org.jieshi.conflicts.Conflicts;
import org.jieshi.conflicts.Track;
import org.jieshi.coverage.CertificateOffice;
import org.jieshi.coverage.Coverage;
import org.jieshi.coverage.CoverageReport;
import org.jieshi.coverage.CoverageReport.Bands;
import org.jieshi.coverage.Grouping;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.AdministrativeDraft;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of the case (domain.md §0) as conflicts and coverage compute them from the demonstration farm. */
@EachDatabase
@Import(CertificateOffice.class)
class HuashanFiguresIT {

  private static final Path FARM = Path.of("data/huashan");
  private static final int ZONE_36 = 4524;

  @Autowired AdministrativeUnits administrativeUnits;
  @Autowired SpatialUnits units;
  @Autowired Conflicts conflicts;
  @Autowired Coverage coverage;
  @Autowired CertificateOffice office;
  @Autowired AuditVerifier verifier;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void theFarmAsItStoodInJuly2013() throws IOException {
    if (units.find(UnitKind.EVIDENCE, "30-1").isPresent()) {
      return;
    }
    administrative("01-towns", AdministrativeKind.TOWN, "XZQDM", "XZQMC");
    administrative("02-villages", AdministrativeKind.VILLAGE, "XZQDM", "XZQMC");
    administrative("03-subfarms", AdministrativeKind.SUB_FARM, "FCDM", "FCMC");
    for (String file : List.of("10-parcels-2011-batch1", "11-parcels-2011-batch2", "12-parcels-2011-batch3",
        "13-parcels-2012-batch4", "14-parcels-2012-batch5", "15-parcels-2012-last")) {
      parcels(file, 0.075).forEach(office::certify);
    }
    parcels("20-parcels-2013-pending", 0.10);
    others(UnitKind.EVIDENCE, "30-certificate-1987", 8.0, row -> UnitFacts.NONE.withParty(row.get("QLRMC"),
        UnitFacts.FARM_1987_CERTIFICATE, row.get("ZSBH")));
    others(UnitKind.CLAIM, "40-claims-villages", 1.0, HuashanFiguresIT::claimant);
    others(UnitKind.CLAIM, "50-encroachments-2013", 0.3, HuashanFiguresIT::claimant);
    others(UnitKind.CLAIM, "51-encroachments-earlier", 0.3, HuashanFiguresIT::claimant);
    others(UnitKind.EVIDENCE, "60-forest-certificates", 3.0, row -> UnitFacts.NONE.withParty(row.get("QLRMC"),
        UnitFacts.FOREST_CERTIFICATE, row.get("LQZH")));
  }

  @Test
  void coverageIsThatOfTheCase() {
    Bands bands = coverage.report(Grouping.SUB_FARM, null).bands();

    assertThat(bands.totalAreaHm2()).isEqualTo(new BigDecimal("2129.0000"));
    assertThat(bands.certifiedArea()).isEqualTo(new BigDecimal("19066300.00"));
    assertThat(bands.certifiedAreaHm2()).isEqualTo(new BigDecimal("1906.6300"));
    assertThat(bands.certifiedShare()).isEqualTo(new BigDecimal("0.8956"));
    assertThat(bands.encroachedAreaHm2()).isEqualTo(new BigDecimal("0.2000"));
    assertThat(bands.certifiedOutsideFarmArea()).isEqualTo(new BigDecimal("0.00"));
    assertThat(bands.disputedArea().add(bands.pendingArea()).add(bands.unsurveyedArea()))
        .isEqualTo(new BigDecimal("2223700.00"));
  }

  @Test
  void everyBreakdownAddsUpToTheSameFigures() {
    Bands farm = coverage.report(Grouping.SUB_FARM, null).bands();
    for (Grouping by : Grouping.values()) {
      CoverageReport report = coverage.report(by, null);
      assertThat(report.bands()).as(by.name()).isEqualTo(farm);
      for (Map.Entry<String, Function<Bands, BigDecimal>> figure : Map.<String, Function<Bands, BigDecimal>>of(
          "total", Bands::totalArea, "certified", Bands::certifiedArea, "disputed", Bands::disputedArea,
          "pending", Bands::pendingArea, "unsurveyed", Bands::unsurveyedArea, "encroached", Bands::encroachedArea)
          .entrySet()) {
        assertThat(report.groups().stream().map(group -> figure.getValue().apply(group.bands()))
            .reduce(BigDecimal.ZERO, BigDecimal::add)).as(by + " " + figure.getKey())
            .isEqualByComparingTo(figure.getValue().apply(farm));
      }
      assertThat(report.groups()).as(by.name()).allSatisfy(group ->
          assertThat(group.bands().unsurveyedArea()).isNotNegative());
    }
    assertThat(coverage.report(Grouping.SUB_FARM, null).groups()).hasSize(5);
    assertThat(coverage.report(Grouping.TOWN, null).groups()).hasSize(4);
    assertThat(coverage.report(Grouping.VILLAGE, null).groups()).hasSize(19);
  }

  @Test
  void theEncroachmentsAreTrespassAndTheTouchingClaimsAreNothing() {
    ConflictSummary summary = conflicts.summary();

    assertThat(summary.byTrack().get(Track.TRESPASS).count()).isEqualTo(7);
    assertThat(summary.byTrack().get(Track.TRESPASS).netArea()).isEqualTo(new BigDecimal("2000.00"));
    assertThat(conflicts.find(ConflictFilter.ALL, 0, 1000).items())
        .noneSatisfy(conflict -> assertThat(conflict.right().kind()).isEqualTo(UnitKind.PARCEL))
        .filteredOn(conflict -> conflict.overlapClass() == OverlapClass.NOISE).hasSize(1);
  }

  @Test
  void everythingIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  private void administrative(String file, AdministrativeKind kind, String code, String name) throws IOException {
    administrativeUnits.addAll(kind, read(file).stream().map(row ->
        new AdministrativeDraft(row.get(code), row.get(name), null, row.shape(), ZONE_36, null)).toList());
  }

  private List<String> parcels(String file, double accuracy) throws IOException {
    List<UnitDraft> drafts = read(file).stream().map(row -> new UnitDraft(row.get("ZDDM"), row.shape(), ZONE_36, null,
        accuracy, UnitFacts.NONE.withParty(row.get("QLRMC"), null, null).withLandUse("GB/T 21010-2007", row.get("YT")),
        null, null)).toList();
    units.add(UnitKind.PARCEL, drafts, new ChangeReason("IMPORT", file));
    return drafts.stream().map(UnitDraft::code).toList();
  }

  private void others(UnitKind kind, String file, double accuracy, Function<FarmFile.Row, UnitFacts> facts)
      throws IOException {
    List<UnitDraft> drafts = new ArrayList<>();
    for (FarmFile.Row row : read(file)) {
      drafts.add(new UnitDraft(file.substring(0, 2) + "-" + (drafts.size() + 1), row.shape(), ZONE_36, null, accuracy,
          facts.apply(row), null, null));
    }
    units.add(kind, drafts, new ChangeReason("IMPORT", file));
  }

  private static UnitFacts claimant(FarmFile.Row row) {
    return UnitFacts.NONE.withParty(row.get("CLAIMANT"), row.get("BASIS"), row.get("ZJ"));
  }

  private static List<FarmFile.Row> read(String file) throws IOException {
    return FarmFile.read(FARM.resolve(file + ".zip")).rows();
  }
}
