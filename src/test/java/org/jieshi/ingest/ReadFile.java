package org.jieshi.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.MarkLayer;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.SurveySystem;
import org.jieshi.ingest.source.Workspace;
import org.jspecify.annotations.Nullable;

/** A file read whole, as the background half of an import reads it, without the register. */
public record ReadFile(String layer, int epsg, String encoding, List<String> columns, List<Finding> findings,
    List<SurveyRecord> records) {

  public static ReadFile of(Path directory, String fileName, byte[] content, @Nullable String crs) throws IOException {
    return of(directory, fileName, content, null, crs);
  }

  /** Everything it unpacks lies below {@code directory/work} and is gone when this returns or throws. */
  public static ReadFile of(Path directory, String fileName, byte[] content, @Nullable String layerName,
      @Nullable String crs) throws IOException {
    Path upload = Files.write(directory.resolve("upload"), content);
    try (Workspace workspace = Workspace.open(directory.resolve("work"))) {
      SurveyLayer layer = SurveyFormats.layer(upload, fileName, layerName, workspace);
      SurveySystem survey = SurveySystem.of(layer.declaredSystem(), crs, false, null);
      try (OpenLayer open = survey.open(layer, null)) {
        List<Finding> findings = new ArrayList<>(survey.findings());
        findings.addAll(open.findings());
        List<SurveyRecord> records = new ArrayList<>();
        try (OpenLayer.Records reading = open.read()) {
          while (reading.hasNext()) {
            records.add(reading.next());
          }
        }
        return new ReadFile(layer.name(), survey.system().epsg(), open.encoding(), open.columns(), findings, records);
      }
    }
  }

  /** The points and lines of a file, layer by layer, as boundary points and lines are read beside their parcels. */
  public static List<SurveyRecord> marks(Path directory, String fileName, byte[] content, int srid) throws IOException {
    Path upload = Files.write(directory.resolve("upload"), content);
    List<SurveyRecord> records = new ArrayList<>();
    try (Workspace workspace = Workspace.open(directory.resolve("work"))) {
      for (SurveyLayer layer : SurveyFormats.layers(upload, fileName, workspace)) {
        boolean ofMarks = layer.kind() == SurveyLayer.Kind.POINTS || layer.kind() == SurveyLayer.Kind.LINES;
        if (ofMarks && layer instanceof MarkLayer marks) {
          try (OpenLayer open = marks.openMarks(srid, null); OpenLayer.Records reading = open.read()) {
            while (reading.hasNext()) {
              records.add(reading.next());
            }
          }
        }
      }
    }
    return records;
  }

  public static byte[] resource(String name) throws IOException {
    try (var in = ReadFile.class.getResourceAsStream("/ingest/" + name)) {
      return in.readAllBytes();
    }
  }

  public SurveyRecord record(int number) {
    return records.stream().filter(record -> record.number() == number).findFirst().orElseThrow();
  }

  /** English sentences of what blocks. */
  public List<String> blocking() {
    return sentences(records.stream().flatMap(record -> record.findings().stream())
        .filter(finding -> finding.severity() == Severity.BLOCK));
  }

  /** English sentences about the file, then about its records, whatever their weight. */
  public List<String> said() {
    return sentences(Stream.concat(findings.stream(), records.stream().flatMap(record -> record.findings().stream())));
  }

  private static List<String> sentences(Stream<Finding> findings) {
    return findings.map(finding -> finding.sentence().en()).toList();
  }
}
