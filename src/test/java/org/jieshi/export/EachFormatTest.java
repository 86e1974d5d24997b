package org.jieshi.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jieshi.ingest.ReadFile;
import org.jieshi.ingest.source.OutputLayer.Column;
import org.jieshi.ingest.source.OutputLayer.Type;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Every format of docs/formats.md in both directions: ours comes back to us; GDAL reads ours; what GDAL then writes of it is
 * read by us as the same land. Files that GDAL wrote once and for all are read by {@code GdalFormatsTest} and {@code
 * GdalFilesTest}.
 */
class EachFormatTest {

  private static final double TENTH_OF_A_MILLIMETRE = 1e-4;

  /** GDAL writes fifteen digits into texts, which is the last bit but three of an easting. */
  private static final double GDALS_TEXTS = 1e-6;

  @TempDir Path directory;

  private LandFiles files;

  @BeforeEach
  void files() {
    files = new LandFiles(directory);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({"SHAPEFILE, UTF-8", "SHAPEFILE, GBK", "GEOPACKAGE, UTF-8", "GEOJSON, UTF-8", "CSV, UTF-8", "CSV, GBK",
      "POINTS, UTF-8", "POINTS, GBK", "EXCHANGE, UTF-8", "EXCHANGE, GBK", "DXF, UTF-8", "DXF, GBK"})
  void comesBackToTheLastBit(ExportFormat format, String encoding) throws IOException {
    SampleLand land = land(encoding);
    byte[] written = files.write(land, format, encoding, 4524);

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
      assertAttributes(format, record, expected);
    }
  }

  /** A drawing and an exchange text have places for some of them, under names of their own. */
  private static void assertAttributes(ExportFormat format, SurveyRecord record, SurveyRecord expected) {
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

  @ParameterizedTest
  @CsvSource({"a.kml", "a.kmz"})
  void kmlComesBackToATenthOfAMillimetre(String fileName) throws IOException {
    SampleLand land = SampleLand.ZONE_36;
    byte[] kml = files.write(land, ExportFormat.KML, "UTF-8", 4326);
    Path folder = Files.createDirectory(directory.resolve("kmz"));
    Files.write(folder.resolve("doc.kml"), kml);

    ReadFile read = ReadFile.of(
        directory, fileName, fileName.endsWith("kmz") ? LandFiles.zip(folder) : kml, "EPSG:4524");

    assertThat(read.records()).hasSize(4);
    assertSameLand(read, land, TENTH_OF_A_MILLIMETRE);
    for (int i = 0; i < 4; i++) {
      assertThat(read.records().get(i).value("ZL")).isEqualTo(land.all().get(i).value("ZL"));
    }
  }

  /** GDAL knows neither the exchange text nor tables of points. */
  @ParameterizedTest(name = "{0} in {1}, then {2} {3}")
  @CsvSource(delimiter = '|', textBlock = """
      SHAPEFILE  | UTF-8 | ESRI Shapefile | -lco ENCODING=UTF-8                     | gdal.shp
      SHAPEFILE  | GBK   | ESRI Shapefile | -lco ENCODING=GBK                       | gdal.shp
      SHAPEFILE  | UTF-8 | ESRI Shapefile | -lco ENCODING=UTF-8 -dim XYZ            | gdal.shp
      SHAPEFILE  | UTF-8 | ESRI Shapefile | -lco ENCODING=UTF-8 -dim XYM            | gdal.shp
      SHAPEFILE  | UTF-8 | ESRI Shapefile | -lco ENCODING=UTF-8 -dim XYZM           | gdal.shp
      GEOPACKAGE | UTF-8 | GPKG           |                                         | gdal.gpkg
      GEOPACKAGE | UTF-8 | GPKG           | -dim XYZM                               | gdal.gpkg
      GEOJSON    | UTF-8 | GeoJSON        | -lco COORDINATE_PRECISION=17            | gdal.geojson
      CSV        | UTF-8 | CSV            | -lco GEOMETRY=AS_WKT -lco GEOMETRY_NAME=WKT | gdal.csv
      KML        | UTF-8 | KML            |                                         | gdal.kml
      KML        | UTF-8 | LIBKML         |                                         | gdal.kml
      KML        | UTF-8 | LIBKML         |                                         | gdal.kmz
      """)
  void gdalReadsOursAndWeReadWhatGdalMakesOfIt(ExportFormat format, String encoding, String driver,
      @Nullable String options, String gdalFile) throws Exception {
    SampleLand land = land(encoding);
    Path ours = Files.write(directory.resolve("ours." + format.extension()),
        files.write(land, format, encoding, format == ExportFormat.KML ? 4326 : 4524));
    Path folder = Files.createDirectory(directory.resolve("gdal"));
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver));
    command.addAll(options == null ? List.of() : List.of(options.split(" ")));
    command.add(folder.resolve(gdalFile).toString());
    command.add(format == ExportFormat.SHAPEFILE ? "/vsizip/" + ours : ours.toString());

    LandFiles.gdal(command.toArray(String[]::new));

    boolean shapefile = gdalFile.endsWith(".shp");
    ReadFile read = ReadFile.of(directory, shapefile ? "gdal.zip" : gdalFile,
        shapefile ? LandFiles.zip(folder) : Files.readAllBytes(folder.resolve(gdalFile)),
        format == ExportFormat.KML ? "EPSG:4524" : null);
    assertThat(read.epsg()).isEqualTo(4524);
    assertSameLand(read, land, switch (format) {
      case KML -> TENTH_OF_A_MILLIMETRE;
      case CSV -> GDALS_TEXTS;
      default -> 0;
    });
    assertThat(read.records().get(3).value("QLRMC")).isEqualTo(land.holder());
  }

  /** A drawing of GDAL's knows nothing of what belongs together: of our four parcels it keeps rings and labels. */
  @Test
  void gdalReadsOurDrawingAndWeReadGdals() throws Exception {
    Path ours = Files.write(
        directory.resolve("ours.dxf"), files.write(SampleLand.IN_GBK, ExportFormat.DXF, "GBK", 4524));
    Path gdals = directory.resolve("gdal.dxf");

    LandFiles.gdal("ogr2ogr", "-f", "DXF", gdals.toString(), ours.toString());

    assertThat(LandFiles.gdal("ogrinfo", "-al", "-so", ours.toString())).contains("Feature Count: 11")
        .contains("Extent: (36632800.000000, 2480800.000000) - (36633100.000000, 2480900.200000)");
    ReadFile read = ReadFile.of(directory, "gdal.dxf", Files.readAllBytes(gdals), "EPSG:4524");
    Geometry first = SampleLand.IN_GBK.all().get(0).boundary();
    assertThat(DiscreteHausdorffDistance.distance(read.records().get(0).boundary(), first)).isLessThan(GDALS_TEXTS);
  }

  private static void assertSameLand(ReadFile read, SampleLand land, double tolerance) {
    for (int i = 0; i < 4; i++) {
      Geometry expected = land.all().get(i).boundary();
      Geometry boundary = read.records().get(i).boundary();
      if (tolerance == 0) {
        assertThat(boundary.norm()).isEqualTo(expected.norm());
      } else {
        assertThat(DiscreteHausdorffDistance.distance(boundary, expected)).isLessThan(tolerance);
      }
      assertThat(read.records().get(i).value("ZDDM")).isEqualTo(land.all().get(i).value("ZDDM"));
    }
  }

  /** Boundary points (JZD) and lines (JZX) with a number that has no short decimal. */
  private record Marks(SurveyLayer.Kind shapes) implements ExportSource {

    @Override
    public List<Integer> systems() {
      return List.of(4524);
    }

    @Override
    public List<Column> columns() {
      return List.of(new Column("ZDDM", Type.TEXT), new Column("SXH", Type.NUMBER), new Column("备注", Type.TEXT));
    }

    @Override
    public ColumnRoles roles() {
      return new ColumnRoles("ZDDM", "", "", "", "", "");
    }

    @Override
    public void forEach(int srid, Consumer<SurveyRecord> action) {
      GeometryFactory factory = new GeometryFactory(new PrecisionModel(), srid);
      Coordinate first = new Coordinate(36632800.1234567, 2480800.1);
      Coordinate second = new Coordinate(36632900.3333333333, 2480800.7);
      Geometry line = factory.createLineString(new Coordinate[] {first, second});
      action.accept(record(1, shapes == SurveyLayer.Kind.POINTS ? factory.createPoint(first) : line));
      action.accept(record(2, shapes == SurveyLayer.Kind.POINTS ? factory.createPoint(second) : line.reverse()));
    }

    private static SurveyRecord record(int number, Geometry shape) {
      return new SurveyRecord(number, shape,
          java.util.Map.of("ZDDM", "A", "SXH", BigDecimal.valueOf(number), "备注", "石桩旁"), List.of());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      SHAPEFILE  | POINTS | ESRI Shapefile | gdal.shp
      SHAPEFILE  | LINES  | ESRI Shapefile | gdal.shp
      GEOPACKAGE | POINTS | GPKG           | gdal.gpkg
      GEOPACKAGE | LINES  | GPKG           | gdal.gpkg
      """)
  void boundaryPointsAndLinesAsWell(ExportFormat format, SurveyLayer.Kind kind, String driver, String gdalFile)
      throws Exception {
    Marks marks = new Marks(kind);
    byte[] written = files.write(marks, format, "UTF-8", 4524);
    Path ours = Files.write(directory.resolve("ours." + format.extension()), written);
    Path folder = Files.createDirectory(directory.resolve("gdal"));
    LandFiles.gdal("ogr2ogr", "-f", driver, "-lco", "ENCODING=UTF-8", folder.resolve(gdalFile).toString(),
        format == ExportFormat.SHAPEFILE ? "/vsizip/" + ours : ours.toString());
    byte[] gdals = format == ExportFormat.SHAPEFILE
        ? LandFiles.zip(folder) : Files.readAllBytes(folder.resolve(gdalFile));

    for (byte[] file : List.of(written, gdals)) {
      List<SurveyRecord> read = ReadFile.marks(directory, "a." + format.extension(), file, 4524);
      assertThat(read).hasSize(2);
      marks.forEach(4524, expected -> {
        SurveyRecord record = read.get(expected.number() - 1);
        assertThat(record.boundary()).isEqualTo(expected.boundary());
        assertThat(record.boundary().getCoordinate()).isEqualTo(expected.boundary().getCoordinate());
        expected.values().forEach((column, value) -> assertSame(record.value(column), value));
      });
    }
  }

  private static SampleLand land(String encoding) {
    return encoding.equals("GBK") ? SampleLand.IN_GBK : SampleLand.ZONE_36;
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
}
