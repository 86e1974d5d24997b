package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.util.Map;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file of every format that GDAL wrote goes the whole way to the register, as claims, which may overlap. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class FormatsIT {

  @Autowired ImportDesk desk;
  @Autowired JdbcClient jdbc;

  /** Two sub-farms that meet in the middle of the land: each boundary is cut with both. */
  @BeforeEach
  void aFarm() {
    if (jdbc.sql("select count(*) from administrative_unit where kind = 'SUB_FARM'").query(Integer.class).single() < 2) {
      desk.bring(ImportRequest.of(Layer.SUB_FARMS), SurveyFile.named("fc").text("FCDM", 2).text("FCMC", 20)
          .record(rectangle(0, 0, 1_050, 5_000), "01", "华山一分场")
          .record(rectangle(1_050, 0, 4_000, 5_000), "02", "华山二分场"));
    }
  }

  @ParameterizedTest
  @CsvSource({"gdal-gbk.zip,, 2", "gdal-zm.zip,, 2", "gdal-gpkg.zip,, 2", "gdal-crs.geojson,, 2",
      "gdal-rfc7946.geojson, EPSG:4524, 2", "gdal.csv, EPSG:4524, 2", "gdal.dxf, EPSG:4524, 4", "gdal.kml, EPSG:4524, 2",
      "gdal-lib.kml, EPSG:4524, 2"})
  void goesTheWholeWay(String file, @Nullable String crs, int accepted) throws Exception {
    ImportRequest request = new ImportRequest(Layer.CLAIMS, null, crs, null, 0.05, "OCCUPATION", Map.of("code", ""),
        "大岭村", file, false, null, null, null, false);

    Import staged = desk.stage(request, file, ReadFile.resource(file));

    assertThat(staged.problem()).isNull();
    assertThat(staged.crs()).isEqualTo("EPSG:4524");
    assertThat(staged.counts().accepted()).isEqualTo(accepted);
    assertThat(desk.commitAccepted(staged.id()).status()).isEqualTo(ImportStatus.COMMITTED);
    assertThat(desk.undo(staged.id()).status()).isEqualTo(ImportStatus.UNDONE);
  }
}
