package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenFilesTest {

  @TempDir Path directory;

  static List<BrokenFiles.Broken> broken() {
    return BrokenFiles.all();
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongAndLeavesNothingBehind(BrokenFiles.Broken broken) throws IOException {
    String said;
    try {
      ReadFile read = ReadFile.of(directory, broken.fileName(), broken.content(), broken.crs());
      said = read.records().isEmpty()
          ? FileFault.NO_RECORDS.problem(broken.fileName()).getMessage() : String.join("\n", read.blocking());
    } catch (FileProblem refusal) {
      said = refusal.getMessage();
      assertThat(refusal.sentence().zh()).endsWith("。").doesNotContain("null").doesNotContain("%");
    }

    assertThat(said.lines().findFirst()).hasValue(broken.said());
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }

  @Test
  void areManyAndNamedOnce() {
    assertThat(broken()).hasSizeGreaterThan(60);
    assertThat(broken().stream().map(BrokenFiles.Broken::name).distinct()).hasSameSizeAs(broken());
  }
}
