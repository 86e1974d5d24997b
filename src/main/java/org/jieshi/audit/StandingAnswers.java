package org.jieshi.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jieshi.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers that hold as long as the register stands as it does: every change of it moves the head of the chain, so that
 * what was reckoned of one head is true for everybody who finds that head, and is reckoned once, however many ask at once.
 */
@Component
public class StandingAnswers {

  private static final int REMEMBERED = 256;

  private record Held(AuditHead head, CompletableFuture<Object> answer) {
  }

  private final AuditTrail trail;
  private final TransactionTemplate snapshot;
  private final Map<Object, Held> answers = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Held> eldest) {
      return size() > REMEMBERED;
    }
  };

  StandingAnswers(AuditTrail trail, PlatformTransactionManager transactions) {
    this.trail = trail;
    snapshot = Transactions.snapshot(transactions);
  }

  /**
   * The answer of the register as it stands: of the caller's snapshot, or of one that is begun now. Within a transaction
   * that may change something it is reckoned for the caller alone, who sees what may yet be rolled back.
   *
   * @param question what is asked, the asker's day and rights included where the answer depends on them; has
   *     {@code equals}
   * @param reckon asks the database only, within one snapshot; its answer is shared and not changed by anybody
   */
  public <T> T of(Object question, Supplier<T> reckon) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      return reckon.get();
    }
    Held known = known(question, trail.head()); // without a transaction: nobody waits with a connection in hand
    if (known == null) {
      return snapshot.execute(tx -> reckoned(question, reckon));
    }
    return waitedFor(known, question, reckon);
  }

  private synchronized @Nullable Held known(Object question, AuditHead head) {
    Held known = answers.get(question);
    return known == null || !known.head().equals(head) ? null : known;
  }

  private <T> T reckoned(Object question, Supplier<T> reckon) {
    Held mine = new Held(trail.head(), new CompletableFuture<>());
    Held known = announce(question, mine);
    if (known != mine) {
      return waitedFor(known, question, reckon);
    }
    try {
      T answer = reckon.get();
      mine.answer().complete(answer);
      return answer;
    } catch (RuntimeException | Error failure) {
      forget(question, mine);
      mine.answer().completeExceptionally(failure);
      throw failure;
    }
  }

  /** @return whose answer it will be */
  private synchronized Held announce(Object question, Held mine) {
    Held known = known(question, mine.head());
    if (known == null) {
      answers.put(question, mine);
      return mine;
    }
    return known;
  }

  private synchronized void forget(Object question, Held mine) {
    answers.remove(question, mine);
  }

  /** Who failed was perhaps broken off: the next one tries for the others. */
  @SuppressWarnings("unchecked") // kept under its question by a caller that asks for the same type
  private <T> T waitedFor(Held known, Object question, Supplier<T> reckon) {
    try {
      return (T) known.answer().join();
    } catch (CompletionException failed) {
      return of(question, reckon);
    }
  }
}
