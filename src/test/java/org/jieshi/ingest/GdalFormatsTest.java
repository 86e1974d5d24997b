package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Geometry;

/** The three records of gdal.geojson, written by ogr2ogr in every format, read as the shapefile of them is. */
class GdalFormatsTest {

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"gdal-gpkg.zip,", "gdal-gpkg-z.zip,", "gdal-crs.geojson,", "gdal.csv, EPSG:4524"})
  void areReadAsTheShapefileIs(String file, @Nullable String crs) throws IOException {
    ReadFile shapefile = ReadFile.of(directory, "gdal.zip", ReadFile.resource("gdal-utf8.zip"), null);

    ReadFile read = ReadFile.of(directory, file, ReadFile.resource(file), crs);

    assertThat(read.epsg()).isEqualTo(4524);
    assertThat(read.encoding()).isEqualTo("UTF-8");
    assertThat(read.columns()).containsExactlyElementsOf(shapefile.columns());
    assertThat(read.records()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      SurveyRecord expected = shapefile.records().get(i);
      SurveyRecord record = read.records().get(i);
      assertThat(record.number()).isEqualTo(expected.number());
      assertThat(texts(record)).containsExactlyElementsOf(texts(expected));
      if (expected.boundary() == null) {
        assertThat(record.boundary()).isNull();
      } else {
        assertThat(record.boundary().norm()).isEqualTo(expected.boundary().norm());
        assertThat(record.boundary().getSRID()).isEqualTo(4524);
      }
    }
    assertThat(read.blocking()).containsExactly("Record 3 has no shape; draw it or delete the row.");
  }

  @ParameterizedTest
  @CsvSource({"gdal.kml", "gdal-lib.kml", "gdal-rfc7946.geojson"})
  void inDegreesAreProjectedToATenthOfAMillimetreAndSayThatTheyWere(String file) throws IOException {
    ReadFile shapefile = ReadFile.of(directory, "gdal.zip", ReadFile.resource("gdal-utf8.zip"), null);

    ReadFile read = ReadFile.of(directory, file, ReadFile.resource(file), "EPSG:4524");

    assertThat(read.epsg()).isEqualTo(4524);
    for (int i = 0; i < 2; i++) {
      Geometry expected = shapefile.records().get(i).boundary();
      Geometry boundary = read.records().get(i).boundary();
      assertThat(boundary.getNumGeometries()).isEqualTo(expected.getNumGeometries());
      assertThat(boundary.getNumPoints()).isEqualTo(expected.getNumPoints());
      assertThat(DiscreteHausdorffDistance.distance(boundary, expected)).isLessThan(1e-4);
    }
    assertThat(texts(read.records().get(1))).containsAll(texts(shapefile.records().get(1)));
    assertThat(read.said().get(0)).isEqualTo("The file is in degrees (WGS 84); they were projected into EPSG:4524, so the"
        + " coordinates are not those of a survey.");
  }

  /** A drawing has neither columns nor records without a shape, and draws an island as a parcel of its own. */
  @Test
  void asDrawingsKeepEveryRing() throws IOException {
    ReadFile shapefile = ReadFile.of(directory, "gdal.zip", ReadFile.resource("gdal-utf8.zip"), null);

    ReadFile read = ReadFile.of(directory, "gdal.dxf", ReadFile.resource("gdal.dxf"), "EPSG:4524");

    List<Geometry> parts = read.records().stream().map(SurveyRecord::boundary).toList();
    Geometry island = shapefile.records().get(1).boundary();
    assertThat(parts).hasSize(4);
    assertThat(parts.get(0).norm()).isEqualTo(shapefile.records().get(0).boundary().norm());
    assertThat(parts.get(0).getFactory().createMultiPolygon(parts.subList(1, 4).stream()
        .map(org.locationtech.jts.geom.Polygon.class::cast).toArray(org.locationtech.jts.geom.Polygon[]::new)).norm())
        .isEqualTo(island.norm());
  }

  private static List<String> texts(SurveyRecord record) {
    return record.values().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().toString().replace('/', '-')
            .replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", ""))
        .toList();
  }
}
