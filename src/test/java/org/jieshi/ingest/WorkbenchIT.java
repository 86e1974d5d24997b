package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.parcel;
import static org.jieshi.ingest.SurveyedLand.parcels;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.ingest.transformation.Method;
import org.jieshi.ingest.transformation.NewTransformation;
import org.jieshi.ingest.transformation.TransformationSet;
import org.jieshi.ingest.transformation.TransformationSets;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a surveyor does with an import before it is committed: mend, map, correct, carry into CGCS2000, give up. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import({ImportDesk.class, WorkbenchIT.Estimator.class})
class WorkbenchIT {

  private static final ImportRequest PARCELS = ImportRequest.of(Layer.PARCELS).withAccuracy(0.05);
  private static final String XIAN_80 = SurveyFile.prj("Xian_1980_3_Degree_GK_Zone_36", 36_500_000, 108)
      .replace("GCS_China_Geodetic_Coordinate_System_2000", "GCS_Xian_1980").replace("D_China_2000", "D_Xian_1980")
      .replace("\"CGCS2000\",6378137.0,298.257222101", "\"Xian_1980\",6378140.0,298.257");

  @Autowired ImportDesk desk;
  @Autowired Imports imports;
  @Autowired ImportRepairs repairs;
  @Autowired FindingFiles files;
  @Autowired TransformationSets transformations;
  @Autowired SpatialUnits units;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Value("${jieshi.data}") Path data;
  @Autowired Estimator estimator;

  /** The last thing a check does; a test may step in there. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Estimator {

    final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> { });

    @Bean
    @Primary
    ImpactEstimator impactEstimator() {
      return staged -> {
        meanwhile.getAndSet(() -> { }).run();
        return new Impact(0, BigDecimal.ZERO, BigDecimal.ZERO);
      };
    }
  }

  @BeforeEach
  void administrator() {
    if (jdbc.sql("select count(*) from user_account where username = 'workbench-admin'").query(Integer.class).single() == 0) {
      users.add("workbench-admin", "管理员", Role.ADMINISTRATOR, null, ImportDesk.PASSWORD);
    }
  }

  // --- repairs

  @Test
  void aCrossedBoundaryIsMendedOnlyWhenItsSurveyorSaysSo() {
    // a corner was entered twice in the wrong order: the boundary crosses itself beside it
    SurveyFile file = parcel(parcels(), code(301, 1), "POLYGON ((36632000 2500000, 36632000 2500100, 36632100 2500100,"
        + " 36632100 2500000, 36632050 2500000, 36632051 2499999, 36632050 2499999, 36632051 2500000, 36632000 2500000))",
        "10000.00");
    parcel(file, code(301, 2), rectangle(400, 20_000, 100, 100), "10000.00");
    Import staged = desk.stage(PARCELS, file);
    assertThat(staged.counts()).isEqualTo(new Import.Counts(2, 1, 1, 0));

    List<ShownRepair> shown = desk.as(ImportDesk.SURVEYOR, () -> repairs.page(staged.id(), 0, 10)).items();
    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).record()).isEqualTo(1);
    assertThat(shown.get(0).areaDrawn().add(shown.get(0).difference())).isEqualByComparingTo(shown.get(0).areaRepaired());
    assertThat(shown.get(0).repaired().isValid()).isTrue();

    desk.as(ImportDesk.SURVEYOR, () -> repairs.accept(staged.id(), 1));
    Import mended = desk.check(staged.id());

    assertThat(mended.status()).isEqualTo(ImportStatus.STAGED);
    assertThat(mended.counts().blocked()).isZero();
    assertThat(mended.findings()).filteredOn(found -> found.rule().equals("G2")).extracting(ReportedFinding::record)
        .containsExactly(1);
    desk.commit(staged.id());
    UnitVersion parcel = units.get(UnitKind.PARCEL, code(301, 1));
    assertThat(parcel.boundary().isValid()).isTrue();
    assertThat(parcel.planeArea()).isEqualByComparingTo(shown.get(0).areaRepaired());
    assertThat(parcel.facts().attributes().get("REPAIR")).isEqualTo("G1, %s m² → %s m², %s".formatted(
        shown.get(0).areaDrawn(), shown.get(0).areaRepaired(), ImportDesk.SURVEYOR));
    assertThat(jdbc.sql("select count(*) from audit_entry where action = 'IMPORT_REPAIR_ACCEPTED' and subject_id = :id")
        .param("id", String.valueOf(staged.id())).query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void aRepairIsTheSurveyorsToAccept() {
    Import staged = desk.stage(PARCELS, parcel(parcels(), code(302, 1), "POLYGON ((36633500 2501000, 36633600 2501100,"
        + " 36633600 2501000, 36633500 2501100, 36633500 2501000))", ""));

    assertThatThrownBy(() -> desk.as(ImportDesk.COLLEAGUE, () -> repairs.accept(staged.id(), 1)))
        .isInstanceOfSatisfying(ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.FORBIDDEN));
    assertThatThrownBy(() -> desk.as(ImportDesk.SURVEYOR, () -> repairs.accept(staged.id(), 2)))
        .isInstanceOfSatisfying(ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.NOT_FOUND));
  }

  // --- giving up

  @Test
  void anImportIsGivenUpWhileItIsCheckedAndNothingIsLeft() {
    long id = desk.send(PARCELS, "a.zip",
        parcel(parcels(), code(303, 1), rectangle(0, 22_000, 100, 100), "10000.00").zip());
    estimator.meanwhile.set(() -> onOtherThread(() -> desk.discard(id)));

    Import given = desk.read(id);

    assertThat(given.status()).isEqualTo(ImportStatus.DISCARDED);
    assertThat(ImportTables.leftOf(jdbc, id)).isEmpty();
    assertThat(TemporaryFiles.in(data)).isEmpty();
  }

  @Test
  void anImportIsGivenUpBeforeItIsRead() {
    long id = desk.send(PARCELS, "a.zip",
        parcel(parcels(), code(304, 1), rectangle(0, 23_000, 100, 100), "10000.00").zip());

    desk.discard(id);

    assertThat(desk.read(id).status()).isEqualTo(ImportStatus.DISCARDED);
    assertThat(ImportTables.leftOf(jdbc, id)).isEmpty();
  }

  private static void onOtherThread(Runnable work) {
    Thread other = new Thread(work);
    other.start();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // --- corrected records

  @Test
  void correctedRecordsAreSentAgainstTheImportThatLeftThemOut() {
    SurveyFile file = parcel(parcels(), code(305, 1), rectangle(0, 24_000, 100, 100), "10000.00");
    parcel(file, code(305, 2), rectangle(200, 24_000, 100, 100), "12000.00");
    Import first = desk.stage(PARCELS, file);
    desk.commitAccepted(first.id());

    SurveyFile corrected = parcel(parcels(), code(305, 1), rectangle(0, 24_000, 100, 100), "10000.00");
    parcel(corrected, code(305, 2), rectangle(200, 24_000, 120, 100), "12000.00");
    Import second = desk.stage(PARCELS.correcting(first.id()), corrected);

    assertThat(second.counts()).isEqualTo(new Import.Counts(2, 1, 0, 0));
    assertThat(second.unchanged()).isEqualTo(1);
    assertThat(second.corrects()).isEqualTo(first.id());
    assertThat(desk.get(first.id()).correctedBy()).containsExactly(second.id());
    assertThat(second.preview().added()).isEqualTo(1);
    assertThat(second.preview().changed()).isZero();
    desk.commit(second.id());
    assertThat(units.get(UnitKind.PARCEL, code(305, 1)).ref().version()).isEqualTo(1);
    assertThat(units.get(UnitKind.PARCEL, code(305, 2)).planeArea()).isEqualByComparingTo("12000");
  }

  @Test
  void onlyAnImportThatStandsIsCorrected() {
    Import failed = desk.stage(PARCELS, parcels());
    byte[] zip = parcel(parcels(), code(306, 1), rectangle(0, 25_000, 100, 100), "10000.00").zip();

    assertThatThrownBy(() -> desk.send(PARCELS.correcting(failed.id()), "a.zip", zip))
        .isInstanceOfSatisfying(ProblemException.class, refusal -> {
          assertThat(refusal.problem().code()).isEqualTo(ProblemCode.CONFLICTING_STATE);
          assertThat(refusal.problem().field()).isEqualTo("corrects");
        });
  }

  // --- columns

  @Test
  void columnsAreRecognisedByWhatTheyHoldAndRememberedAsTheSenderSaid() {
    SurveyFile file = SurveyFile.named("zd").text("F1", 19).number("F2", 15, 4).text("F3", 4).text("F4", 20)
        .record(rectangle(0, 26_000, 100, 100), code(307, 1), "15.0000", "0201", "谷埠村");
    Import staged = desk.stage(PARCELS, file);

    assertThat(staged.mapping()).containsEntry("code", "F1").containsEntry("declaredArea", "F2")
        .containsEntry("areaUnit", "=2").containsEntry("landUse", "F3").doesNotContainValue("F4");
    assertThat(staged.findings()).extracting(ReportedFinding::message).containsExactly("By what they hold, columns were"
        + " taken as areaUnit = =2, code = F1, declaredArea = F2, landUse = F3; please check the mapping.");

    SurveyFile next = SurveyFile.named("zd").text("F1", 19).number("F2", 15, 4).text("F3", 4).text("F4", 20)
        .record(rectangle(200, 26_000, 100, 100), code(307, 2), "15.0000", "0201", "谷埠村");
    Map<String, String> said = Map.of("code", "F1", "declaredArea", "F2", "areaUnit", "=亩", "location", "F4");
    desk.stage(PARCELS.withMapping(said), next);
    SurveyFile later = SurveyFile.named("zd").text("F1", 19).number("F2", 15, 4).text("F3", 4).text("F4", 20)
        .record(rectangle(400, 26_000, 100, 100), code(307, 3), "15.0000", "0201", "谷埠村");
    Import remembered = desk.bring(PARCELS, later);

    assertThat(remembered.mapping()).containsAllEntriesOf(said);
    UnitVersion parcel = units.get(UnitKind.PARCEL, code(307, 3));
    assertThat(parcel.declaredArea()).isEqualByComparingTo("10000.00");
    assertThat(parcel.facts().location()).isEqualTo("谷埠村");
  }

  @Test
  void aHeaderThatWasCutIsRecognisedByItsBeginning() {
    SurveyFile file = SurveyFile.named("zd").text("宗地代", 19).text("土地坐", 20)
        .record(rectangle(0, 27_000, 100, 100), code(308, 1), "谷埠村");

    Import staged = desk.stage(PARCELS, file);

    assertThat(staged.mapping()).containsEntry("code", "宗地代").containsEntry("location", "土地坐");
  }

  // --- neighbours

  @Test
  void gapsMissingVerticesAndLandInsideAreTold() {
    // two rows of two, 1 m apart in the middle, closed at both ends
    SurveyFile file = parcel(parcels(), code(309, 1), rectangle(0, 28_000, 100, 100), "10000.00");
    parcel(file, code(309, 2), rectangle(0, 28_101, 100, 99), "9900.00");
    parcel(file, code(309, 3), rectangle(-50, 28_000, 50, 200), "10000.00");
    parcel(file, code(309, 4), rectangle(100, 28_000, 50, 200), "10000.00");
    parcel(file, code(309, 5), rectangle(1000, 28_000, 200, 200), "40000.00");
    parcel(file, code(309, 6), rectangle(1050, 28_050, 20, 20), "400.00");

    Import staged = desk.stage(PARCELS, file);

    assertThat(staged.findings()).filteredOn(found -> found.rule().equals("C6")).extracting(ReportedFinding::message)
        .containsExactly("Between records 1, 2, 3, 4 lies a gap of 100.00 m², on average 0.99 m wide; close it, or name"
            + " the road or water in it.");
    assertThat(staged.findings()).filteredOn(found -> found.rule().equals("C7")).extracting(ReportedFinding::message)
        .contains("On the boundary between records 1 and 3 1 vertices have no counterpart (up to 0.000 m off); use one"
            + " point for both.");
    assertThat(staged.findings()).filteredOn(found -> found.rule().equals("C9")).extracting(ReportedFinding::record)
        .containsExactlyInAnyOrder(5, 6);
    assertThat(staged.findings()).allSatisfy(found -> {
      assertThat(found.ruleVersion()).isEqualTo(Rules.VERSION);
      assertThat(found.tolerance()).isNotNull();
    });
  }

  @Test
  void findingsAreFilesWithCoordinates() throws IOException {
    SurveyFile file = parcel(parcels(), code(310, 1), rectangle(0, 29_000, 100, 100), "10000.00");
    parcel(file, code(310, 2), rectangle(95, 29_000, 100, 100), "10000.00");
    Import staged = desk.stage(PARCELS, file);

    StringWriter table = new StringWriter();
    files.writeTable(staged.id(), table);
    StringWriter map = new StringWriter();
    files.writeMap(staged.id(), map);

    List<String> lines = table.toString().lines().toList();
    assertThat(lines.get(0)).isEqualTo("\uFEFFrule,severity,record,code,x,y,lon,lat,tolerance,ruleVersion,message,messageZh");
    assertThat(lines.get(1)).startsWith("C1,BLOCK,1,\"%s\",36632097.5,2509050.0,109.28".formatted(code(310, 1)));
    assertThat(lines).hasSize(3);
    assertThat(map.toString()).startsWith("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
        + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[109.28");
    assertThat(desk.as(ImportDesk.SURVEYOR, () -> imports.findingGroups(staged.id()))).extracting(FindingGroup::rule,
        FindingGroup::count).containsExactly(tuple("C1", 2L));
  }

  // --- axes

  @Test
  void swappedAxesAreFoundAndExchangedOnlyWhenTheSurveyorSaysSo() {
    String swapped = "POLYGON ((2512000 36632000, 2512100 36632000, 2512100 36632100, 2512000 36632100, 2512000 36632000))";
    byte[] zip = parcel(parcels(), code(313, 1), swapped, "10000.00").zip();
    Import refused = desk.stage(PARCELS, "a.zip", zip);
    assertThat(refused.problem().fault()).isEqualTo("CRS_COORDINATES");
    assertThat(refused.problem().detail()).contains("East and north are swapped in the file");

    Import staged = desk.stage(PARCELS.swappingAxes(), "a.zip", zip);

    assertThat(staged.counts().accepted()).isEqualTo(1);
    assertThat(staged.findings()).extracting(ReportedFinding::message).contains(
        "East and north were exchanged in every coordinate, as you said; check the place on the map.");
    desk.commit(staged.id());
    assertThat(units.get(UnitKind.PARCEL, code(313, 1)).boundary().getEnvelopeInternal().getMinX()).isEqualTo(36632000);
  }

  // --- older datums

  @Test
  void aSurveyInXian80IsCarriedByTheParametersThatItsSurveyorChose() {
    TransformationSet set = add(shift(10.25, -5.5, 109));
    SurveyFile file = parcel(parcels().prj(XIAN_80), code(311, 1), rectangle(0, 30_000, 100, 100), "10000.00");

    Import staged = desk.stage(PARCELS.withTransformation(set.id()), file);

    assertThat(staged.crs()).isEqualTo("EPSG:4524");
    assertThat(staged.findings()).extracting(ReportedFinding::message).containsExactly(("The boundaries were carried from"
        + " Xian 1980 / 3-degree Gauss-Kruger zone 36 into EPSG:4524 with transformation %s (灵山四参数, 灵测〔2009〕3号; RMSE"
        + " 0.12 m), which is counted in their accuracy.").formatted(set.id()));
    desk.commit(staged.id());
    UnitVersion parcel = units.get(UnitKind.PARCEL, code(311, 1));
    assertThat(parcel.boundary().getEnvelopeInternal().getMinX()).isEqualTo(36632010.25);
    assertThat(parcel.boundary().getEnvelopeInternal().getMinY()).isEqualTo(2509994.5);
    assertThat(parcel.accuracy()).isEqualTo(0.13);
    assertThat(parcel.facts().attributes().get("TRANSFORMATION")).isEqualTo(
        "%s 灵山四参数: EPSG:2360 → EPSG:4524, RMSE 0.12 m, 灵测〔2009〕3号".formatted(set.id()));
  }

  @Test
  void parametersAreNotUsedOutsideTheirAreaNorForAnotherSystemNorOnceRetired() {
    TransformationSet elsewhere = add(shift(0, 0, 111));
    SurveyFile file = parcel(parcels().prj(XIAN_80), code(312, 1), rectangle(0, 31_000, 100, 100), "10000.00");
    assertThat(desk.stage(PARCELS.withTransformation(elsewhere.id()), file).findings())
        .filteredOn(found -> found.severity().equals("BLOCK")).extracting(ReportedFinding::message).containsExactly(
            "Record 1: it lies outside the area of transformation %s (灵山县); its parameters don't hold there."
                .formatted(elsewhere.id()));

    SurveyFile modern = parcel(parcels(), code(312, 2), rectangle(0, 31_000, 100, 100), "10000.00");
    assertThat(desk.stage(PARCELS.withTransformation(elsewhere.id()), modern).problem().fault())
        .isEqualTo("CRS_TRANSFORMATION_UNFIT");

    asAdministrator(() -> transformations.retire(elsewhere.id(), elsewhere.revision(), "新参数已启用"));
    SurveyFile again = parcel(parcels().prj(XIAN_80), code(312, 3), rectangle(0, 31_000, 100, 100), "10000.00");
    assertThat(desk.stage(PARCELS.withTransformation(elsewhere.id()), again).problem().fault())
        .isEqualTo("CRS_TRANSFORMATION_RETIRED");
  }

  @Test
  void parametersInAWrongUnitAreRefusedAndOnlyAdministratorsEnterThem() {
    NewTransformation degrees = new NewTransformation("灵山七参数", Method.POSITION_VECTOR, "EPSG:2360", null, 12.5, -3.25,
        7.75, 0.61, -0.42, 0.93, -2150.0, 0.1, "灵测〔2009〕3号", "灵山县", List.of(109.0, 22.0, 110.0, 23.0),
        LocalDate.of(2009, 1, 1));

    assertThatThrownBy(() -> add(degrees)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
      assertThat(refusal.problem().field()).isEqualTo("scalePpm");
      assertThat(refusal.problem().detail().en()).isEqualTo("scalePpm is -2150.0; check its unit (metres, seconds of arc,"
          + " millionths), at most 100 is possible.");
    });
    assertThatThrownBy(() -> desk.as(ImportDesk.SURVEYOR, () -> transformations.add(shift(0, 0, 109))))
        .isInstanceOfSatisfying(ProblemException.class,
            refusal -> assertThat(refusal.problem().code()).isEqualTo(ProblemCode.FORBIDDEN));
  }

  private TransformationSet add(NewTransformation given) {
    return asAdministrator(() -> transformations.add(given));
  }

  private <T> T asAdministrator(Supplier<T> work) {
    return desk.as("workbench-admin", work);
  }

  private static NewTransformation shift(double east, double north, double west) {
    return new NewTransformation("灵山四参数", Method.PLANE, "EPSG:2360", "EPSG:4524", east, north, null, null, null, 0.0,
        0.0, 0.12, "灵测〔2009〕3号", "灵山县", List.of(west, 22.0, west + 1, 23.0), LocalDate.of(2009, 1, 1));
  }
}
