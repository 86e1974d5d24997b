package org.jieshi.ingest.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.LayerChoice;
import org.jieshi.ingest.source.Limits;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.SurveySystem;
import org.jieshi.ingest.source.Unpack;
import org.jieshi.ingest.source.UploadedFiles;
import org.jieshi.ingest.source.Workspace;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** The same three records, written by ogr2ogr from gdal.geojson in every variant of the format. */
class GdalFilesTest {

  private static final String WITH_HOLE = "POLYGON ((36632800 2480800, 36632900 2480800, 36632900 2480900,"
      + " 36632800 2480900, 36632800 2480800), (36632840 2480840, 36632840 2480860, 36632860 2480860,"
      + " 36632860 2480840, 36632840 2480840))";
  private static final String WITH_ISLAND = "MULTIPOLYGON (((36633000.125 2480800.5, 36633100 2480800,"
      + " 36633100 2480900, 36633000 2480900, 36633000.125 2480800.5), (36633020 2480820, 36633020 2480880,"
      + " 36633080 2480880, 36633080 2480820, 36633020 2480820)), ((36633040 2480840, 36633060 2480840,"
      + " 36633060 2480860, 36633040 2480860, 36633040 2480840)), ((36633200 2480800, 36633250 2480800,"
      + " 36633250 2480850, 36633200 2480800)))";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"gbk, GBK", "utf8, UTF-8", "z, UTF-8", "m, UTF-8", "zm, UTF-8"})
  void areReadIdenticallyInEveryVariant(String variant, String encoding) throws Exception {
    try (Workspace workspace = Workspace.open(directory)) {
      UploadedFiles files = new Unpack(Limits.DEFAULT, workspace).files(resource(variant), "gdal.zip");
      SurveyLayer layer = new LayerChoice("gdal.zip", new ShapefileFormat().layers(files)).choose(null);
      SurveySystem survey = SurveySystem.of(layer.declaredSystem(), null, false, null);

      assertThat(layer.name()).isEqualTo("宗地");
      assertThat(layer.kind()).isEqualTo(SurveyLayer.Kind.POLYGONS);
      assertThat(survey.system().epsg()).isEqualTo(4524);
      try (OpenLayer open = survey.open(layer, null)) {
        assertThat(open.encoding()).isEqualTo(encoding);
        assertRecords(open);
      }
    }
  }

  private static void assertRecords(OpenLayer open) throws Exception {
    List<SurveyRecord> records = new ArrayList<>();
    try (OpenLayer.Records reading = open.read()) {
      while (reading.hasNext()) {
        records.add(reading.next());
      }
    }
    assertThat(records).extracting(SurveyRecord::number).containsExactly(1, 2, 3);
    assertSameShape(records.get(0), WITH_HOLE);
    assertSameShape(records.get(1), WITH_ISLAND);
    assertThat(records.get(2).boundary()).isNull();
    assertThat(records).extracting(record -> record.value("ZL"))
        .containsExactly("灵山县檀圩镇谷埠村", "灵山县佛子镇", "三隆镇");
    assertThat(records).extracting(record -> record.value("SINCE"))
        .containsExactly(LocalDate.of(2013, 4, 17), null, LocalDate.of(2012, 1, 1));
    assertThat((BigDecimal) records.get(0).value("ZDMJ")).isEqualByComparingTo("9600.25");
    assertThat(records.get(1).value("ZDMJ")).isNull();
  }

  private static void assertSameShape(SurveyRecord record, String wkt) throws ParseException {
    Geometry expected = new WKTReader().read(wkt);
    assertThat(record.boundary().norm()).isEqualTo(expected.norm());
  }

  private static Path resource(String variant) throws IOException, URISyntaxException {
    return Path.of(GdalFilesTest.class.getResource("/ingest/gdal-" + variant + ".zip").toURI());
  }
}
