package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jieshi.ingest.source.Decimals;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.parcels.BoundaryMark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Numbers that are ones to a parser, and that nobody meant. */
class OddNumbersTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "1e99999999999999999999", "1e41",
      "0.00000000000000000000000000000000000000001",
      "NaN", "", "12 hm", "11111111111111111111111111111111111111111"})
  void areNone(String text) {
    assertThat(Decimals.of(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1.5", "12345678.05", "1E+10", "36632900.333333336"})
  void othersAreWhatTheySay(String text) {
    assertThat(Decimals.of(text)).isEqualTo(new BigDecimal(text));
  }

  /** Jackson refuses to make a number of it, with an exception of its own. */
  @Test
  void inGeoJsonTheyStayText() throws IOException {
    String text = """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ZDMJ":1e-3200721001002,"X":12.50},
         "geometry":{"type":"Polygon","coordinates":[[[109,22],[109.1,22],[109.1,22.1],[109,22]]]}}]}
        """;

    SurveyRecord record =
        ReadFile.of(directory, "a.geojson", text.getBytes(StandardCharsets.UTF_8), "EPSG:4524").record(1);

    assertThat(record.values()).isEqualTo(Map.of("ZDMJ", "1e-3200721001002", "X", new BigDecimal("12.50")));
  }

  /** The register's column ends at a thousand million metres; a longer line once failed the whole import. */
  @Test
  void ofABoundaryLineStayAmongItsAttributes() {
    SurveyRecord record = new SurveyRecord(1, new GeometryFactory().createLineString(
        new Coordinate[] {new Coordinate(0, 0), new Coordinate(1, 0)}),
        Map.of("JZXCD", "1000000000000", "SXH", "99999999999", "JZXLB", "3"), List.of());

    BoundaryMark mark = MarkFields.mark(record, record.boundary());

    assertThat(mark.length()).isNull();
    assertThat(mark.place()).isNull();
    assertThat(mark.attributes()).isEqualTo(Map.of("JZXCD", "1000000000000", "SXH", "99999999999"));
  }
}
