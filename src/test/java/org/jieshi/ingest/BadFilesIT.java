package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.ingest.SurveyedLand.code;
import static org.jieshi.ingest.SurveyedLand.parcel;
import static org.jieshi.ingest.SurveyedLand.parcels;
import static org.jieshi.ingest.SurveyedLand.rectangle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each file that can't be taken: one clear sentence, nothing stored. */
@EachDatabase(properties = "jieshi.jobs.workers=0")
@org.springframework.context.annotation.Import(ImportDesk.class)
class BadFilesIT {

  private static final ImportRequest PARCELS = ImportRequest.of(Layer.PARCELS).withAccuracy(0.05);
  private static final byte[] TEXT = "宗地清单：这不是图形文件。".repeat(30).getBytes(StandardCharsets.UTF_8);

  @Autowired ImportDesk desk;
  @Autowired JdbcClient jdbc;
  @Value("${jieshi.data}") Path data;

  @Test
  void aFileWhoseCoordinatesBelongToAnotherZone() {
    refused(good().prj(SurveyFile.prj("zone 37", 37_500_000, 111)).zip(), "CRS_CONFLICT", "CRS_COORDINATES");
  }

  @Test
  void aFileWhoseZoneIsPossibleButNotThatOfTheFarm() {
    SurveyFile farm = SurveyFile.named("fc").text("FCDM", 2).text("FCMC", 20)
        .record(rectangle(0, 0, 5000, 5000), "01", "华山一分场");
    if (jdbc.sql("select count(*) from administrative_unit").query(Integer.class).single() == 0) {
      desk.bring(ImportRequest.of(Layer.SUB_FARMS), farm);
    }
    // the same eastings without their prefix, said to be in the zone next to it
    SurveyFile elsewhere = parcels().prj(SurveyFile.prj("zone 37", 500_000, 111));
    parcel(elsewhere, code(1, 1), "POLYGON ((632000 2480000, 632000 2480100, 632100 2480100, 632100 2480000,"
        + " 632000 2480000))", "10000.00");

    Import failed = refused(elsewhere.zip(), "CRS_CONFLICT", "CRS_ELSEWHERE");

    assertThat(failed.problem().detail()).matches(
        "Record 1 lies 3\\d\\d km from the farm, so zone or coordinate system is likely wrong; check the \\.prj\\.");
    assertThat(failed.problem().record()).isEqualTo(1);
  }

  @Test
  void aCutFile() {
    byte[] shp = good().shp();
    Import failed = refused(good().replace("shp", Arrays.copyOf(shp, shp.length - 40)).zip(), "FILE_CUT", "SHP_CUT");
    assertThat(failed.problem().detail()).isEqualTo(
        "宗地.shp is cut off in record 2; export or copy the layer again and send the whole file.");
    assertThat(failed.problem().detailZh()).isEqualTo("宗地.shp 在第 2 条记录处中断，请重新导出或复制后上传完整文件。");
  }

  @Test
  void aFileDamagedInTheMiddleOfReadingLeavesNothingBehind() {
    SurveyFile many = parcels();
    for (int i = 0; i < 1200; i++) {
      parcel(many, code(1, i + 1), rectangle(20 * (i % 40), 20 * (i / 40), 20, 20), "");
    }
    byte[] shp = many.shp();
    // the last record, 128 bytes: its only ring now begins at its last point
    ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN).putInt(shp.length - 128 + 44, 4);

    Import failed = refused(many.replace("shp", shp).zip(), "FILE_CUT", "SHP_RECORD_DAMAGED");

    assertThat(failed.problem().record()).isEqualTo(1200);
  }

  @Test
  void aZipWithoutTheAttributeTable() {
    Import failed = refused(good().replace("dbf", null).zip(), "FILE_PART_MISSING", "LAYER_FILE_MISSING");
    assertThat(failed.problem().detail())
        .isEqualTo("The file 宗地.dbf is missing; send it together with the others of its layer.");
  }

  @Test
  void aTextFileRenamed() {
    refused("parcels.zip", TEXT, "FILE_UNREADABLE", "ARCHIVE_NOT_ZIP");
    refused(good().replace("shp", TEXT).zip(), "FILE_UNREADABLE", "SHP_NOT_A_SHAPEFILE");
    refused(good().replace("dbf", TEXT).zip(), "FILE_UNREADABLE", "DBF_NOT_A_TABLE");
    refused("parcels.shp", TEXT, "FILE_PART_MISSING", "LAYER_FILE_MISSING");
    refused("parcels.txt", TEXT, "FILE_KIND_UNKNOWN", "FILE_KIND_UNKNOWN");
  }

  @Test
  void anEmptyZipAnEmptyFileAndAnEmptyLayer() {
    refused("empty.zip", SurveyFile.zip(Map.of(), StandardCharsets.UTF_8), "FILE_PART_MISSING", "ARCHIVE_EMPTY");
    refused("nothing.zip", new byte[0], "FILE_CUT", "FILE_EMPTY");
    refused(parcels().zip(), "FILE_PART_MISSING", "NO_RECORDS");
  }

  @Test
  void aFileWithoutAnyCoordinateSystem() {
    refused(good().prj(null).zip(), "CRS_UNKNOWN", "CRS_NONE");
  }

  @Test
  void aFileThatContradictsTheRequest() {
    ImportRequest request = new ImportRequest(
        Layer.PARCELS, null, "EPSG:4525", null, 0.05, null, Map.of(), null, null, false, null);
    refused(request, "a.zip", good().zip(), "CRS_CONFLICT", "CRS_CONFLICT");
  }

  @Test
  void aMappingToAColumnThatIsNotThere() {
    ImportRequest request = new ImportRequest(
        Layer.PARCELS, null, null, null, 0.05, null, Map.of("code", "NUMMER"), null, null, false, null);
    refused(request, "a.zip", good().zip(), "INVALID_FIELD", "COLUMN_MISSING");
  }

  private static SurveyFile good() {
    SurveyFile file = parcel(parcels(), code(1, 1), rectangle(0, 0, 100, 100), "10000.00");
    return parcel(file, code(1, 2), rectangle(100, 0, 100, 100), "10000.00");
  }

  private Import refused(byte[] zip, String... codeAndFault) {
    return refused(PARCELS, "宗地.zip", zip, codeAndFault);
  }

  private Import refused(String fileName, byte[] content, String... codeAndFault) {
    return refused(PARCELS, fileName, content, codeAndFault);
  }

  private Import refused(ImportRequest request, String fileName, byte[] content, String... codeAndFault) {
    Import failed = desk.stage(request, fileName, content);

    assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
    if (codeAndFault.length > 0) {
      assertThat(Stream.of(failed.problem().code(), failed.problem().fault())).containsExactly(codeAndFault);
    }
    assertThat(failed.problem().detail()).endsWith(".").doesNotContain("Exception").doesNotContain("\n");
    assertThat(failed.problem().detailZh()).endsWith("。");
    assertThat(failed.counts()).isEqualTo(new Import.Counts(0, 0, 0, 0));
    assertThat(ImportTables.leftOf(jdbc, failed.id())).isEmpty();
    assertThat(TemporaryFiles.in(data)).isEmpty();
    return failed;
  }
}
