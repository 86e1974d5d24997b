package org.jieshi.platform;

import org.jieshi.identity.CodeNeeded;
import org.jieshi.identity.LockedOut;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.security.core.AuthenticationException;

/** What somebody is told whose sign-in is refused: never whether there is such a user. */
final class SignInRefusals {

  private SignInRefusals() {
  }

  static Problem of(AuthenticationException refused) {
    return refused instanceof LockedOut locked ? locked.problem() : refused instanceof CodeNeeded code ? code.problem()
        : Problem.of(ProblemCode.NOT_SIGNED_IN, "User name or password is wrong.", "用户名或密码错误。");
  }
}
