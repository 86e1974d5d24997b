package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.util.Map;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A farm of one sub-farm over two villages of one town. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class PlacesIT {

  private static final String TOWN = "450721108";

  @Autowired ImportDesk desk;
  @Autowired SpatialUnits units;
  @Autowired JdbcClient jdbc;

  private Import villages;

  @BeforeEach
  void theFarmIsImportedOnce() {
    if (jdbc.sql("select count(*) from administrative_unit").query(Integer.class).single() == 0) {
      desk.bring(ImportRequest.of(Layer.TOWNS), SurveyFile.named("xz").text("XZQDM", 9).text("XZQMC", 20)
          .record(rectangle(-1000, -1000, 4000, 4000), TOWN, "檀圩镇"));
      desk.bring(ImportRequest.of(Layer.SUB_FARMS), SurveyFile.named("fc").text("FCDM", 2).text("FCMC", 20)
          .record(rectangle(0, 0, 1000, 1000), "01", "华山一分场"));
      desk.bring(ImportRequest.of(Layer.VILLAGES), SurveyFile.named("cw").text("XZQDM", 12).text("XZQMC", 20)
          .record(rectangle(-1000, -1000, 1500, 4000), TOWN + "201", "谷埠村")
          .record(rectangle(500, -1000, 2500, 4000), TOWN + "202", "大岭村"));
    }
    long id = jdbc.sql("select max(id) from import where layer = 'VILLAGES'").query(Long.class).single();
    villages = desk.get(id);
  }

  @Test
  void aParcelIsPlacedWhereMostOfItLies() {
    bring(code(1, 1), rectangle(450, 0, 60, 100), "", "", "");

    UnitFacts facts = units.get(UnitKind.PARCEL, code(1, 1)).facts();
    assertThat(facts.subFarm()).isEqualTo("01");
    assertThat(facts.town()).isEqualTo(TOWN);
    assertThat(facts.village()).isEqualTo(TOWN + "201");
  }

  @Test
  void namesAreTakenLikeCodesAndDisagreementIsTold() {
    Import staged = stage(code(2, 1), rectangle(0, 200, 100, 100), "华山一分场", TOWN, "大岭村");

    assertThat(staged.findings()).extracting(ReportedFinding::message).containsExactly(
        "Record 1 names the village 大岭村, but lies mostly in 谷埠村; check which is right.");
    desk.commit(staged.id());
    UnitFacts facts = units.get(UnitKind.PARCEL, code(2, 1)).facts();
    assertThat(facts.subFarm()).isEqualTo("01");
    assertThat(facts.village()).isEqualTo(TOWN + "202");
  }

  @Test
  void aNameNobodyKnowsGivesWayToThePlace() {
    Import staged = stage(code(3, 1), rectangle(0, 400, 100, 100), "九分场", "", "");

    assertThat(staged.findings()).extracting(ReportedFinding::messageZh).containsExactly(
        "第 1 条记录的分场 九分场 不在册，按位置归入 华山一分场。");
  }

  @Test
  void aParcelThatReachesOutOfTheFarmIsTold() {
    Import staged = stage(code(4, 1), rectangle(950, 600, 100, 100), "", "", "");

    assertThat(staged.findings()).extracting(ReportedFinding::message).containsExactly(
        "Record 1 reaches out of the farm by 5000.00 m²; check the boundary.");
    assertThat(staged.counts().warned()).isEqualTo(1);
  }

  @Test
  void villagesThatLandLiesInAreNotTakenBack() {
    bring(code(5, 1), rectangle(0, 800, 100, 100), "", "", "");

    assertThatThrownBy(() -> desk.undo(villages.id()))
        .isInstanceOfSatisfying(ProblemException.class, refusal -> {
          assertThat(refusal.problem().code()).isEqualTo(ProblemCode.IMPORT_IN_USE);
          assertThat(refusal.problem().detail().en()).contains("records of land lie in");
        });
  }

  @Test
  void anOldDatumIsTakenWithAcceptanceAndAccuracyAndKeepsItsOwnCoordinates() {
    SurveyFile file = layer().prj(SurveyFile.prj("Xian_1980_3_Degree_GK_Zone_36", 36_500_000, 108)
            .replace("D_China_2000", "D_Xian_1980")
            .replace("\"CGCS2000\",6378137.0,298.257222101", "\"Xian_1980\",6378140.0,298.257"))
        .record(rectangle(200, 200, 100, 100), code(6, 1), "", "", "");

    Import refused = desk.stage(ImportRequest.of(Layer.PARCELS), file);
    assertThat(refused.problem().fault()).isEqualTo("CRS_BALLPARK");

    Import accepted = desk.stage(new ImportRequest(Layer.PARCELS, null, null, null, 80.0, null, Map.of(), null,
        null, true, null), file);
    desk.commit(accepted.id());
    assertThat(units.get(UnitKind.PARCEL, code(6, 1)).srid()).isEqualTo(2360);
    assertThat(units.get(UnitKind.PARCEL, code(6, 1)).boundary().getCoordinates()[0].x).isEqualTo(36632200);
    assertThat(units.get(UnitKind.PARCEL, code(6, 1)).accuracy()).isEqualTo(80.0);
  }

  private Import stage(String code, String wkt, String subFarm, String town, String village) {
    return desk.stage(ImportRequest.of(Layer.PARCELS).withAccuracy(0.05),
        layer().record(wkt, code, subFarm, town, village));
  }

  private void bring(String code, String wkt, String subFarm, String town, String village) {
    desk.commit(stage(code, wkt, subFarm, town, village).id());
  }

  private static SurveyFile layer() {
    return SurveyFile.named("zd").text("ZDDM", 19).text("FC", 20).text("XZ", 20).text("CW", 20);
  }
}
