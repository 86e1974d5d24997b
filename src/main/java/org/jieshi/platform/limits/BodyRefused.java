package org.jieshi.platform.limits;

import java.util.Optional;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;

/** A body that is not read on. Unchecked, since Tomcat takes every other failure to read for a client that went away. */
public final class BodyRefused extends RuntimeException {

  enum Reason {
    TOO_LARGE(Problem.of(ProblemCode.TOO_LARGE, "The request is larger than this server accepts.",
        "请求内容超过本服务器允许的大小。")),
    TOO_SLOW(Problem.of(ProblemCode.TOO_SLOW, "The request came too slowly; nothing was changed. Try again over a better line.",
        "请求内容传输过慢，未作任何更改，请在网络较好时重试。"));

    private final Problem problem;

    Reason(Problem problem) {
      this.problem = problem;
    }
  }

  private final Reason reason;

  BodyRefused(Reason reason) {
    super(reason.problem.detail().en(), null, false, false);
    this.reason = reason;
  }

  public Problem problem() {
    return reason.problem;
  }

  /** What to tell, if that is why something could not be read. */
  public static Optional<Problem> of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
      if (cause instanceof BodyRefused refused) {
        return Optional.of(refused.problem());
      }
    }
    return Optional.empty();
  }
}
