package org.jieshi.registration.batch;

import java.util.Map;
import java.util.Optional;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.registration.batch.Batch.Item;
import org.jieshi.registration.batch.Batch.Refusal;
import org.jieshi.registration.batch.Batch.Status;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.JobHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Works a batch off, item by item; run again after a kill it goes on with the first item that nothing became of. */
@Component
class BatchJob implements JobHandler {

  static final String KIND = "registration.batch";

  /** How often an item that others hold is tried. */
  private static final int TRIES = 3;

  private final BatchStore batches;
  private final BatchDesk desk;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  BatchJob(BatchStore batches, BatchDesk desk, CurrentUser current, OfficeClock clock, AuditLog audit,
      PlatformTransactionManager transactions) {
    this.batches = batches;
    this.desk = desk;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** A batch may outlive several restarts; each goes on where the one before ended. */
  @Override
  public int attempts() {
    return 10;
  }

  @Override
  public void run(String id) {
    Batch batch = batches.get(id);
    BatchWork work = desk.workOf(batch.step());
    JsonNode body = batches.body(id);
    if (!become(id, Status.RUNNING, null, "BATCH_STARTED")) {
      return;
    }
    for (Optional<Item> next = batches.nextPending(id); next.isPresent(); next = batches.nextPending(id)) {
      if (batches.get(id).status().over()) {
        return;
      }
      Item item = next.get();
      current.actingAs(batch.requestedBy(), () -> one(work, batch, item, body));
    }
    become(id, Status.DONE, null, "BATCH_DONE");
  }

  @Override
  public void gaveUp(String id, String reason) {
    become(id, Status.FAILED, reason, "BATCH_FAILED");
  }

  private boolean one(BatchWork work, Batch batch, Item item, JsonNode body) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        transaction.executeWithoutResult(status -> {
          if (batches.claim(batch.id(), item.place())) {
            batches.markDone(batch.id(), item.place(), work.one(batch.step(), item.key(), body), clock.now());
          }
        });
        return true;
      } catch (ProblemException refused) {
        batches.markRefused(batch.id(), item.place(), Refusal.of(refused.problem()), clock.now());
        return false;
      } catch (PessimisticLockingFailureException locked) {
        // somebody else is changing the same record: once more, from the beginning
      }
    }
    batches.markRefused(batch.id(), item.place(), Refusal.of(Problem.of(ProblemCode.VERSION_STALE,
        "Somebody else was changing the same records: try this one again.", "他人正在修改同一记录，请重试本条。")), clock.now());
    return false;
  }

  /** @return false if it is over already */
  private boolean become(String id, Status status, @Nullable String fault, String event) {
    return Boolean.TRUE.equals(transaction.execute(running -> {
      if (batches.lockStatus(id).over()) {
        return false;
      }
      Batch batch = batches.get(id);
      batches.setStatus(id, status, status.over() ? clock.now() : null, fault);
      audit.record(event, "batch", id, Map.of("total", batch.total(), "done", batch.done(), "refused", batch.refused()));
      return true;
    }));
  }
}
