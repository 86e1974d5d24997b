package org.jieshi.store;

/**
 * Does one kind of background work; a Spring bean. A job runs at least once: a program killed in the middle leaves it to
 * be run again, so what is done must be safe to do twice.
 */
public interface JobHandler {

  /** Name in the table {@code job}, for example {@code import.read}. */
  String kind();

  /**
   * Runs outside of any transaction; opens its own. A {@link org.jieshi.shared.ProblemException} is final, any other
   * exception is tried again later.
   *
   * @param subject what {@link JobQueue#enqueue} was given, normally an id
   */
  void run(String subject) throws Exception;

  /**
   * How often a job is tried that fails. Starts that ended with the program or its database don't count, nor those that
   * met a full disk or an absent database.
   */
  default int attempts() {
    return 3;
  }

  /**
   * The job will not be tried again: the place to mark its subject as failed.
   *
   * @param reason one sentence in English
   */
  default void gaveUp(String subject, String reason) {}
}
