package org.jieshi.registration.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.UnmetGate;
import org.jspecify.annotations.Nullable;

/**
 * A batch with how far it has come.
 *
 * @param done items that were done, {@code refused} those that were refused; the rest waits
 * @param fault why the program gave it up; null if it did not
 */
record Batch(String id, String step, Status status, int total, int done, int refused, String requestedBy,
    Instant requestedAt, @Nullable Instant finishedAt, @Nullable String fault) {

  enum Status {
    QUEUED, RUNNING, DONE, STOPPED, FAILED;

    boolean over() {
      return ordinal() >= DONE.ordinal();
    }
  }

  @JsonProperty("progress")
  Progress progress() {
    return new Progress(done + refused, total);
  }

  /** As in imports. */
  record Progress(int done, int total) {
  }

  /**
   * One item.
   *
   * @param id of the application; null if there is none
   * @param code of the refusal; null unless refused
   */
  record Item(int place, String key, ItemStatus status, @Nullable String id, @Nullable String state,
      @Nullable String certificate, @Nullable ProblemCode code, @Nullable String detail, @Nullable String detailZh,
      List<Unmet> unmet) {
  }

  enum ItemStatus {
    PENDING, DONE, REFUSED
  }

  /** Why one was refused, as it is kept. */
  record Refusal(ProblemCode code, String detail, String detailZh, List<Unmet> unmet) {

    static Refusal of(Problem problem) {
      return new Refusal(problem.code(), problem.detail().en(), problem.detail().zh(),
          problem.unmet().stream().map(Unmet::of).toList());
    }
  }

  /** A gate that was not passed. */
  record Unmet(String gate, String fact, String factZh) {

    static Unmet of(UnmetGate unmet) {
      return new Unmet(unmet.gate(), unmet.fact().en(), unmet.fact().zh());
    }
  }
}
