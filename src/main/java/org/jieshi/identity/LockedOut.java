package org.jieshi.identity;

import java.time.Duration;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.security.core.AuthenticationException;

/** Too many tries failed: nothing is looked at for a while, not even a right password. */
public final class LockedOut extends AuthenticationException {

  private static final long serialVersionUID = 1;

  private final Duration wait;

  LockedOut(Duration wait) {
    super("too many tries");
    this.wait = wait;
  }

  /** Seconds until the next try, 1 at least. */
  public long seconds() {
    return Math.max(1, wait.toSeconds() + 1);
  }

  /** What the person is told. */
  public Problem problem() {
    return Problem.of(ProblemCode.TOO_MANY_TRIES, "Too many wrong tries. Try again in %d seconds.".formatted(seconds()),
        "错误尝试过多，请在 %d 秒后重试。".formatted(seconds()));
  }
}
