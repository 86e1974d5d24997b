package org.jieshi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jieshi.ingest.ReadFile;
import org.jieshi.ingest.source.EncodingName;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.OutputLayer.Column;
import org.jieshi.ingest.source.OutputLayer.Type;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Each format goes out and comes back: coordinates to the last bit, text and numbers as they were. */
class LayerFileTest {

  private static final List<Column> COLUMNS = List.of(new Column("ZDDM", Type.TEXT), new Column("ZL", Type.TEXT),
      new Column("ZDMJ", Type.NUMBER), new Column("YT", Type.TEXT), new Column("QLRMC", Type.TEXT),
      new Column("SINCE", Type.DATE), new Column("TFH", Type.TEXT));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final EncodingName UTF_8 = EncodingName.of("UTF-8").orElseThrow();
  private static final EncodingName GBK = EncodingName.of("GBK").orElseThrow();

  @TempDir Path directory;

  /** Numbers that have no short decimal, and land with holes, islands and several parts. */
  private record Land(int srid) implements ExportSource {

    @Override
    public List<Integer> systems() {
      return List.of(srid);
    }

    @Override
    public List<Column> columns() {
      return COLUMNS;
    }

    @Override
    public ColumnRoles roles() {
      return new ColumnRoles("ZDDM", "ZDMJ", "ZL", "TFH", "QLRMC", "YT");
    }

    @Override
    public void forEach(int wanted, Consumer<SurveyRecord> action) {
      action.accept(record(1, "POLYGON ((36632800.1234567 2480800.1, 36632900.3333333333 2480800.7, 36632900 2480900,"
          + " 36632800 2480900.2, 36632800.1234567 2480800.1), (36632840 2480840, 36632840.1 2480860.0000001,"
          + " 36632860 2480860, 36632840 2480840))", "谷埠村, 3 组 \"东\"", "9600.25", "华山农场", LocalDate.of(2012, 5, 1)));
      action.accept(record(2, "MULTIPOLYGON (((36633000.125 2480800.5, 36633100 2480800, 36633100 2480900, 36633000 2480900,"
          + " 36633000.125 2480800.5), (36633020 2480820, 36633020 2480880, 36633080 2480880, 36633080 2480820,"
          + " 36633020 2480820)), ((36633040 2480840, 36633060 2480840, 36633060 2480860, 36633040 2480840)))",
          "=HYPERLINK(\"http://evil\")", null, "'-大岭", null));
      // the hole of the first, filled, and a parcel over part of the second
      action.accept(record(3, "POLYGON ((36632840 2480840, 36632860 2480860, 36632840.1 2480860.0000001, 36632840 2480840))",
          null, "12345678.05", null, null));
      action.accept(record(4, "POLYGON ((36633042 2480841, 36633050 2480841, 36633050 2480845, 36633042 2480841))", "三隆",
          "-1.5", "𠮷村", null));
    }

    private SurveyRecord record(int number, String wkt, @Nullable String place, @Nullable String area,
        @Nullable String holder, @Nullable LocalDate since) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("ZDDM", "450721001002GN0000" + number);
      put(values, "ZL", place);
      put(values, "ZDMJ", area == null ? null : new BigDecimal(area));
      values.put("YT", "021");
      put(values, "QLRMC", holder);
      put(values, "SINCE", since);
      try {
        Geometry boundary = new WKTReader(new GeometryFactory(new PrecisionModel(), srid)).read(wkt);
        return new SurveyRecord(number, boundary, values, List.of());
      } catch (ParseException e) {
        throw new IllegalArgumentException(e);
      }
    }

    private static void put(Map<String, Object> values, String column, @Nullable Object value) {
      if (value != null) {
        values.put(column, value);
      }
    }

    List<SurveyRecord> all() {
      List<SurveyRecord> records = new java.util.ArrayList<>();
      forEach(srid, records::add);
      return records;
    }
  }

  @ParameterizedTest
  @CsvSource({"SHAPEFILE", "GEOPACKAGE", "GEOJSON", "CSV", "POINTS", "EXCHANGE", "DXF"})
  void comesBackToTheLastBit(ExportFormat format) throws IOException {
    Land land = new Land(4524);
    byte[] written = write(land, format, UTF_8, 4524);

    ReadFile read = ReadFile.of(directory, "back." + format.extension(), written,
        format == ExportFormat.DXF ? "EPSG:4524" : null);

    assertThat(read.epsg()).isEqualTo(4524);
    assertThat(read.blocking()).isEmpty();
    assertThat(read.records()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      SurveyRecord expected = land.all().get(i);
      SurveyRecord record = read.records().get(i);
      assertThat(record.boundary().norm()).as("%s %s", format, i).isEqualTo(expected.boundary().norm());
      assertThat(record.boundary().getCoordinate()).isEqualTo(expected.boundary().getCoordinate());
      if (format == ExportFormat.DXF) {
        assertThat(record.value("宗地代码")).isEqualTo(expected.value("ZDDM"));
        assertThat(record.value("权利人")).isEqualTo(expected.value("QLRMC"));
        assertThat(record.value("地类编码")).isEqualTo(expected.value("YT"));
      } else if (format == ExportFormat.EXCHANGE) {
        assertThat(record.value("地块编号")).isEqualTo(expected.value("ZDDM"));
        assertThat(record.value("地类编码")).isEqualTo(expected.value("YT"));
        assertThat(area(record.value("地块面积"), 4)).isEqualTo(area(expected.value("ZDMJ"), 0));
      } else {
        expected.values().forEach((column, value) -> assertSame(record.value(column), value));
        assertThat(record.values().keySet()).containsExactlyInAnyOrderElementsOf(expected.values().keySet());
      }
    }
  }

  private static @Nullable String area(@Nullable Object value, int shift) {
    return value == null ? null
        : new BigDecimal(value.toString()).movePointRight(shift).stripTrailingZeros().toPlainString();
  }

  private static void assertSame(@Nullable Object value, Object expected) {
    if (expected instanceof BigDecimal number) {
      assertThat(new BigDecimal(value.toString())).isEqualByComparingTo(number);
    } else {
      assertThat(value).hasToString(expected.toString());
    }
  }

  @Test
  void kmlComesBackToATenthOfAMillimetre() throws IOException {
    Land land = new Land(4524);

    ReadFile read = ReadFile.of(directory, "a.kml", write(land, ExportFormat.KML, UTF_8, 4326), "EPSG:4524");
    ReadFile zipped = ReadFile.of(directory, "a.kmz",
        zip(Map.of("doc.kml", write(land, ExportFormat.KML, UTF_8, 4326))), "EPSG:4524");

    assertThat(zipped.records()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Geometry expected = land.all().get(i).boundary();
      assertThat(DiscreteHausdorffDistance.distance(read.records().get(i).boundary(), expected)).isLessThan(1e-4);
      assertThat(read.records().get(i).value("ZDDM")).isEqualTo(land.all().get(i).value("ZDDM"));
      assertThat(read.records().get(i).value("ZL")).isEqualTo(land.all().get(i).value("ZL"));
    }
  }

  @Test
  void geoJsonInDegreesIsWhatTheRfcSays() throws IOException {
    String text = new String(write(new Land(4524), ExportFormat.GEOJSON, UTF_8, 4490), StandardCharsets.UTF_8);

    assertThat(text).doesNotContain("\"crs\"").contains("[109.28");
  }

  /** The format loses nothing on the way: what GBK has no sign for is refused by its record, never replaced. */
  @Test
  void gbkRefusesWhatItHasNoSignFor() throws IOException {
    assertThatThrownBy(() -> write(new Land(4524), ExportFormat.SHAPEFILE, GBK, 4524)).isInstanceOf(FileProblem.class)
        .hasMessage("OUTPUT_ENCODING: Record 4 holds text that GBK has no sign for (𠮷村); choose another format or the encoding"
            + " UTF-8.");
    assertThat(ReadFile.of(directory, "a.dxf", write(new Land(4524), ExportFormat.DXF, GBK, 4524), "EPSG:4524").record(4)
        .value("权利人")).isEqualTo("𠮷村");
  }

  @Test
  void aSpreadsheetRunsNothing() throws IOException {
    String text = new String(write(new Land(4524), ExportFormat.CSV, UTF_8, 4524), StandardCharsets.UTF_8);

    assertThat(text).startsWith("\uFEFFZDDM,ZL,").contains("\"'=HYPERLINK(\"\"http://evil\"\")\"").contains(",''-大岭,")
        .contains(",-1.5,").doesNotContain(",=").doesNotContain("\n=");
  }

  @ParameterizedTest
  @CsvSource({"SHAPEFILE", "GEOPACKAGE", "GEOJSON", "CSV"})
  void gdalReadsWhatWeReadBack(ExportFormat format) throws Exception {
    Land land = new Land(4524);
    Path file = directory.resolve("gdal." + format.extension());
    Files.write(file, write(land, format, UTF_8, 4524));
    Path back = directory.resolve("back.geojson");

    String source = format == ExportFormat.SHAPEFILE ? "/vsizip/" + file : file.toString();
    gdal("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=17", back.toString(), source);

    ReadFile read = ReadFile.of(directory, "back.geojson", Files.readAllBytes(back), "EPSG:4524");
    assertThat(gdal("ogrinfo", "-al", "-so", source)).contains("Feature Count: 4")
        .contains(format == ExportFormat.CSV ? "CRS: String" : "China");
    for (int i = 0; i < 4; i++) {
      assertThat(read.records().get(i).boundary().norm()).isEqualTo(land.all().get(i).boundary().norm());
      assertThat(read.records().get(i).value("ZDDM")).isEqualTo(land.all().get(i).value("ZDDM"));
    }
    assertThat(read.records().get(3).value("QLRMC")).isEqualTo("𠮷村");
  }

  @Test
  void gdalReadsOurDrawingAndOurKml() throws Exception {
    Path drawing = Files.write(directory.resolve("a.dxf"), write(new Land(4524), ExportFormat.DXF, GBK, 4524));
    Path kml = Files.write(directory.resolve("a.kml"), write(new Land(4524), ExportFormat.KML, UTF_8, 4326));

    // seven rings and four labels
    assertThat(gdal("ogrinfo", "-al", "-so", drawing.toString())).contains("Feature Count: 11")
        .contains("Extent: (36632800.000000, 2480800.000000) - (36633100.000000, 2480900.200000)");
    assertThat(gdal("ogrinfo", "-al", "-so", kml.toString())).contains("Feature Count: 4");
  }

  private static String gdal(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private byte[] write(ExportSource source, ExportFormat format, EncodingName encoding, int target) throws IOException {
    Path out = Files.createTempDirectory(directory, "out");
    List<Path> files = new LayerFile(source, format, encoding, TODAY)
        .write(out.resolve("parcels." + format.extension()), "parcels", source.systems(), target);
    if (format != ExportFormat.SHAPEFILE) {
      return Files.readAllBytes(files.get(0));
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (Path file : files) {
      entries.put(file.getFileName().toString(), Files.readAllBytes(file));
    }
    return zip(entries);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
