package org.jieshi.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveyRecord;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.ingest.transformation.TransformationSet;
import org.jieshi.ingest.transformation.TransformationSets;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks into a file before it is sent for good: its system, its first rows under each encoding it may have, and which
 * column would mean what. Nothing is kept.
 */
@Component
public class ImportInspection {

  private static final int SAMPLE_ROWS = 5;
  private static final List<String> ENCODINGS = List.of("UTF-8", "GB18030", "Big5");

  private final TransformationSets transformations;
  private final ColumnMemory memory;
  private final CurrentUser currentUser;
  private final AdministrativeUnits administrativeUnits;

  ImportInspection(TransformationSets transformations, ColumnMemory memory, CurrentUser currentUser,
      AdministrativeUnits administrativeUnits) {
    this.transformations = transformations;
    this.memory = memory;
    this.currentUser = currentUser;
    this.administrativeUnits = administrativeUnits;
  }

  /**
   * What a file looks like.
   *
   * @param crs the plane system its boundaries will be held in
   * @param encoding as found, or as asked for
   * @param encodings the candidates, the found one first; one only where the format fixes it
   * @param mapping field to column, as it would be used
   * @param remembered whether that is what this person said of the same columns before
   * @param fields the fields there are for this kind of land
   * @param findings what has to be said about the file as a whole
   */
  public record Inspected(String layerName, String crs, String encoding, int records, List<String> columns,
      List<Candidate> encodings, Map<String, String> mapping, boolean remembered, List<String> fields,
      List<Note> findings) {}

  /**
   * An encoding and what the first rows say in it.
   *
   * @param fits whether every text of the file can be read so
   * @param rows by column; empty where it doesn't fit
   * @param refusal why it doesn't, null where it does
   */
  public record Candidate(String encoding, boolean fits, List<Map<String, String>> rows, @Nullable Bilingual refusal) {}

  public record Note(String rule, String severity, String message, String messageZh) {}

  /**
   * @throws org.jieshi.shared.ProblemException {@code FORBIDDEN}, or why the file can't be taken
   */
  public Inspected look(ImportRequest request, List<Upload> files, Workspace workspace) throws IOException {
    String user = currentUser.require(Role.SURVEYOR, Role.ADMINISTRATOR).username();
    RequestRules.check(request, files);
    Upload upload = files.size() == 1 ? files.get(0) : LooseFiles.together(files, workspace.newFile());
    try {
      return look(user, request, upload.content(), upload.fileName(), workspace);
    } catch (FileProblem problem) {
      Problem refusal = new Problem(problem.fault().code(), problem.sentence()).inField("file");
      throw (problem.record() == null ? refusal : refusal.about(String.valueOf(problem.record()))).asException();
    }
  }

  private Inspected look(String user, ImportRequest request, Path upload, String fileName, Workspace workspace)
      throws IOException {
    SurveyLayer layer = SurveyFormats.layer(upload, fileName, request.layerName(), workspace);
    TransformationSet set = request.transformation() == null ? null : transformations.get(request.transformation());
    try (SurveySource source = SurveySource.open(layer, request, set)) {
      OpenLayer open = source.layer();
      List<Finding> findings = new ArrayList<>(source.survey().findings());
      boolean remembered = request.mapping().isEmpty()
          && memory.recall(user, request.layer(), open.columns()).isPresent();
      ColumnMapping mapping = memory.settle(user, request, open, findings);
      findings.addAll(open.findings());
      firstMisplaced(request, source).ifPresent(findings::add);
      return new Inspected(layer.name(), "EPSG:" + source.system().epsg(), open.encoding(), open.records(),
          open.columns(), candidates(layer, source, open), mapping.asParameters(), remembered,
          Field.of(request.layer()).stream().map(Field::parameter).toList(),
          findings.stream().map(finding -> new Note(finding.rule(), finding.severity().name(),
              finding.sentence().en(), finding.sentence().zh())).toList());
    }
  }

  private static List<Candidate> candidates(SurveyLayer layer, SurveySource source, OpenLayer found)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(found.encoding(), true, sample(found), null));
    for (String encoding : ENCODINGS) {
      if (encoding.equals(found.encoding()) || encoding.equals("GB18030") && found.encoding().equals("GBK")) {
        continue;
      }
      try (OpenLayer other = source.survey().open(layer, encoding)) {
        if (other.encoding().equals(encoding)) {
          candidates.add(new Candidate(encoding, true, sample(other), null));
        }
      } catch (FileProblem unfit) {
        candidates.add(new Candidate(encoding, false, List.of(), unfit.sentence()));
      }
    }
    return candidates;
  }

  /** A wrong zone is seen in the first records as well as in all of them, and before a large file is sent. */
  private Optional<Finding> firstMisplaced(ImportRequest request, SurveySource source) throws IOException {
    boolean sayWhereTheFarmIs = request.layer().administrativeKind() == null;
    SystemChecks system = new SystemChecks(source.system(),
        sayWhereTheFarmIs ? new PlaceChecks(administrativeUnits).farmEnvelope() : Optional.empty());
    List<Finding> misplaced = new ArrayList<>();
    try (OpenLayer.Records records = source.layer().read()) {
      for (int row = 0; row < SAMPLE_ROWS && misplaced.isEmpty() && records.hasNext(); row++) {
        SurveyRecord record = records.next();
        if (record.boundary() != null) {
          system.locate(record.number(), record.boundary(), misplaced);
        }
      }
    }
    return misplaced.stream().findFirst();
  }

  private static List<Map<String, String>> sample(OpenLayer layer) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (OpenLayer.Records records = layer.read()) {
      while (rows.size() < SAMPLE_ROWS && records.hasNext()) {
        SurveyRecord record = records.next();
        Map<String, String> row = new LinkedHashMap<>();
        record.values().forEach((column, value) -> row.put(column, value.toString()));
        rows.add(row);
      }
    }
    return rows;
  }
}
