package org.jieshi.store;

import org.jieshi.shared.Transactions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions for what is made again after a crash: everybody sees it at once, but nobody waits until it is on disk. The
 * database writes its log in one order, so that whatever an ordinary transaction commits afterwards never outlives it.
 */
@Component
public class ProvisionalWrites {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  public ProvisionalWrites(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    // one that is under way would lose the promise that it is on disk
    this.transaction = Transactions.apart(transactions);
  }

  /** In a transaction of its own, whatever transaction is under way. */
  public void run(Runnable work) {
    transaction.executeWithoutResult(tx -> {
      jdbc.execute("set local synchronous_commit = off");
      work.run();
    });
  }
}
