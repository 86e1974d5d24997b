package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.ingest.source.Finding;
import org.jieshi.parcels.UnitDraft;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is checked once all records are there: against each other, and against the register. */
@Component
class StagedChecks {

  private static final int BATCH = 1000;
  private static final int LARGE = 1000;

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final RegisterChecks register;
  private final ObjectProvider<ImpactEstimator> estimators;
  private final TransactionTemplate transaction;

  StagedChecks(ImportRepository imports, StagingRepository staging, RegisterChecks register,
      ObjectProvider<ImpactEstimator> estimators, TransactionTemplate transaction) {
    this.imports = imports;
    this.staging = staging;
    this.register = register;
    this.estimators = estimators;
    this.transaction = transaction;
  }

  void run(long id) {
    Import staged = imports.find(id).orElseThrow();
    Layer layer = imports.request(id).layer();
    SystemChecks positions = new SystemChecks(
        CoordinateSystems.bySrid(Integer.parseInt(staged.crs().substring("EPSG:".length()))), Optional.empty());
    if (staged.progress().total() > LARGE) {
      staging.analyze();
    }
    transaction.executeWithoutResult(tx -> checkPairs(id, layer, staged.progress().total(), positions));
    transaction.executeWithoutResult(tx -> {
      staging.insertRegisterFindings(id, register.check(id, layer), positions);
      staging.judge(id);
    });
    estimateImpact(id, layer);
    transaction.executeWithoutResult(tx -> imports.setStatus(id, ImportStatus.STAGED));
  }

  private void checkPairs(long id, Layer layer, long total, SystemChecks positions) {
    Set<Integer> unusable = new HashSet<>(staging.blockedByShape(id));
    List<Finding> found = new ArrayList<>();
    PairChecks pairs = new PairChecks(layer, found::add);
    staging.forEachFromWest(id, row -> {
      if (!unusable.contains(row.record())) {
        pairs.sweep(row);
      }
    });
    for (int from = 0; from < found.size(); from += BATCH) {
      staging.insertFindings(id, found.subList(from, Math.min(found.size(), from + BATCH)), positions);
    }
    imports.setProgress(id, total, total);
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
    transaction.executeWithoutResult(tx -> imports.setPreview(id, impact));
  }

  private record Staged(long id, Layer layer, StagingRepository staging) implements StagedImport {

    @Override
    public void forEach(Consumer<UnitDraft> action) {
      staging.forEachAccepted(id, row -> action.accept(row.unitDraft(id)));
    }
  }
}
