package org.jieshi.coverage;

import org.jieshi.conflicts.ConflictsChanged;
import org.jieshi.geometry.GeometryRefusal;
import org.jieshi.parcels.DistrictsChanged;
import org.jieshi.parcels.UnitsChanged;
import org.jieshi.store.JobHandler;
import org.jieshi.store.JobQueue;
import org.locationtech.jts.geom.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the ledger up to date before the transaction commits that changed land, a title or a conflict: last of all, when
 * everything has been written. A great change leaves it to a job; until that is done the figures are counted on reading.
 */
@Component
class LedgerUpkeep implements JobHandler {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerUpkeep.class);

  /** Plots; a fraction of a second. */
  private static final int MOST_IN_A_CHANGE = 500;

  private final CoverageLedger ledger;
  private final JobQueue jobs;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  LedgerUpkeep(CoverageLedger ledger, JobQueue jobs, JdbcClient jdbc, TransactionTemplate transaction) {
    this.ledger = ledger;
    this.jobs = jobs;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @EventListener({UnitsChanged.class, ConflictsChanged.class, DistrictsChanged.class})
  void somethingChanged() {
    if (TransactionSynchronizationManager.isSynchronizationActive() && TransactionSynchronizationManager
        .getSynchronizations().stream().noneMatch(each -> each instanceof Settling)) {
      TransactionSynchronizationManager.registerSynchronization(new Settling());
    }
  }

  @Override
  public String kind() {
    return "coverage.ledger";
  }

  @Override
  public void run(String subject) {
    while (Boolean.TRUE.equals(transaction.execute(tx -> ledger.settleSome(MOST_IN_A_CHANGE)))) {
      continue;
    }
  }

  /**
   * Counts what is stale now, or has it counted in the background; in the caller's transaction.
   *
   * @return whether it is done
   */
  boolean settle() {
    if (ledger.settle(MOST_IN_A_CHANGE)) {
      return true;
    }
    boolean waiting = jdbc.sql("select exists (select 1 from job where kind = :kind and status = 'QUEUED')")
        .param("kind", kind()).query(Boolean.class).single();
    if (!waiting) {
      jobs.enqueue(kind(), "stale");
    }
    return false;
  }

  private final class Settling implements TransactionSynchronization {

    /** Before the audit entries, behind which nothing may be written. */
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      try {
        if (!readOnly) {
          settle();
        }
      } catch (GeometryRefusal | TopologyException refused) {
        // figures for managers never keep a change of the register from being entered: what is stale stays so
        LOG.warn("coverage ledger left stale: {}", refused.getMessage());
      }
    }
  }
}
