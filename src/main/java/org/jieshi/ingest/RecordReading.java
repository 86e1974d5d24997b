package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.ingest.source.SurveyRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Makes a staged row of each record of a file, with what the rules have to say about it alone. Thread-safe. */
final class RecordReading {

  private final long importId;
  private final ImportRequest request;
  private final FieldReader fieldReader;
  private final RecordChecks checks;
  private final SystemChecks positions;
  private final PlaceChecks places;
  private final Map<String, String> provenance;

  RecordReading(
      long importId, ImportRequest request, SurveySource source, ColumnMapping mapping, PlaceChecks places, Rules rules) {
    this.importId = importId;
    this.request = request;
    this.fieldReader = new FieldReader(mapping, request, source.addedInaccuracy());
    this.provenance = source.provenance();
    this.checks = new RecordChecks(request.layer(), rules);
    this.places = places;
    // towns reach far beyond the farm, and the sub-farms say where it is
    this.positions = new SystemChecks(
        source.system(), request.layer().administrativeKind() == null ? places.farmEnvelope() : Optional.empty());
  }

  SystemChecks positions() {
    return positions;
  }

  /** Judges some records; called on several threads at once. */
  StagedBatch read(List<SurveyRecord> surveyed) {
    StagedBatch batch = new StagedBatch();
    surveyed.forEach(record -> read(record, batch));
    return batch;
  }

  private void read(SurveyRecord surveyed, StagedBatch batch) {
    int record = surveyed.number();
    List<Finding> findings = new ArrayList<>(surveyed.findings());
    Geometry boundary = surveyed.boundary();
    StagedFields fields = fieldReader.read(surveyed, findings);
    Map<String, String> attributes = fieldReader.attributes(surveyed, fields);
    attributes.putAll(provenance);
    String code = code(surveyed);
    Geometry degrees = boundary == null ? null : positions.locate(record, boundary, findings);
    checks.check(record, code, boundary, fields, findings);
    if (degrees != null && request.layer().unitKind() != null && !isBlocked(findings)) {
      fields = places.locate(request.layer(), record, boundary, degrees, fields, findings);
    }
    if (degrees != null && findings.stream().anyMatch(RecordReading::isInvalid)) {
      Repair.of(record, boundary).ifPresent(batch::add);
    }
    batch.add(new StagedRow(record, code, degrees == null ? null : boundary, degrees, fields, attributes), findings);
  }

  /** Claims and evidence often carry no number of their own; they get one from the import and the record. */
  private @Nullable String code(SurveyRecord surveyed) {
    String code = fieldReader.code(surveyed);
    if (code != null) {
      return code;
    }
    return switch (request.layer()) {
      case CLAIMS -> "CL%s-%s".formatted(importId, surveyed.number());
      case EVIDENCE -> "EV%s-%s".formatted(importId, surveyed.number());
      default -> null;
    };
  }

  private static boolean isInvalid(Finding finding) {
    return finding.rule().equals("G1") && finding.severity() == Severity.BLOCK;
  }

  private static boolean isBlocked(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
  }
}
