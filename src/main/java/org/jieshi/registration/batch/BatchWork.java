package org.jieshi.registration.batch;

import org.jspecify.annotations.Nullable;
import org.jieshi.shared.ProblemException;
import tools.jackson.databind.JsonNode;

/** Does a kind of step for one item of a batch; a Spring bean. */
public interface BatchWork {

  /** @param step as in the address of the single step, {@code publish-notice} */
  boolean takes(String step);

  /**
   * Refuses a batch as a whole: the person has not the role, or the body is not that of the step.
   *
   * @throws ProblemException {@code FORBIDDEN}, {@code INVALID_FIELD}, {@code BAD_REQUEST}
   */
  void check(String step, JsonNode body);

  /**
   * One item, in the running transaction, in the name of the person who asked.
   *
   * @throws ProblemException what this one is refused for
   */
  Outcome one(String step, String key, JsonNode body);

  /**
   * What was done.
   *
   * @param applicationId the application it was done to or made
   * @param state where that stands now
   * @param certificate number of the one that was issued
   */
  record Outcome(@Nullable String applicationId, @Nullable String state, @Nullable String certificate) {
  }
}
