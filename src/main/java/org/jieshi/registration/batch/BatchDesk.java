package org.jieshi.registration.batch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Role;
import org.jieshi.identity.User;
import org.jieshi.registration.batch.Batch.Status;
import org.jieshi.registration.numbers.RunningNumbers;
import org.jieshi.shared.OfficeClock;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jieshi.store.JobQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Takes batches in, and stops them. */
@Service
class BatchDesk {

  /** The most that one batch may bring. */
  static final int LARGEST = 500;

  private final BatchStore batches;
  private final List<BatchWork> works;
  private final RunningNumbers numbers;
  private final JobQueue queue;
  private final CurrentUser current;
  private final OfficeClock clock;
  private final AuditLog audit;

  BatchDesk(BatchStore batches, List<BatchWork> works, RunningNumbers numbers, JobQueue queue, CurrentUser current,
      OfficeClock clock, AuditLog audit) {
    this.batches = batches;
    this.works = works;
    this.numbers = numbers;
    this.queue = queue;
    this.current = current;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * Takes a batch in; it is done in the background once this transaction commits.
   *
   * @param idempotencyKey the same key of the same person asks for the same batch again, not for another one
   * @throws ProblemException {@code TOO_LARGE}, {@code INVALID_FIELD}; what {@link BatchWork#check} refuses
   */
  @Transactional
  Batch request(String step, List<String> keys, JsonNode body, @Nullable String idempotencyKey) {
    User person = current.require();
    if (idempotencyKey != null) {
      Batch known = batches.findByIdempotencyKey(person.username(), idempotencyKey).orElse(null);
      if (known != null) {
        return known;
      }
    }
    List<String> each = List.copyOf(new LinkedHashSet<>(keys));
    if (each.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "keys: list the parcels or applications.", "字段 keys：请列出宗地或申请。")
          .inField("keys").asException();
    }
    if (each.size() > LARGEST) {
      throw Problem.of(ProblemCode.TOO_LARGE, "At most %d at a time; these are %d.".formatted(LARGEST, each.size()),
          "每次最多 %d 条，本次为 %d 条。".formatted(LARGEST, each.size())).inField("keys").asException();
    }
    workOf(step).check(step, body);
    String id = "B" + numbers.next("BATCH", clock.today().getYear());
    batches.insert(id, step, body, each, person.username(), clock.now(), idempotencyKey);
    audit.record("BATCH_REQUESTED", "batch", id, Map.of("step", step, "total", each.size()));
    queue.enqueue(BatchJob.KIND, id);
    return batches.get(id);
  }

  /** What was done stays done; the rest is left. */
  @Transactional
  Batch stop(String id) {
    User person = current.require();
    Batch batch = batches.get(id);
    if (!batch.requestedBy().equals(person.username())) {
      current.require(Role.APPROVER, Role.ADMINISTRATOR);
    }
    if (batches.lockStatus(id).over()) {
      throw Problem.of(ProblemCode.CONFLICTING_STATE, "Batch %s is over already.".formatted(id),
          "批量任务 %s 已结束。".formatted(id)).about(id).asException();
    }
    batches.setStatus(id, Status.STOPPED, clock.now(), null);
    audit.record("BATCH_STOPPED", "batch", id, Map.of("done", batch.done(), "refused", batch.refused()));
    return batches.get(id);
  }

  BatchWork workOf(String step) {
    return works.stream().filter(work -> work.takes(step)).findFirst()
        .orElseThrow(() -> ProblemException.notFound("step", "操作", step));
  }
}
