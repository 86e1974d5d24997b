package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.shared.Bilingual;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is checked once all records are there: against each other, and against the register. */
@Component
class StagedChecks {

  private static final int BATCH = 1000;
  /** Rule C6 unites the land, a third of a millisecond for each parcel; a larger file is told that it was left out. */
  private static final int MOST_FITTED = 20_000;

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final RegisterChecks register;
  private final ObjectProvider<ImpactEstimator> estimators;
  private final TransactionTemplate transaction;
  private final Rules rules;

  StagedChecks(ImportRepository imports, StagingRepository staging, RegisterChecks register,
      ObjectProvider<ImpactEstimator> estimators, TransactionTemplate transaction, Rules rules) {
    this.imports = imports;
    this.staging = staging;
    this.register = register;
    this.estimators = estimators;
    this.transaction = transaction;
    this.rules = rules;
  }

  void run(long id) {
    Import staged = imports.find(id).orElseThrow();
    Layer layer = imports.request(id).layer();
    SystemChecks positions = new SystemChecks(
        CoordinateSystems.bySrid(Integer.parseInt(staged.crs().substring("EPSG:".length()))), Optional.empty());
    long total = staging.lastRecord(id);
    staging.analyze(total);
    begin(id, Phase.NEIGHBOURS, total);
    transaction.executeWithoutResult(tx -> checkPairs(id, layer, total, positions));
    begin(id, Phase.REGISTER, 0);
    transaction.executeWithoutResult(tx -> {
      imports.hold(id);
      staging.insertRegisterFindings(id, register.check(id, layer), positions);
      staging.judge(id);
    });
    begin(id, Phase.IMPACT, 0);
    estimateImpact(id, layer);
    transaction.executeWithoutResult(tx -> {
      imports.setProgress(id, total, total);
      imports.advance(id, ImportStatus.STAGED, ImportStatus.CHECKING);
    });
  }

  private void begin(long id, Phase phase, long total) {
    transaction.executeWithoutResult(tx -> imports.begin(id, phase, total));
  }

  private void checkPairs(long id, Layer layer, long total, SystemChecks positions) {
    List<Finding> found = new ArrayList<>();
    PairChecks pairs = new PairChecks(layer, found::add);
    boolean fitted = total <= MOST_FITTED;
    NeighbourChecks neighbours =
        layer == Layer.PARCELS ? new NeighbourChecks(rules, pairs, fitted, found::add) : null;
    if (layer == Layer.PARCELS && !fitted) {
      found.add(Finding.ofFile("C6", Severity.INFO, new Bilingual(
          "With %s records gaps between neighbours (C6) were not looked for (up to %s are); send the file in parts to have"
              + " them found.",
          "共 %s 条记录，超过 %s 条，未检查相邻宗地之间的空隙（C6）；如需检查，请分批上传。")
          .formatted(total, MOST_FITTED)));
    }
    int[] rows = {0};
    staging.forEachFromWest(id, row -> {
      pairs.sweep(row);
      if (neighbours != null) {
        neighbours.sweep(row);
      }
      if (++rows[0] % BATCH == 0) {
        tellProgress(id, rows[0], total);
        store(id, found, positions);
      }
    });
    pairs.finish();
    if (neighbours != null) {
      neighbours.finish();
    }
    store(id, found, positions);
  }

  private void store(long id, List<Finding> found, SystemChecks positions) {
    staging.insertFindings(id, found, positions);
    found.clear();
  }

  /** In a transaction of its own, so that it is seen; learns there whether the import was given up meanwhile. */
  private void tellProgress(long id, long done, long total) {
    TransactionTemplate apart = new TransactionTemplate(transaction.getTransactionManager());
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    apart.executeWithoutResult(tx -> imports.setProgress(id, done, total));
  }

  /** Drafts of what would be committed are the same here and at the commit. */
  private void estimateImpact(long id, Layer layer) {
    ImpactEstimator estimator = estimators.getIfAvailable();
    if (estimator == null || layer.unitKind() == null) {
      return;
    }
    TransactionTemplate reading = new TransactionTemplate(transaction.getTransactionManager());
    reading.setReadOnly(true);
    Impact impact = reading.execute(tx -> estimator.estimate(new Staged(id, layer, staging)));
    transaction.executeWithoutResult(tx -> {
      imports.hold(id);
      imports.setPreview(id, staging.countUnits(id, layer.unitKind(), impact));
    });
  }

  private record Staged(long id, Layer layer, StagingRepository staging) implements StagedImport {

    @Override
    public void forEach(Consumer<UnitDraft> action) {
      staging.forEachAccepted(id, row -> action.accept(row.unitDraft(id)));
    }

    @Override
    public long[] replaced() {
      return layer.unitKind() == null ? new long[0] : staging.replaced(id, layer.unitKind());
    }
  }
}
