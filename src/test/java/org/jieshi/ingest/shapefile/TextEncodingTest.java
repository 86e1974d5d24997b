package org.jieshi.ingest.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextEncodingTest {

  private static final String SQUARE = "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))";
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path directory;

  @Test
  void readsGbkWithoutAnyDeclarationIncludingColumnNames() throws IOException {
    var store = LayerOnDisk.open(directory, village(GBK));

    assertThat(store.encoding()).isEqualTo("GB18030");
    assertThat(LayerOnDisk.read(store).get(0).getAttribute("坐落")).isEqualTo("灵山县檀圩镇谷埠村");
  }

  @Test
  void readsUtf8WithoutAnyDeclaration() throws IOException {
    var store = LayerOnDisk.open(directory, village(StandardCharsets.UTF_8));

    assertThat(store.encoding()).isEqualTo("UTF-8");
    assertThat(LayerOnDisk.read(store).get(0).getAttribute("坐落")).isEqualTo("灵山县檀圩镇谷埠村");
  }

  @Test
  void readsRareCharactersThatOnlyGb18030Has() throws IOException {
    var file = SurveyFile.named("layer").encoding(Charset.forName("GB18030")).text("NAME", 20)
        .record(SQUARE, "\uD840\uDC00坡");

    assertThat(LayerOnDisk.read(directory, file).get(0).getAttribute("NAME")).isEqualTo("\uD840\uDC00坡");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,UTF-8,UTF-8", "GBK,GBK,GBK", "GBK,936,GBK", "GBK,ANSI 936,GBK", "GBK,GB2312,GBK",
      "Big5,BIG5,Big5", "GB18030,GB18030,GB18030"})
  void obeysTheCpg(String written, String cpg, String expected) throws IOException {
    var store = LayerOnDisk.open(directory, village(Charset.forName(written)).cpg(cpg));

    assertThat(store.encoding()).isEqualTo(expected);
    assertThat(store.findings()).isEmpty();
  }

  @Test
  void obeysTheLanguageDriverOfChineseWindows() throws IOException {
    assertThat(LayerOnDisk.open(directory, village(GBK).languageDriver(0x4D)).encoding()).isEqualTo("GBK");
  }

  @Test
  void passesOverADeclarationThatTheTextRefutesAndAsks() throws IOException {
    var store = LayerOnDisk.open(directory, village(GBK).cpg("UTF-8"));

    assertThat(store.encoding()).isEqualTo("GB18030");
    assertThat(store.findings()).extracting(Finding::severity).containsExactly(Severity.ASK);
    assertThat(store.findings()).extracting(finding -> finding.sentence().en()).containsExactly(
        "layer.dbf is declared as UTF-8, but its text is GB18030; please check the preview.");
  }

  @Test
  void decidesOverTheWholeFileNotOverItsFirstRows() throws IOException {
    var file = SurveyFile.named("layer").encoding(GBK).text("NAME", 20);
    for (int i = 0; i < 50; i++) {
      file.record(SQUARE, "plain");
    }
    file.record(SQUARE, "榕树");

    assertThat(LayerOnDisk.open(directory, file).encoding()).isEqualTo("GB18030");
  }

  @Test
  void toleratesACharacterCutInHalfByTheWidthOfItsColumn() throws IOException {
    var file = SurveyFile.named("layer").encoding(StandardCharsets.UTF_8).text("NAME", 10).record(SQUARE, "檀圩镇谷埠村");

    var store = LayerOnDisk.open(directory, file);

    assertThat(store.encoding()).isEqualTo("UTF-8");
    assertThat(LayerOnDisk.read(store).get(0).getAttribute("NAME")).isEqualTo("檀圩镇");
  }

  @Test
  void refusesAnEncodingAskedForThatTheTextRefutes() throws IOException {
    var files = LayerOnDisk.write(directory, village(GBK));

    assertThatThrownBy(() -> ShapefileDataStore.open(files, LayerOnDisk.SRID, "UTF-8"))
        .isInstanceOfSatisfying(FileProblem.class, problem -> {
          assertThat(problem.fault()).isEqualTo(FileFault.ENCODING_UNFIT);
          assertThat(problem.sentence().en()).isEqualTo("The text of layer.dbf can't be read as UTF-8 (row 0, column 1);"
              + " give the right encoding or leave it empty.");
        });
    assertThatThrownBy(() -> ShapefileDataStore.open(files, LayerOnDisk.SRID, "ABRACADABRA"))
        .isInstanceOfSatisfying(FileProblem.class,
            problem -> assertThat(problem.fault()).isEqualTo(FileFault.ENCODING_NAME_UNKNOWN));
  }

  @Test
  void refusesTextThatIsNeitherUtf8NorGb18030() throws IOException {
    byte[] dbf = SurveyFile.named("layer").text("NAME", 10).record(SQUARE, "abc").dbf();
    dbf[66] = (byte) 0xFF;

    assertThatThrownBy(() -> LayerOnDisk.open(directory,
        SurveyFile.named("layer").text("NAME", 10).record(SQUARE, "abc").replace("dbf", dbf)))
        .isInstanceOfSatisfying(FileProblem.class,
            problem -> assertThat(problem.sentence().en()).isEqualTo(
                "The text of layer.dbf is neither UTF-8 nor GB18030 (row 1, column 1); give its encoding."));
  }

  private static SurveyFile village(Charset encoding) {
    return SurveyFile.named("layer").encoding(encoding).text("坐落", 40).record(SQUARE, "灵山县檀圩镇谷埠村");
  }
}
