package org.jieshi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.rectangle;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.identity.Role;
import org.jieshi.identity.Users;
import org.jieshi.ingest.ReadFile;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationUtils;

@EachDatabase(properties = "jieshi.jobs.workers=0")
@AutoConfigureMockMvc
@Transactional
class ExportIT {

  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");

  @Autowired MockMvc http;
  @Autowired SpatialUnits units;
  @Autowired Users users;
  @Autowired JdbcClient jdbc;
  @Value("${jieshi.data}") Path data;
  @TempDir Path directory;

  private final Geometry first = Land.at("POLYGON ((0.1234567 0, 0 100, 100 100, 100 0, 0.1234567 0))");

  /** What others have left there is not ours. */
  private Set<Path> before;

  @BeforeEach
  void aFarmInTwoZones() throws IOException {
    before = temporaryFiles();
    users.add("export-manager", "管理者", Role.MANAGER, null, "long enough");
    users.add("export-admin", "管理员", Role.ADMINISTRATOR, null, "long enough");
    units.add(UnitKind.PARCEL, List.of(
        new UnitDraft(code(1), first, Land.ZONE_36, new BigDecimal("9993.83"), 0.05, new UnitFacts("华山农场", null, null,
            LocalDate.of(1987, 5, 1), null, null, null, "GB/T 21010-2007", "021", "谷埠村", "划拨",
            Map.of("TFH", "F49G039021", "MJDW", "2", "备注", "=1+1")), null, null),
        Land.parcel(code(2), rectangle(100, 0, 100, 100))), WHY);
    units.add(UnitKind.CLAIM, List.of(Land.claim("主张1", rectangle(150, 50, 100, 100), "林证字1号")), WHY);
  }

  private void andAParcelInZone37() {
    Geometry other = CoordinateSystems.transform(rectangle(400, 0, 100, 100), Land.ZONE_36, 4525);
    units.add(UnitKind.PARCEL, List.of(new UnitDraft(code(3), other, 4525, null, 0.05, UnitFacts.NONE, null, null)), WHY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parcels.shp.zip", "parcels.gpkg", "parcels.geojson", "parcels.csv", "parcels.points.csv",
      "parcels.txt", "parcels.shp.zip?encoding=GBK"})
  void parcelsComeBackAsTheyWere(String file) throws Exception {
    MockHttpServletResponse answer = ask(file);

    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(answer.getHeader("Content-Disposition")).contains("attachment").contains("parcels-");
    ReadFile read = ReadFile.of(directory, file.replaceFirst("\\?.*", ""), answer.getContentAsByteArray(), null);
    assertThat(read.epsg()).isEqualTo(4524);
    assertThat(read.records()).hasSize(2);
    assertThat(read.record(1).boundary().norm()).isEqualTo(first.norm());
    if (!file.endsWith(".txt")) {
      assertThat(texts(read.record(1))).containsEntry("ZDDM", code(1)).containsEntry("ZL", "谷埠村")
          .containsEntry("QLRMC", "华山农场").containsEntry("YT", "021").containsEntry("QLXZ", "划拨")
          .containsEntry("TFH", "F49G039021").containsEntry("备注", "=1+1").containsEntry("SINCE", "1987-05-01")
          .doesNotContainKey("MJDW");
      assertThat(new BigDecimal(texts(read.record(1)).get("ZDMJ"))).isEqualByComparingTo("9993.83");
    }
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  private static Map<String, String> texts(SurveyRecord record) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    record.values().forEach((column, value) -> texts.put(column, value.toString()));
    return texts;
  }

  @Test
  void claimsDrawingsAndKmlGoOutAsWell() throws Exception {
    ReadFile claims = ReadFile.of(directory, "a.geojson", ask("claims.geojson").getContentAsByteArray(), null);
    assertThat(texts(claims.record(1))).containsEntry("CODE", "主张1").containsEntry("CLAIMANT", "大岭村")
        .containsEntry("BASIS", "DOCUMENT").containsEntry("ZSBH", "林证字1号");
    ReadFile drawing = ReadFile.of(directory, "a.dxf", ask("parcels.dxf").getContentAsByteArray(), "EPSG:4524");
    assertThat(drawing.record(1).boundary().norm()).isEqualTo(first.norm());
    ReadFile kml = ReadFile.of(directory, "a.kml", ask("parcels.kml").getContentAsByteArray(), "EPSG:4524");
    assertThat(kml.records()).hasSize(2);
    assertThat(ask("conflicts.gpkg").getStatus()).isEqualTo(200);
    assertThat(ask("certificates.gpkg").getStatus()).isEqualTo(404);
  }

  @Test
  void severalSystemsAreNeverMixed() throws Exception {
    andAParcelInZone37();

    refused("parcels.geojson", 422, "INVALID_FIELD", "The land was surveyed in EPSG:4524, EPSG:4525, and this format holds"
        + " one system; add .zip to the name for a file each, choose gpkg or shp.zip, or give crs.");
    byte[] gpkg = ask("parcels.gpkg").getContentAsByteArray();
    assertThat(ReadFile.of(directory, "a.gpkg", gpkg, "parcels-4524", null).epsg()).isEqualTo(4524);
    ReadFile other = ReadFile.of(directory, "a.gpkg", gpkg, "parcels-4525", null);
    assertThat(other.epsg()).isEqualTo(4525);
    assertThat(texts(other.record(1))).containsEntry("ZDDM", code(3));
    byte[] shapefiles = ask("parcels.shp.zip").getContentAsByteArray();
    assertThat(ReadFile.of(directory, "a.zip", shapefiles, "parcels-4525", null).epsg()).isEqualTo(4525);
    byte[] texts = ask("parcels.txt.zip").getContentAsByteArray();
    assertThat(ReadFile.of(directory, "a.zip", texts, "parcels-4525", null).epsg()).isEqualTo(4525);
    ReadFile together =
        ReadFile.of(directory, "a.geojson", ask("parcels.geojson?crs=EPSG:4524").getContentAsByteArray(), null);
    assertThat(together.records()).hasSize(3);
    assertThat(together.record(1).boundary().norm()).isEqualTo(first.norm());
  }

  @Test
  void isNarrowedLikeTheListAndToADay() throws Exception {
    assertThat(records("parcels.geojson?q=谷埠")).isEqualTo(1);
    assertThat(records("parcels.geojson?status=SURVEYED")).isEqualTo(2);
    refused("parcels.geojson?bbox=100,20,101,21", 404, "NOT_FOUND",
        "Nothing on the register matches; there is nothing to export.");
    refused("parcels.geojson?asOf=2000-01-01", 404, "NOT_FOUND",
        "Nothing on the register matches; there is nothing to export.");
    refused("parcels.geojson?asOf=2999-01-01", 400, "BAD_REQUEST",
        "2999-01-01 has not come yet: what will be is not on record.");
  }

  private int records(String file) throws Exception {
    return ReadFile.of(directory, "a.geojson", ask(file).getContentAsByteArray(), null).records().size();
  }

  @Test
  void refusalsNameTheWayOut() throws Exception {
    refused("parcels.dwg", 404, "NOT_FOUND",
        "There is no export as dwg; choose shp.zip, gpkg, geojson, csv, points.csv, txt, dxf or kml.");
    refused("roads.gpkg", 404, "NOT_FOUND", "There is no layer to export: roads.gpkg.");
    refused("parcels.txt?crs=EPSG:4490", 422, "CRS_UNKNOWN",
        "This can't be written in EPSG:4490; leave crs empty for the surveyed system, or give one, e.g. EPSG:4524.");
    refused("parcels.csv?encoding=Big5", 422, "ENCODING_UNKNOWN", "Files are written in UTF-8 or GBK, not in Big5.");
    refused("parcels.gpkg?crs=EPSG:2360", 422, "CRS_NEEDS_PARAMETERS", null);
    assertThat(temporaryFiles()).isEqualTo(before);
  }

  @Test
  void isForThoseWhoWorkWithTheLandAndLeavesItsTrace() throws Exception {
    assertThat(http.perform(get("/api/export/parcels.gpkg")).andReturn().getResponse().getStatus()).isEqualTo(401);
    assertThat(http.perform(get("/api/export/parcels.gpkg").with(user("export-admin").roles("ADMINISTRATOR"))).andReturn()
        .getResponse().getStatus()).isEqualTo(403);
    ask("parcels.csv?q=谷埠");
    // the log is written at the commit, which this test's transaction never reaches
    TransactionSynchronizationUtils.triggerBeforeCommit(false);

    assertThat(jdbc.sql("select action || ' ' || subject_id || ' ' || (cast(detail as jsonb) ->> 'format') || ' '"
            + " || (cast(detail as jsonb) ->> 'records') || ' ' || (cast(detail as jsonb) ->> 'q') from audit_entry"
            + " order by seq desc limit 1").query(String.class).single()).isEqualTo("EXPORTED parcels csv 1 谷埠");
  }

  private void refused(String file, int status, String code, @Nullable String detail)
      throws Exception {
    MockHttpServletResponse answer = ask(file);
    String body = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(body).isEqualTo(status);
    assertThat(body).contains("\"code\":\"" + code + "\"");
    if (detail != null) {
      assertThat(body).contains(detail);
    }
  }

  private MockHttpServletResponse ask(String file) throws Exception {
    return http.perform(get(java.net.URI.create("/api/export/" + file.replace("谷埠", "%E8%B0%B7%E5%9F%A0")))
        .with(user("export-manager").roles("MANAGER"))).andReturn().getResponse();
  }

  private Set<Path> temporaryFiles() throws IOException {
    try (Stream<Path> left = Files.list(Files.createDirectories(data.resolve("tmp")))) {
      return left.collect(Collectors.toSet());
    }
  }
}
