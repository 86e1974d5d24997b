package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GeoJSON of 2008 may name its system by a link, which nobody follows: what its numbers are decides, and it is told. */
class LinkedSystemTest {

  @TempDir Path directory;

  @Test
  void numbersOfDegreesAreDegreesAndItIsTold() throws IOException {
    ReadFile read = read("[[109,22],[109.1,22],[109.1,22.1],[109,22]]");

    assertThat(read.findings()).contains(Finding.ofFile("F3", Severity.WARN, new Bilingual(
        "a.geojson names its coordinate system by a link, which was not followed; its numbers are those of degrees and were"
            + " read as WGS 84. If the link says otherwise, name the system in the file.",
        "a.geojson 以链接注明坐标系，系统未打开该链接；按数值判断为经纬度，已按 WGS 84 读取。如与链接所指不符，请在文件中写明坐标系名称。")));
    assertThat(read.record(1).boundary().getEnvelopeInternal().getMinX()).isGreaterThan(36_000_000);
  }

  @Test
  void metresAreInTheSystemThatTheSurveyorGaveAndItIsTold() throws IOException {
    ReadFile read = read("[[36632000,2480000],[36632100,2480000],[36632100,2480100],[36632000,2480000]]");

    assertThat(read.findings()).containsExactly(Finding.ofFile("F3", Severity.WARN, new Bilingual(
        "a.geojson names its coordinate system by a link, which was not followed; the system given with the upload was"
            + " taken.",
        "a.geojson 以链接注明坐标系，系统未打开该链接，已采用上传时填写的坐标系。")));
    assertThat(read.record(1).boundary().getEnvelopeInternal().getMinX()).isEqualTo(36_632_000);
  }

  private ReadFile read(String ring) throws IOException {
    String text = """
        {"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"https://example.org/crs/1","type":"ogcwkt"}},
         "features":[{"type":"Feature","properties":{"ZDDM":"1"},"geometry":{"type":"Polygon","coordinates":[%s]}}]}
        """.formatted(ring);
    return ReadFile.of(directory, "a.geojson", text.getBytes(StandardCharsets.UTF_8), "EPSG:4524");
  }
}
