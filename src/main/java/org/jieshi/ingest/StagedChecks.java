package org.jieshi.ingest;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Transactions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is checked once all records are there: against each other, and against the register. */
@Component
class StagedChecks {

  private static final long TOLD_EVERY_NANOS = 250_000_000;
  /** Rule C6 unites the land, a third of a millisecond for each parcel; a larger file is told that it was left out. */
  private static final int MOST_FITTED = 20_000;

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final RegisterChecks register;
  private final ImpactReckoning impact;
  private final TransactionTemplate transaction;
  private final TransactionTemplate apart;
  private final Rules rules;

  StagedChecks(ImportRepository imports, StagingRepository staging, RegisterChecks register, ImpactReckoning impact,
      PlatformTransactionManager transactions, Rules rules) {
    this.imports = imports;
    this.staging = staging;
    this.register = register;
    this.impact = impact;
    this.transaction = new TransactionTemplate(transactions);
    this.apart = Transactions.apart(transactions);
    this.rules = rules;
  }

  /** Compares rows as they stand in the database. */
  void run(long id) {
    run(id, row -> transaction.executeWithoutResult(tx -> staging.forEachFromWest(id, row)));
  }

  /** Compares rows that were just read and stored. */
  void run(long id, HeldLand land) {
    if (land.isWhole()) {
      run(id, land::forEachFromWest);
    } else {
      run(id);
    }
  }

  private void run(long id, Consumer<Consumer<SweptRow>> fromWest) {
    Import staged = imports.find(id).orElseThrow();
    Layer layer = imports.request(id).layer();
    SystemChecks positions = new SystemChecks(
        CoordinateSystems.bySrid(Integer.parseInt(staged.crs().substring("EPSG:".length()))), Optional.empty());
    long total = staging.lastRecord(id);
    staging.analyzeRows(total);
    begin(id, Phase.NEIGHBOURS, total);
    try (FindingStore findings = new FindingStore(found -> store(id, found, positions))) {
      checkPairs(id, layer, total, findings, fromWest);
      findings.finish();
    }
    begin(id, Phase.REGISTER, 0);
    staging.analyzeFindings(total);
    transaction.executeWithoutResult(tx -> {
      imports.hold(id);
      staging.insertRegisterFindings(id, register.check(id, layer), positions);
      staging.count(id);
      imports.setProgress(id, total, total);
      imports.stage(id, impact.concerns(layer));
    });
  }

  private void begin(long id, Phase phase, long total) {
    transaction.executeWithoutResult(tx -> imports.begin(id, phase, total));
  }

  private void checkPairs(long id, Layer layer, long total, FindingStore findings, Consumer<Consumer<SweptRow>> fromWest) {
    PairChecks pairs = new PairChecks(layer, findings::add);
    boolean fitted = total <= MOST_FITTED;
    NeighbourChecks neighbours =
        layer == Layer.PARCELS ? new NeighbourChecks(rules, pairs, fitted, findings::add) : null;
    if (layer == Layer.PARCELS && !fitted) {
      findings.add(Finding.ofFile("C6", Severity.INFO, new Bilingual(
          "With %s records gaps between neighbours (C6) were not looked for (up to %s are); send the file in parts to have"
              + " them found.",
          "共 %s 条记录，超过 %s 条，未检查相邻宗地之间的空隙（C6）；如需检查，请分批上传。")
          .formatted(total, MOST_FITTED)));
    }
    int[] rows = {0};
    long[] told = {System.nanoTime()};
    fromWest.accept(row -> {
      pairs.sweep(row);
      if (neighbours != null) {
        neighbours.sweep(row);
      }
      rows[0]++;
      if (System.nanoTime() - told[0] > TOLD_EVERY_NANOS) {
        tellProgress(id, rows[0], total);
        told[0] = System.nanoTime();
      }
    });
    pairs.finish();
    if (neighbours != null) {
      neighbours.finish();
    }
  }

  private void store(long id, List<Finding> found, SystemChecks positions) {
    transaction.executeWithoutResult(tx -> {
      imports.hold(id);
      staging.insertFindings(id, found, positions);
    });
  }

  /** In a transaction of its own, so that it is seen; learns there whether the import was given up meanwhile. */
  private void tellProgress(long id, long done, long total) {
    apart.executeWithoutResult(tx -> imports.setProgress(id, done, total));
  }
}
