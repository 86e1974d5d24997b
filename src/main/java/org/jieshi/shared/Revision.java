package org.jieshi.shared;

import org.jspecify.annotations.Nullable;

/**
 * Optimistic locking over HTTP: a versioned resource is answered with {@code ETag: "<revision>"}, and whoever changes it
 * sends that tag back in {@code If-Match}.
 */
public final class Revision {

  private Revision() {
  }

  /** The entity tag of a revision, quotes included. */
  public static String etag(int revision) {
    return "\"" + revision + "\"";
  }

  /**
   * Refuses a change that was not made to the present revision.
   *
   * @param ifMatch the header as it came; null if there was none
   * @param record how the record is named to the person
   * @throws ProblemException {@code VERSION_MISSING} without the header, {@code VERSION_STALE} if it names another
   */
  public static void require(@Nullable String ifMatch, int present, String record) {
    if (required(ifMatch, record) != present) {
      throw ProblemException.stale(record);
    }
  }

  /**
   * The revision that a change was made to, for services whose update checks it: {@code where revision = :revision}.
   *
   * @throws ProblemException {@code VERSION_MISSING} without the header; {@code VERSION_STALE} if it is no tag of ours,
   *     {@code *} included, which would overwrite whatever is there
   */
  public static int required(@Nullable String ifMatch, String record) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Problem.of(ProblemCode.VERSION_MISSING,
          "Send the ETag of %s that you are changing in the header If-Match.".formatted(record),
          "请在 If-Match 请求头中注明所修改的 %s 的版本 (ETag)。".formatted(record)).about(record).asException();
    }
    String tag = ifMatch.strip();
    if (!tag.matches("\"\\d{1,9}\"")) {
      throw ProblemException.stale(record);
    }
    return Integer.parseInt(tag.substring(1, tag.length() - 1));
  }
}
