package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration farm, file by file, as its surveyors sent it. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class HuashanImportIT {

  private static final Path FARM = Path.of("data/huashan");

  @Autowired ImportDesk desk;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  @Test
  void everyFileOfTheFarmIsTakenWhole() throws IOException {
    List<String> notTaken = new ArrayList<>();
    for (JsonNode step : json.readTree(FARM.resolve("story.json").toFile()).get("steps")) {
      String file = step.get("file").asString();
      Import staged = desk.stage(request(step), file, Files.readAllBytes(FARM.resolve(file)));
      boolean whole = staged.status() == ImportStatus.STAGED && staged.counts().blocked() == 0
          && staged.counts().features() == step.get("features").asInt();
      if (!whole) {
        notTaken.add(file + " " + staged);
      } else {
        desk.commit(staged.id());
      }
    }

    assertThat(notTaken).isEmpty();
    assertThat(jdbc.sql("""
        select sum(v.plane_area) from spatial_unit_version v join spatial_unit u on u.id = v.unit_id
         where v.current and u.kind = 'PARCEL' and v.reason_subject::bigint not in (
           select id from import where file_name = '20-parcels-2013-pending.zip')
        """).query(BigDecimal.class).single()).isEqualByComparingTo("19066300.00");
    assertThat(jdbc.sql("select sum(plane_area) from administrative_unit where kind = 'SUB_FARM'")
        .query(BigDecimal.class).single()).isEqualByComparingTo("21290000.00");
    assertThat(jdbc.sql("""
        select count(*) from spatial_unit_version where current and (sub_farm is null or town is null or village is null)
           and import_id in (select id from import where layer = 'PARCELS')
        """).query(Integer.class).single()).isZero();
  }

  private static ImportRequest request(JsonNode step) {
    ImportRequest plain = ImportRequest.of(Layer.named(step.get("layer").asString()).orElseThrow())
        .withAccuracy(step.get("accuracy").asDouble());
    return switch (step.get("file").asString().substring(0, 2)) {
      case "30" -> plain.withBasis(UnitFacts.FARM_1987_CERTIFICATE);
      case "60" -> plain.withBasis(UnitFacts.FOREST_CERTIFICATE);
      default -> plain;
    };
  }
}
