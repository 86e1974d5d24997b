package org.jieshi.platform;

import org.jieshi.identity.LockedOut;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.security.core.AuthenticationException;

/** What somebody is told whose sign-in is refused: never whether there is such a user. */
final class SignInRefusals {

  private SignInRefusals() {
  }

  static Problem of(AuthenticationException refused) {
    return refused instanceof LockedOut locked
        ? Problem.of(ProblemCode.TOO_MANY_TRIES, "Too many wrong tries. Try again in %d seconds.".formatted(locked.seconds()),
            "错误尝试过多，请在 %d 秒后重试。".formatted(locked.seconds()))
        : Problem.of(ProblemCode.NOT_SIGNED_IN, "User name or password is wrong.", "用户名或密码错误。");
  }
}
