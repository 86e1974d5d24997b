package org.jieshi.ingest.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two square records: the first begins at byte 100, its content of 128 bytes at 108; the second at 236. */
class DamagedShapefileTest {

  private static final String SQUARE = "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))";
  private static final int FIRST = 100;
  private static final int SECOND = 236;

  @TempDir Path directory;

  @Test
  void refusesATextFileRenamed() {
    byte[] text = "宗地清单，不是图形".repeat(20).getBytes(StandardCharsets.UTF_8);

    refused(layer().replace("shp", text), FileFault.SHP_NOT_A_SHAPEFILE,
        "layer.shp isn't a shapefile (its first bytes aren't those of a .shp); export the layer again.");
    refused(layer().replace("dbf", text), FileFault.DBF_NOT_A_TABLE,
        "layer.dbf isn't a dBASE table (its first bytes aren't those of a .dbf); export the layer again.");
  }

  @Test
  void refusesPointsAndLinesInOneSentence() {
    refused(layer().replace("shp", shp(b -> b.putInt(32, 1))), FileFault.SHP_NOT_POLYGONS,
        "layer.shp holds points, but parcels and claims are polygons; export the polygon layer.");
    refused(layer().replace("shp", shp(b -> b.putInt(32, 13))), FileFault.SHP_NOT_POLYGONS,
        "layer.shp holds lines, but parcels and claims are polygons; export the polygon layer.");
  }

  @Test
  void namesTheRecordInWhichAFileIsCut() {
    byte[] whole = layer().shp();
    for (int length : new int[] {101, SECOND - 1, SECOND + 1, SECOND + 50, whole.length - 1}) {
      int record = length <= SECOND - 1 ? 1 : 2;
      refused(layer().replace("shp", Arrays.copyOf(whole, length)), FileFault.SHP_CUT,
          "layer.shp is cut off in record %s; export or copy the layer again and send the whole file."
              .formatted(record));
    }
  }

  @Test
  void refusesAFileCutBetweenTwoRecordsBecauseRowsAreLeftOver() {
    refused(layer().replace("shp", Arrays.copyOf(layer().shp(), SECOND)), FileFault.COUNT_MISMATCH,
        "layer.shp holds 1 shapes but layer.dbf holds 2 rows, so they can't be paired; export the layer again.");
  }

  @Test
  void refusesLengthsThatLie() {
    refused(layer().replace("shp", shp(b -> big(b).putInt(FIRST + 4, -1))), FileFault.SHP_RECORD_DAMAGED,
        "Record 1 of layer.shp is damaged (its length is given as -2 bytes); export the layer again.");
    refused(layer().replace("shp", shp(b -> big(b).putInt(FIRST + 4, Integer.MAX_VALUE))),
        FileFault.SHP_RECORD_DAMAGED,
        "Record 1 of layer.shp is damaged (its length is given as 4294967294 bytes); export the layer again.");
    refused(layer().replace("shp", shp(b -> big(b).putInt(FIRST + 4, 64 + 68))), FileFault.SHP_RECORD_DAMAGED,
        "Record 1 of layer.shp is damaged (it promises 1 rings and 5 points in 264 bytes); export the layer again.");
  }

  @Test
  void refusesNegativeAndAbsurdCounts() {
    refused(layer().replace("shp", shp(b -> b.putInt(108 + 36, -3))), FileFault.SHP_RECORD_DAMAGED,
        "Record 1 of layer.shp is damaged (it promises -3 rings and 5 points in 128 bytes); export the layer again.");
    refused(layer().replace("shp", shp(b -> b.putInt(108 + 40, 0x7FFFFFFF))), FileFault.SHP_RECORD_DAMAGED,
        "Record 1 of layer.shp is damaged (it promises 1 rings and 2147483647 points in 128 bytes);"
            + " export the layer again.");
    refused(layer().replace("shp", shp(b -> b.putInt(SECOND + 8 + 44, 4))), FileFault.SHP_RECORD_DAMAGED,
        "Record 2 of layer.shp is damaged (ring 1 runs from point 4 to point 5); export the layer again.");
    refused(layer().replace("shp", shp(b -> b.putInt(108, 3))), FileFault.SHP_RECORD_DAMAGED,
        "Record 1 of layer.shp is damaged (its shape type is given as 3); export the layer again.");
  }

  @Test
  void refusesRecordsOutOfOrderBecausePairingWouldGiveParcelsTheAttributesOfOthers() {
    refused(layer().replace("shp", shp(b -> big(b).putInt(SECOND, 1))), FileFault.SHP_RECORD_ORDER,
        "In layer.shp record number 1 stands where 2 is expected, so shapes and attributes can't be paired; export"
            + " the layer again (save as a new shapefile).");
  }

  @Test
  void toleratesAWrongFileLengthAndTrailingZerosWithANotice() throws IOException {
    byte[] shp = Arrays.copyOf(shp(b -> big(b).putInt(24, 50)), layer().shp().length + 512);

    var store = LayerOnDisk.open(directory, layer().replace("shp", shp));

    assertThat(LayerOnDisk.read(store)).hasSize(2);
    assertThat(store.findings()).extracting(Finding::sentence).extracting("en").containsExactly(
        "The header of layer.shp gives a wrong file length; the file was read to its real end.");
  }

  @Test
  void namesTheRowInWhichATableIsCut() {
    byte[] whole = layer().dbf();
    refused(layer().replace("dbf", Arrays.copyOf(whole, whole.length - 5)), FileFault.DBF_CUT,
        "layer.dbf promises 2 rows but ends in row 2; export or copy the layer again and send the whole file.");
  }

  @Test
  void toleratesAMissingEndMarkAndAHeaderLengthOffByOne() throws IOException {
    byte[] whole = layer().dbf();
    byte[] odd = Arrays.copyOf(whole, whole.length - 1);
    ByteBuffer.wrap(odd).order(ByteOrder.LITTLE_ENDIAN).putShort(8, (short) 64);

    assertThat(LayerOnDisk.read(directory, layer().replace("dbf", odd)))
        .extracting(feature -> feature.getAttribute("NAME")).containsExactly("A", "B");
  }

  @Test
  void toleratesARowCountThatWasNeverWrittenWhenAllRowsAreThere() throws IOException {
    byte[] dbf = layer().dbf();
    ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 0);

    var store = LayerOnDisk.open(directory, layer().replace("dbf", dbf));

    assertThat(LayerOnDisk.read(store)).hasSize(2);
    assertThat(store.findings()).extracting(Finding::sentence).extracting("en").containsExactly(
        "The header of layer.dbf promises 0 rows, but 2 are there, as many as shapes; all were read.");
  }

  @Test
  void refusesRowsThatDoNotBeginLikeRows() {
    byte[] dbf = layer().dbf();
    dbf[65 + 11] = 'x';

    refused(layer().replace("dbf", dbf), FileFault.DBF_ROW_DAMAGED,
        "Row 2 of layer.dbf is damaged (it doesn't begin like a row); export the layer again.");
  }

  private void refused(SurveyFile file, FileFault fault, String sentence) {
    assertThatThrownBy(() -> LayerOnDisk.read(directory, file)).isInstanceOfSatisfying(FileProblem.class, problem -> {
      assertThat(problem.fault()).isEqualTo(fault);
      assertThat(problem.sentence().en()).isEqualTo(sentence);
      assertThat(problem.sentence().zh()).doesNotContain("%").endsWith("。");
    });
  }

  private static byte[] shp(Consumer<ByteBuffer> change) {
    byte[] shp = layer().shp();
    change.accept(ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN));
    return shp;
  }

  private static ByteBuffer big(ByteBuffer bytes) {
    return bytes.order(ByteOrder.BIG_ENDIAN);
  }

  private static SurveyFile layer() {
    return SurveyFile.named("layer").text("NAME", 10).record(SQUARE, "A").record(SQUARE, "B");
  }
}
