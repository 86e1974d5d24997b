package org.jieshi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jieshi.ingest.ReadFile;
import org.jieshi.ingest.source.FileProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a format does with text and systems that it can't carry. */
class LayerFileTest {

  @TempDir Path directory;

  private LandFiles files;

  @BeforeEach
  void files() {
    files = new LandFiles(directory);
  }

  @Test
  void geoJsonInDegreesIsWhatTheRfcSays() throws IOException {
    String text = new String(files.write(SampleLand.ZONE_36, ExportFormat.GEOJSON, "UTF-8", 4490), StandardCharsets.UTF_8);

    assertThat(text).doesNotContain("\"crs\"").contains("[109.28");
  }

  /** The format loses nothing on the way: what GBK has no sign for is refused by its record, never replaced. */
  @Test
  void gbkRefusesWhatItHasNoSignFor() throws IOException {
    assertThatThrownBy(() -> files.write(SampleLand.ZONE_36, ExportFormat.SHAPEFILE, "GBK", 4524)).isInstanceOf(FileProblem.class)
        .hasMessage("OUTPUT_ENCODING: Record 4 holds text that GBK has no sign for (𠮷村); choose another format or the encoding"
            + " UTF-8.");
    assertThat(ReadFile.of(directory, "a.dxf", files.write(SampleLand.ZONE_36, ExportFormat.DXF, "GBK", 4524), "EPSG:4524").record(4)
        .value("权利人")).isEqualTo("𠮷村");
  }

  @Test
  void aSpreadsheetRunsNothing() throws IOException {
    String text = new String(files.write(SampleLand.ZONE_36, ExportFormat.CSV, "UTF-8", 4524), StandardCharsets.UTF_8);

    assertThat(text).startsWith("\uFEFFZDDM,ZL,").contains("\"'=HYPERLINK(\"\"http://evil\"\")\"").contains(",''-大岭,")
        .contains(",-1.5,").doesNotContain(",=").doesNotContain("\n=");
  }
}
