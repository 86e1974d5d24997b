package org.jieshi.ingest;

import java.util.function.Consumer;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.shared.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reckons what a commit would change, once an import is STAGED and its findings are there to be read. The commit doesn't
 * depend on it: what it decides on is asked of the register then. Whatever happens to the import meanwhile ends the
 * reckoning without a trace.
 */
@Component
class ImpactReckoning {

  private static final int TELL_EVERY = 1000;

  private final ImportRepository imports;
  private final StagingRepository staging;
  private final ObjectProvider<ImpactEstimator> estimators;
  private final TransactionTemplate transaction;
  private final TransactionTemplate reading;
  private final TransactionTemplate apart;

  ImpactReckoning(ImportRepository imports, StagingRepository staging, ObjectProvider<ImpactEstimator> estimators,
      PlatformTransactionManager transactions) {
    this.imports = imports;
    this.staging = staging;
    this.estimators = estimators;
    this.transaction = new TransactionTemplate(transactions);
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    this.apart = Transactions.apart(transactions);
  }

  /** Whether there is anything to be reckoned for files of this layer. */
  boolean concerns(Layer layer) {
    return layer.unitKind() != null && estimators.getIfAvailable() != null;
  }

  /** Does so if it is waited for. */
  void reckon(long id) {
    Import staged = imports.find(id).orElse(null);
    if (staged == null || !staged.isBeingReckoned()) {
      return;
    }
    Layer layer = imports.request(id).layer();
    try {
      Impact impact = reading.execute(tx -> staging.countUnits(
          id, layer.unitKind(), estimators.getObject().estimate(new Rows(staged, layer))));
      transaction.executeWithoutResult(tx -> imports.setPreview(staged, impact));
    } catch (Cancelled changedMeanwhile) {
      // a person has committed, discarded or repaired it
    }
  }

  /** Ends the waiting without an answer. @return whether the import is staged, and stays so */
  boolean giveUp(long id) {
    Import staged = imports.find(id).orElse(null);
    if (staged == null || !staged.isBeingReckoned()) {
      return false;
    }
    transaction.executeWithoutResult(tx -> imports.endImpact(staged));
    return true;
  }

  /** Drafts of what would be committed are the same here and at the commit. */
  private final class Rows implements StagedImport {

    private final Import staged;
    private final Layer layer;

    Rows(Import staged, Layer layer) {
      this.staged = staged;
      this.layer = layer;
    }

    @Override
    public long id() {
      return staged.id();
    }

    @Override
    public Layer layer() {
      return layer;
    }

    @Override
    public void forEach(Consumer<UnitDraft> action) {
      int[] seen = {0};
      staging.forEachAccepted(staged.id(), row -> {
        action.accept(row.unitDraft(staged.id()));
        if (++seen[0] % TELL_EVERY == 0) {
          tell(seen[0]);
        }
      });
    }

    /** In a transaction of its own, so that it is seen. */
    private void tell(int done) {
      apart.executeWithoutResult(tx -> imports.setImpactProgress(staged, done));
    }

    @Override
    public long[] replaced() {
      return layer.unitKind() == null ? new long[0] : staging.replaced(staged.id(), layer.unitKind());
    }
  }
}
