package org.jieshi.shared;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of more than the usual kind. */
public final class Transactions {

  private Transactions() {}

  /**
   * Reads only, and everything as it stood at one moment. Within a transaction that is under way it is that one, whatever
   * it sees.
   */
  public static TransactionTemplate snapshot(PlatformTransactionManager transactions) {
    TransactionTemplate snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return snapshot;
  }

  /** As {@link #snapshot}, of its own moment whatever transaction is under way. */
  public static TransactionTemplate snapshotApart(PlatformTransactionManager transactions) {
    TransactionTemplate snapshot = snapshot(transactions);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return snapshot;
  }

  /** Ends by itself, seen by everybody, whatever becomes of the transaction that is under way. */
  public static TransactionTemplate apart(PlatformTransactionManager transactions) {
    TransactionTemplate apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return apart;
  }
}
