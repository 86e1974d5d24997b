package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each broken file is refused, or has a record blocked, with exactly what {@code ingest/broken-files.txt} says: below its
 * name the problem code and the fault, or {@code BLOCK} and the rule, with the record where there is one; the sentence in
 * English; the sentence in Chinese.
 */
class BrokenFilesTest {

  private static final List<BrokenFiles.Broken> ALL = BrokenFiles.all();
  private static final Map<String, String> SAID = table();

  @TempDir Path directory;

  static List<BrokenFiles.Broken> broken() {
    return ALL;
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongAndLeavesNothingBehind(BrokenFiles.Broken broken) throws IOException {
    assertThat(said(broken)).isEqualTo(SAID.get(broken.name()));
    assertThat(directory.resolve("work")).isEmptyDirectory();
  }

  private String said(BrokenFiles.Broken broken) throws IOException {
    try {
      ReadFile read = ReadFile.of(directory, broken.fileName(), broken.content(), broken.crs());
      Finding first = read.records().stream().flatMap(record -> record.findings().stream())
          .filter(finding -> finding.severity() == Severity.BLOCK).findFirst().orElse(null);
      return first == null ? refusal(FileFault.NO_RECORDS.problem(broken.fileName()))
          : "BLOCK %s, record %s\n%s\n%s".formatted(first.rule(), first.record(), first.sentence().en(),
              first.sentence().zh());
    } catch (FileProblem refusal) {
      return refusal(refusal);
    }
  }

  private static String refusal(FileProblem problem) {
    return "%s %s%s\n%s\n%s".formatted(problem.fault().code(), problem.fault(),
        problem.record() == null ? "" : ", record " + problem.record(), problem.sentence().en(), problem.sentence().zh());
  }

  @Test
  void areManyAndStandInTheTableOnce() {
    assertThat(ALL).extracting(BrokenFiles.Broken::name).hasSizeGreaterThan(85).doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(SAID.keySet());
  }

  private static Map<String, String> table() {
    try {
      String text = new String(ReadFile.resource("broken-files.txt"), StandardCharsets.UTF_8);
      return Stream.of(text.strip().split("\n\n")).filter(entry -> !entry.startsWith("#"))
          .collect(Collectors.toMap(entry -> entry.lines().findFirst().orElseThrow(),
              entry -> Arrays.stream(entry.split("\n")).skip(1).map(String::strip).collect(Collectors.joining("\n"))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
