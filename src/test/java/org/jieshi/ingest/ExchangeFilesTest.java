package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jieshi.ingest.source.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exchange text 报盘 TXT of domain.md §8, in the plain form and with everything that programs do to it. */
class ExchangeFilesTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String PLAIN = """
      [属性描述]
      格式版本号=1.01版本
      数据产生单位=灵山县测绘队
      数据产生日期=2012-05-01
      坐标系=2000国家大地坐标系
      几度分带=3
      投影类型=高斯克吕格
      计量单位=米
      带号=36
      精度=0.001
      转换参数=,,,,,,
      [地块坐标]
      5,1.0000,450721001002GN00001,谷埠果园,面,F49G039021,果园,021,@
      J1,1,2480100,36632000
      J2,1,2480100,36632100
      J3,1,2480000,36632100
      J4,1,2480000,36632000
      J1,1,2480100,36632000
      9,0.9600,450721001002GN00002,大岭,面,F49G039021,果园,021,@
      J1,1,2480100,36633000
      J2,1,2480100,36633100
      J3,1,2480000.125,36633100
      J4,1,2480000,36633000
      J1,1,2480100,36633000
      J5,2,2480040,36633040
      J6,2,2480060,36633040
      J7,2,2480060,36633060
      J5,2,2480040,36633040
      """;
  private static final String SQUARE =
      "POLYGON ((36632000 2480100, 36632000 2480000, 36632100 2480000, 36632100 2480100, 36632000 2480100))";
  private static final String HOLED = "POLYGON ((36633000 2480100, 36633000 2480000, 36633100 2480000.125,"
      + " 36633100 2480100, 36633000 2480100), (36633040 2480040, 36633040 2480060, 36633060 2480060,"
      + " 36633040 2480040))";

  @TempDir Path directory;

  @Test
  void isReadInThePlainForm() throws IOException {
    ReadFile read = read(PLAIN.getBytes(GBK));

    assertThat(read.epsg()).isEqualTo(4524);
    assertThat(read.encoding()).isEqualTo("GB18030");
    assertThat(read.record(1).boundary().toText()).isEqualTo(SQUARE);
    assertThat(read.record(2).boundary().toText()).isEqualTo(HOLED);
    assertThat(read.record(1).values()).hasToString("{地块面积=1.0000, 面积单位=公顷, 地块编号=450721001002GN00001,"
        + " 地块名称=谷埠果园, 图幅号=F49G039021, 地块用途=果园, 地类编码=021}");
    assertThat(read.said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bom", "crlf", "brackets", "blank keys", "suffix", "nine fields", "twelve fields", "full-width",
      "unclosed", "no closing count", "swapped", "no number"})
  void isReadTheSameWithEveryOddity(String oddity) throws IOException {
    byte[] bytes = switch (oddity) {
      case "bom" -> ("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_8);
      case "crlf" -> PLAIN.replace("\n", "\r\n").getBytes(GBK);
      case "brackets" -> PLAIN.replace('[', '【').replace(']', '】').getBytes(GBK);
      case "blank keys" -> PLAIN.replace("=1.01版本", "=").replace("=2012-05-01", " = ").replace("几度分带=3", "几度分带=")
          .getBytes(GBK);
      case "suffix" -> PLAIN.replace("1.0000,", "1.0000公顷,").getBytes(GBK);
      case "nine fields" -> PLAIN.replace(",021,@", ",021,无,@").getBytes(GBK);
      case "twelve fields" -> PLAIN.replace(",021,@", ",021,国有,划拨,2012,灵山,@").getBytes(GBK);
      case "full-width" -> PLAIN.replace("J1,1,", "J1，1，").getBytes(GBK);
      case "unclosed" -> PLAIN.replaceAll("(?s)(J4,1,2480000,3663[23]000\n)J1[^\n]*\n", "$1")
          .replaceFirst("J7,2,2480060,36633060\nJ5[^\n]*\n", "J7,2,2480060,36633060\n").getBytes(GBK);
      case "no closing count" -> PLAIN.replace("\n5,1", "\n4,1").replace("\n9,0", "\n7,0").getBytes(GBK);
      case "swapped" -> PLAIN.replaceAll("(2480\\d{3}(?:\\.125)?),(3663\\d{4})", "$2,$1").getBytes(GBK);
      default -> PLAIN.replaceAll("(?m)^J\\d,", ",").getBytes(GBK);
    };

    ReadFile read = read(bytes);

    assertThat(read.epsg()).isEqualTo(4524);
    assertThat(read.record(1).boundary().toText()).isEqualTo(SQUARE);
    assertThat(read.record(2).boundary().toText()).isEqualTo(HOLED);
    assertThat(read.record(1).value("地块面积")).hasToString("1.0000");
    assertThat(read.record(1).value("面积单位")).isEqualTo("公顷");
    assertThat(read.record(1).value("地类编码")).isEqualTo("021");
    assertThat(read.blocking()).isEmpty();
    assertThat(read.said()).hasSize(oddity.equals("swapped") || oddity.equals("unclosed") ? 2 : 0);
  }

  @Test
  void severalOuterRingsAreOneParcel() throws IOException {
    ReadFile read = read(PLAIN.replace("J5,2,2480040,36633040\nJ6,2,2480060,36633040\nJ7,2,2480060,36633060\n"
        + "J5,2,2480040,36633040", "J5,1,2480040,36633140\nJ6,1,2480060,36633140\nJ7,1,2480060,36633160\n"
        + "J5,1,2480040,36633140").getBytes(GBK));

    assertThat(read.record(2).boundary().getNumGeometries()).isEqualTo(2);
    assertThat(read.blocking()).isEmpty();
  }

  @Test
  void eastingsWithoutTheZonesNumberNeedTheKey() throws IOException {
    String plain = PLAIN.replace(",3663", ",63");

    assertThat(read(plain.getBytes(GBK)).epsg()).isEqualTo(4545);
    refused(plain.replace("带号=36", "带号="), "CRS_NOT_SAID: 报盘.txt doesn't say its coordinate system, and it can't be"
        + " guessed; give it (crs), e.g. EPSG:4524.");
    assertThat(read(PLAIN.replace("带号=36", "带号=").getBytes(GBK)).epsg()).isEqualTo(4524);
    refused(PLAIN.replace("2000国家大地坐标系", ""), "CRS_NOT_SAID: 报盘.txt doesn't say its coordinate system, and it can't"
        + " be guessed; give it (crs), e.g. EPSG:4524.");
    refused(PLAIN.replace("2000国家大地坐标系", "独立坐标系"), "CRS_UNKNOWN: The coordinate system 独立坐标系 isn't one that is"
        + " used here; use CGCS2000 in 3° or 6° zones, e.g. EPSG:4524.");
  }

  @Test
  void olderDatumsAreRecognisedByTheirChineseNames() {
    refused(PLAIN.replace("2000国家大地坐标系", "80国家大地坐标系"), "CRS_BALLPARK: Xian 1980 / 3-degree Gauss-Kruger zone 36 can't"
        + " be carried into CGCS2000 without local parameters; ask the county survey office for a CGCS2000 file, or accept"
        + " the approximation (acceptBallpark) together with its accuracy, which is tens of metres or worse.");
    refused(PLAIN.replace("2000国家大地坐标系", "1954年北京坐标系"), "CRS_BALLPARK: Beijing 1954 / 3-degree Gauss-Kruger zone 36"
        + " can't be carried into CGCS2000 without local parameters; ask the county survey office for a CGCS2000 file, or"
        + " accept the approximation (acceptBallpark) together with its accuracy, which is tens of metres or worse.");
  }

  @Test
  void whatLeavesAVertexInDoubtBlocksTheParcelAlone() throws IOException {
    assertThat(read(PLAIN.replace("J3,1,2480000,36632100\n", "").getBytes(GBK)).blocking()).containsExactly(
        "Record 1 promises 5 vertices, but 4 are there; a vertex may be missing, export the parcel again.");
    ReadFile garbled = read(PLAIN.replace("J3,1,2480000,36632100", "J3,1,24800OO,36632100").getBytes(GBK));
    assertThat(garbled.blocking()).containsExactly(
        "Record 1: line 16 isn't a vertex (point number, ring number, X, Y); correct it.",
        "Record 1 promises 5 vertices, but 4 are there; a vertex may be missing, export the parcel again.");
    assertThat(garbled.record(1).boundary()).isNull();
    assertThat(garbled.record(2).boundary()).isNotNull();
    assertThat(read(PLAIN.replace("J2,1,2480100,36632100", "J2,1,36632100,2480100").getBytes(GBK)).blocking())
        .containsExactly("Record 1 has east and north swapped in 1 of its vertices; correct them.");
    assertThat(read(PLAIN.replaceFirst("谷埠果园,面", "谷埠果园,线").getBytes(GBK)).blocking()).containsExactly(
        "Record 1 is a line (线), but land is a polygon; draw it as a polygon or leave the row out.");
    assertThat(read((PLAIN + "0,0,450721001002GN00003,空,面,,,,@\n").getBytes(GBK)).blocking())
        .containsExactly("Record 3 has no shape; draw it or delete the row.");
  }

  @Test
  void aFileWithoutLineBreaksOrInAnotherEncodingIsRefused() {
    refused("[属性描述]\n" + "x".repeat(70_000), "EXCHANGE_DAMAGED: Line 2 of 报盘.txt is longer than any line of an exchange"
        + " text; export the file again.");
    byte[] broken = (PLAIN + "\uFFFF").getBytes(GBK);
    broken[broken.length - 1] = (byte) 0xFF;
    assertThatThrownBy(() -> read(broken)).isInstanceOf(FileProblem.class).hasMessage("ENCODING_TEXT_UNKNOWN: The text of"
        + " 报盘.txt is neither UTF-8 nor GB18030 (line 29); save it as UTF-8 or give its encoding.");
  }

  private ReadFile read(byte[] content) throws IOException {
    return ReadFile.of(directory, "报盘.txt", content, null);
  }

  private void refused(String content, String message) {
    assertThatThrownBy(() -> read(content.getBytes(GBK))).isInstanceOf(FileProblem.class).hasMessage(message);
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }
}
