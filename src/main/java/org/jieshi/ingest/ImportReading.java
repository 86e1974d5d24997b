package org.jieshi.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.ingest.source.FileFault;
import org.jieshi.ingest.source.FileProblem;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.OpenLayer;
import org.jieshi.ingest.source.SurveyLayer;
import org.jieshi.ingest.source.SurveySystem;
import org.jieshi.ingest.source.Workspace;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.ProblemCode;
import org.jieshi.store.JobHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The background half of an import: READING → CHECKING → STAGED, or FAILED with one sentence. Every batch is a
 * transaction of its own; a program killed in between leaves a job behind that starts over from the kept upload.
 */
@Component
class ImportReading implements JobHandler {

  static final String JOB = "import.read";
  private static final int BATCH = 500;

  private final ImportRepository imports;
  private final UploadContent content;
  private final StagingRepository staging;
  private final StagedChecks stagedChecks;
  private final AdministrativeUnits administrativeUnits;
  private final TransactionTemplate transaction;
  private final OfficeClock clock;
  private final Path workspaces;

  ImportReading(ImportRepository imports, UploadContent content, StagingRepository staging, StagedChecks stagedChecks,
      AdministrativeUnits administrativeUnits, TransactionTemplate transaction, OfficeClock clock,
      @Value("${jieshi.data}") Path data) {
    this.imports = imports;
    this.content = content;
    this.staging = staging;
    this.stagedChecks = stagedChecks;
    this.administrativeUnits = administrativeUnits;
    this.transaction = transaction;
    this.clock = clock;
    this.workspaces = data.resolve("tmp");
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
      return;
    }
    Workspace.sweep(workspaces, clock.now());
    transaction.executeWithoutResult(tx -> {
      staging.clear(id);
      imports.setStatus(id, ImportStatus.READING);
    });
    try (Workspace workspace = Workspace.open(workspaces)) {
      read(id, workspace);
    } catch (FileProblem problem) {
      fail(id, new Import.Failure(problem.fault().code().name(), problem.fault().name(), problem.fault().rule(),
          problem.sentence().en(), problem.sentence().zh(), problem.record()));
      return;
    }
    transaction.executeWithoutResult(tx -> imports.setStatus(id, ImportStatus.CHECKING));
    stagedChecks.run(id);
  }

  @Override
  public void gaveUp(String subject, String reason) {
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

  private void read(long id, Workspace workspace) throws IOException {
    ImportRequest request = imports.request(id);
    Path upload = workspace.newFile();
    content.fetch(id, upload);
    String fileName = imports.find(id).orElseThrow().fileName();
    SurveyLayer layer = SurveyFormats.layer(upload, fileName, request.layerName(), workspace);
    SurveySystem survey =
        SurveySystem.of(layer.declaredSystem(), request.crs(), request.acceptBallpark(), request.accuracy());
    try (OpenLayer open = survey.open(layer, request.encoding())) {
      if (open.records() == 0) {
        throw FileFault.NO_RECORDS.problem(layer.fileName());
      }
      readRecords(id, request, survey, open);
    }
  }

  private void readRecords(long id, ImportRequest request, SurveySystem survey, OpenLayer layer) throws IOException {
    ColumnMapping mapping = new ColumnMapping(request.layer(), layer.columns(), request.mapping());
    RecordReading reading = new RecordReading(id, request, survey.system(), mapping, new PlaceChecks(administrativeUnits));
    List<Finding> ofFile = new ArrayList<>(survey.findings());
    ofFile.addAll(layer.findings());
    transaction.executeWithoutResult(tx -> {
      imports.setFound(id, survey.system().epsg(), layer.encoding(), mapping.asParameters(), layer.records());
      staging.insertFindings(id, ofFile, reading.positions());
    });
    try (OpenLayer.Records records = layer.read()) {
      while (records.hasNext()) {
        storeBatch(id, nextBatch(records, reading), layer.records());
      }
    }
    reading.positions().requireMostlyFitting();
  }

  private static RecordReading.Batch nextBatch(OpenLayer.Records records, RecordReading reading) throws IOException {
    RecordReading.Batch batch = new RecordReading.Batch(reading.positions());
    while (batch.size() < BATCH && records.hasNext()) {
      reading.read(records.next(), batch);
    }
    return batch;
  }

  private void storeBatch(long id, RecordReading.Batch batch, int total) {
    transaction.executeWithoutResult(tx -> {
      staging.insertRows(id, batch.rows());
      staging.insertFindings(id, batch.findings(), batch.positions());
      imports.setProgress(id, batch.lastRecord(), total);
    });
  }
}
