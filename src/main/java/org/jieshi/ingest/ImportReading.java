package org.jieshi.ingest;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.LayerChoice;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.ingest.transformation.TransformationSet;
import org.jieshi.ingest.transformation.TransformationSets;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.JobHandler;
import org.jieshi.store.ProvisionalWrites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The background half of an import: READING → CHECKING → STAGED, or FAILED with one sentence. Every batch is a
 * transaction of its own, and reaches the disk at the latest with STAGED; a program killed in between leaves a job behind
 * that starts over from the kept upload. Once it is STAGED only what a commit would change is left to be reckoned, and
 * that is taken up again by itself.
 */
@Component
@EnableConfigurationProperties(Rules.class)
class ImportReading implements JobHandler {

  static final String JOB = "import.read";

  private final ImportRepository imports;
  private final UploadContent content;
  private final StagingRepository staging;
  private final StagedChecks stagedChecks;
  private final ImpactReckoning impact;
  private final MarkReading marks;
  private final AdministrativeUnits administrativeUnits;
  private final TransformationSets transformations;
  private final ColumnMemory columns;
  private final TransactionTemplate transaction;
  private final ProvisionalWrites provisional;
  private final OfficeClock clock;
  private final Rules rules;
  private final Path workspaces;

  ImportReading(ImportRepository imports, UploadContent content, StagingRepository staging, StagedChecks stagedChecks,
      ImpactReckoning impact, MarkReading marks, AdministrativeUnits administrativeUnits, TransformationSets transformations,
      ColumnMemory columns, TransactionTemplate transaction, ProvisionalWrites provisional, OfficeClock clock, Rules rules,
      @Value("${jieshi.data}") Path data) {
    this.imports = imports;
    this.content = content;
    this.staging = staging;
    this.stagedChecks = stagedChecks;
    this.impact = impact;
    this.marks = marks;
    this.administrativeUnits = administrativeUnits;
    this.transformations = transformations;
    this.columns = columns;
    this.transaction = transaction;
    this.provisional = provisional;
    this.clock = clock;
    this.rules = rules;
    this.workspaces = data.resolve("tmp");
  }

  /** Takes away what a killed program left behind. */
  @PostConstruct
  void sweep() throws IOException {
    Workspace.sweep(workspaces, clock.now());
  }

  @Override
  public String kind() {
    return JOB;
  }

  @Override
  public void run(String subject) throws IOException {
    long id = Long.parseLong(subject);
    ImportStatus status = imports.find(id).map(Import::status).orElse(ImportStatus.DISCARDED);
    if (status.isSettled()) {
      impact.reckon(id);
      return;
    }
    Workspace.sweep(workspaces, clock.now());
    try {
      readAndCheck(id);
    } catch (FileProblem problem) {
      fail(id, new Import.Failure(problem.fault().code().name(), problem.fault().name(), problem.fault().rule(),
          problem.sentence().en(), problem.sentence().zh(), problem.record()));
    } catch (Cancelled givenUp) {
      transaction.executeWithoutResult(tx -> staging.clear(id));
      return;
    }
    impact.reckon(id);
  }

  private void readAndCheck(long id) throws IOException {
    transaction.executeWithoutResult(tx -> {
      imports.advance(id, ImportStatus.READING, ImportStatus.QUEUED, ImportStatus.READING, ImportStatus.CHECKING);
      imports.begin(id, Phase.UNPACKING, 0);
      staging.clear(id);
    });
    JustRead known = new JustRead();
    try (Workspace workspace = Workspace.open(workspaces)) {
      read(id, workspace, known);
    }
    provisional.run(() -> imports.advance(id, ImportStatus.CHECKING, ImportStatus.READING));
    stagedChecks.run(id, known);
  }

  @Override
  public void gaveUp(String subject, String reason) {
    if (impact.giveUp(Long.parseLong(subject))) {
      return;
    }
    fail(Long.parseLong(subject), new Import.Failure(ProblemCode.INTERNAL.name(), "INTERNAL", "F1",
        "The program failed on this file and nothing of it was kept; tell the administrator the number of the import.",
        "程序处理该文件时出错，未保留任何内容，请将导入编号告知管理员。", null));
  }

  private void fail(long id, Import.Failure failure) {
    transaction.executeWithoutResult(tx -> {
      staging.clear(id);
      content.delete(id);
      imports.fail(id, failure);
    });
  }

  private void read(long id, Workspace workspace, JustRead known) throws IOException {
    ImportRequest request = imports.request(id);
    Path upload = workspace.newFile();
    content.fetch(id, upload);
    String fileName = imports.find(id).orElseThrow().fileName();
    List<SurveyLayer> layers = SurveyFormats.layers(upload, fileName, workspace);
    SurveyLayer layer = new LayerChoice(fileName, layers).choose(request.layerName());
    TransformationSet set = request.transformation() == null ? null : transformations.get(request.transformation());
    try (SurveySource source = SurveySource.open(layer, request, set)) {
      if (source.layer().records() == 0) {
        throw FileFault.NO_RECORDS.problem(layer.fileName());
      }
      marks.read(id, request, layers, source, readRecords(id, request, source, known));
    }
  }

  private SystemChecks readRecords(long id, ImportRequest request, SurveySource source, JustRead known)
      throws IOException {
    OpenLayer layer = source.layer();
    List<Finding> ofFile = new ArrayList<>(source.survey().findings());
    ofFile.addAll(layer.findings());
    String sender = imports.find(id).orElseThrow().createdBy();
    ColumnMapping mapping = columns.settle(sender, request, layer, ofFile);
    RecordReading reading = new RecordReading(
        id, request, source, mapping, new PlaceChecks(administrativeUnits), rules);
    transaction.executeWithoutResult(tx -> {
      imports.hold(id);
      imports.setFound(id, source.system().epsg(), layer.encoding(), mapping.asParameters(), layer.records());
      staging.insertFindings(id, ofFile, reading.positions());
    });
    try (OpenLayer.Records records = layer.read()) {
      ReadingPipeline.run(records, batch -> staging.encode(id, reading.read(batch), reading.positions()),
          encoded -> {
            store(id, encoded, layer.records());
            known.add(encoded);
          });
    }
    reading.positions().requireMostlyFitting();
    return reading.positions();
  }

  private void store(long id, StagingRepository.Encoded batch, int total) {
    provisional.run(() -> {
      imports.setProgress(id, batch.lastRecord(), total); // which holds it, too
      staging.insert(batch);
    });
  }
}
