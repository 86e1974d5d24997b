package org.jieshi.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.Finding;
import org.jieshi.store.ProvisionalWrites;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is checked once all records are there: against each other, and against the register. */
@Component
class StagedChecks {

  private static final long TOLD_EVERY_NANOS = 250_000_000;

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final RegisterChecks register;
  private final ImpactReckoning impact;
  private final TransactionTemplate transaction;
  private final ProvisionalWrites provisional;
  private final Rules rules;

  StagedChecks(ImportRepository imports, StagingRepository staging, RegisterChecks register, ImpactReckoning impact,
      TransactionTemplate transaction, ProvisionalWrites provisional, Rules rules) {
    this.imports = imports;
    this.staging = staging;
    this.register = register;
    this.impact = impact;
    this.transaction = transaction;
    this.provisional = provisional;
    this.rules = rules;
  }

  /** Checks rows as they stand in the database. */
  void run(long id) {
    run(id, null, row -> readBack(id, row));
  }

  /** Checks rows that were just read and stored. */
  void run(long id, JustRead known) {
    run(id, known, known.land().isWhole() ? known.land()::forEachFromWest : row -> readBack(id, row));
  }

  private void readBack(long id, Consumer<SweptRow> action) {
    transaction.executeWithoutResult(tx -> staging.forEachFromWest(id, action));
  }

  private void run(long id, @Nullable JustRead known, Consumer<Consumer<SweptRow>> fromWest) {
    Import staged = imports.find(id).orElseThrow();
    Layer layer = imports.request(id).layer();
    SystemChecks positions = new SystemChecks(
        CoordinateSystems.bySrid(Integer.parseInt(staged.crs().substring("EPSG:".length()))), Optional.empty());
    long total = staging.lastRecord(id);
    staging.analyzeRows(total);
    begin(id, Phase.NEIGHBOURS, total);
    try (FindingStore findings = new FindingStore(found -> store(id, found, positions))) {
      compare(staged, layer, total, known == null ? staging.vertices(id) : known.vertices(), findings, fromWest);
      findings.finish();
    }
    begin(id, Phase.REGISTER, 0);
    staging.analyzeFindings(total);
    transaction.executeWithoutResult(tx -> {
      imports.hold(id);
      staging.lookUpByImport();
      staging.insertRegisterFindings(id, register.check(id, layer, known == null || known.codes().mayRepeat()), positions);
      count(staged, known);
      imports.setProgress(id, total, total);
      imports.stage(id, impact.concerns(layer));
    });
  }

  /** Rows that were counted as they came needn't be looked at again, unless some are to be left as they are. */
  private void count(Import staged, @Nullable JustRead known) {
    boolean counted = known != null && staged.corrects() == null && staging.count(staged.id(), known.rows());
    if (!counted) {
      staging.count(staged.id());
    }
  }

  private void begin(long id, Phase phase, long total) {
    provisional.run(() -> imports.begin(id, phase, total));
  }

  private void compare(Import staged, Layer layer, long total, long vertices, FindingStore findings,
      Consumer<Consumer<SweptRow>> fromWest) {
    try (RecordComparison comparison = new RecordComparison(layer, rules, total, vertices, findings::add)) {
      int[] rows = {0};
      long[] told = {System.nanoTime()};
      fromWest.accept(row -> {
        comparison.add(row);
        rows[0]++;
        if (System.nanoTime() - told[0] > TOLD_EVERY_NANOS) {
          tellProgress(staged.id(), rows[0], total);
          told[0] = System.nanoTime();
        }
      });
      comparison.finish();
    }
  }

  private void store(long id, List<Finding> found, SystemChecks positions) {
    provisional.run(() -> {
      imports.hold(id);
      staging.insertFindings(id, found, positions);
    });
  }

  /** Learns whether the import was given up meanwhile. */
  private void tellProgress(long id, long done, long total) {
    provisional.run(() -> imports.setProgress(id, done, total));
  }
}
