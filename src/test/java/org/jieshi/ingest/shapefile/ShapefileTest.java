package org.jieshi.ingest.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jieshi.ingest.SurveyFile;
import org.jieshi.ingest.source.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class ShapefileTest {

  /** As shapefiles draw outer rings, clockwise; read, they run the other way. */
  private static final String SQUARE = "POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))";
  private static final String SQUARE_READ = "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {5, 15, 25})
  void readsEveryKindOfPolygonsAsTheirPlaneBoundary(int shapeType) throws IOException {
    var file = layer().shapeType(shapeType).record(SQUARE, "A");

    List<SimpleFeature> features = LayerOnDisk.read(directory, file);

    assertThat(features).extracting(LayerOnDisk::wkt).containsExactly(SQUARE_READ);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 25})
  void tellsThatHeightsAndMeasuresAreDropped(int shapeType) throws IOException {
    var store = LayerOnDisk.open(directory, layer().shapeType(shapeType).record(SQUARE, "A"));

    assertThat(store.findings()).extracting(Finding::rule).containsExactly("F5");
  }

  @Test
  void keepsCoordinatesToTheLastBit() throws IOException {
    var file = layer().record("POLYGON ((36632820.374 2480878.717, 36632820.3741 2480978.717,"
        + " 36632920.1 2480978.7170000002, 36632820.374 2480878.717))", "A");

    var geometry = (Geometry) LayerOnDisk.read(directory, file).get(0).getDefaultGeometry();

    assertThat(geometry.getCoordinates()).containsExactly(
        new Coordinate(36632820.374, 2480878.717), new Coordinate(36632920.1, 2480978.7170000002),
        new Coordinate(36632820.3741, 2480978.717), new Coordinate(36632820.374, 2480878.717));
  }

  /** The JDK keeps, for each thread that reads through a channel, memory outside the heap as large as its largest read. */
  @Test
  void leavesNoMemoryOutsideTheHeapBehindForTheThreadThatReadALargeRecord() throws IOException {
    var ring = IntStream.rangeClosed(0, 100_000).mapToObj(i -> {
      double angle = 2 * Math.PI * (i % 100_000) / 100_000;
      return Math.cos(angle) + " " + Math.sin(angle);
    }).collect(Collectors.joining(", ", "POLYGON ((", "))"));
    var file = layer().record(ring, "A");
    long before = outsideTheHeap();

    LayerOnDisk.read(directory, file);

    assertThat(outsideTheHeap() - before).isLessThan(100_000);
  }

  private static long outsideTheHeap() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
  }

  @Test
  void nestsHolesIslandsAndPartsByWhereTheyLieNotByDirection() throws IOException {
    // all rings run the same way, the outer one comes last
    var file = layer().record("MULTILINESTRING ((4 4, 4 6, 6 6, 6 4, 4 4), (2 2, 2 8, 8 8, 8 2, 2 2),"
        + " (20 0, 20 5, 25 5, 25 0, 20 0), (0 0, 0 10, 10 10, 10 0, 0 0))", "A");

    var geometry = (Geometry) LayerOnDisk.read(directory, file).get(0).getDefaultGeometry();

    assertThat(geometry.getNumGeometries()).isEqualTo(3);
    assertThat(geometry.getArea()).isEqualTo(100 - 36 + 4 + 25);
    assertThat(geometry.isValid()).isTrue();
  }

  @Test
  void namesTheRecordOfANullShapeAndGoesOn() throws IOException {
    var features = LayerOnDisk.read(directory, layer().record(null, "A").record(SQUARE, "B"));

    assertThat(features.get(0).getDefaultGeometry()).isNull();
    assertThat(LayerOnDisk.findings(features.get(0))).singleElement().satisfies(finding -> {
      assertThat(finding.rule()).isEqualTo("F5");
      assertThat(finding.sentence().en()).isEqualTo("Record 1 has no shape; draw it or delete the row.");
      assertThat(finding.sentence().zh()).isEqualTo("第 1 条记录没有图形，请补绘或删除该行。");
    });
    assertThat(LayerOnDisk.wkt(features.get(1))).isEqualTo(SQUARE_READ);
  }

  @Test
  void blocksARecordWhoseRingIsNotClosedOrHasNoCorners() throws IOException {
    var features = LayerOnDisk.read(directory, layer()
        .record("LINESTRING (0 0, 0 10, 10 10, 10 0)", "A")
        .record("LINESTRING (0 0, 5 5, 0 0)", "B"));

    assertThat(features).extracting(SimpleFeature::getDefaultGeometry).containsOnlyNulls();
    assertThat(features).flatExtracting(LayerOnDisk::findings).extracting(finding -> finding.sentence().en())
        .containsExactly(
            "Record 1: A ring does not end where it begins at (0.000, 0.000); draw the boundary anew there.",
            "Record 2: A ring has fewer than three different points at (0.000, 0.000); draw the boundary anew there.");
  }

  @Test
  void blocksARecordWithACoordinateThatIsNoNumber() throws IOException {
    byte[] shp = layer().record(SQUARE, "A").shp();
    ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN).putDouble(108 + 48 + 16, Double.NaN);

    var features = LayerOnDisk.read(directory, layer().record(SQUARE, "A").replace("shp", shp));

    assertThat(LayerOnDisk.findings(features.get(0))).extracting(finding -> finding.sentence().en())
        .containsExactly(
            "Record 1: A ring has a coordinate that is not a number: (NaN, 10.0); give the point its place.");
  }

  @Test
  void leavesDeletedRowsOutTogetherWithTheirShapes() throws IOException {
    var store = LayerOnDisk.open(directory,
        layer().record(SQUARE, "A").record(SQUARE, "B", "deleted").record(SQUARE, "C"));

    assertThat(store.features().getCount(Query.ALL)).isEqualTo(2);
    assertThat(LayerOnDisk.read(store)).extracting(feature -> feature.getAttribute("NAME")).containsExactly("A", "C");
    assertThat(LayerOnDisk.read(store)).extracting(feature -> feature.getUserData().get(ShapefileDataStore.RECORD))
        .containsExactly(1, 3);
    assertThat(store.findings()).extracting(finding -> finding.sentence().en())
        .containsExactly("1 records are marked as deleted in layer.dbf and were left out.");
  }

  @Test
  void readsNumbersDatesAndBlanksExactly() throws IOException {
    var file = SurveyFile.named("layer").number("AREA", 16, 2).date("SINCE")
        .record(SQUARE, "20000.10", "20130417").record(SQUARE, "", "00000000").record(SQUARE, "", "");

    var features = LayerOnDisk.read(directory, file);

    assertThat(features.get(0).getAttribute("AREA")).isEqualTo(new BigDecimal("20000.10"));
    assertThat(features.get(0).getAttribute("SINCE")).isEqualTo(LocalDate.of(2013, 4, 17));
    for (SimpleFeature blank : features.subList(1, 3)) {
      assertThat(blank.getAttribute("AREA")).isNull();
      assertThat(blank.getAttribute("SINCE")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"****************", "12,5", "NaN"})
  void takesANumberThatIsNoneAsEmptyAndTellsIt(String number) throws IOException {
    var file = SurveyFile.named("layer").number("AREA", 16, 2).record(SQUARE, number);

    var feature = LayerOnDisk.read(directory, file).get(0);

    assertThat(feature.getAttribute("AREA")).isNull();
    assertThat(LayerOnDisk.findings(feature)).extracting(finding -> finding.sentence().en()).containsExactly(
        "Column AREA of record 1 holds “%s”, which isn't a value of its type; it is taken as empty.".formatted(number));
  }

  @Test
  void tellsColumnNamesThatWereCutToTheSameTenBytesApart() throws IOException {
    var file = SurveyFile.named("layer").text("PARCELCODE", 5).text("PARCELCODE", 5).record(SQUARE, "A", "B");

    var feature = LayerOnDisk.read(directory, file).get(0);

    assertThat(feature.getAttribute("PARCELCODE")).isEqualTo("A");
    assertThat(feature.getAttribute("PARCELCODE_2")).isEqualTo("B");
  }

  private static SurveyFile layer() {
    return SurveyFile.named("layer").text("NAME", 10);
  }
}
