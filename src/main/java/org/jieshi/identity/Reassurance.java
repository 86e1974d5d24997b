package org.jieshi.identity;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jieshi.identity.factor.SecondFactors;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** That it is still the person who signed in: asked before their password or second factor changes. Wrong tries are counted. */
@Component
public class Reassurance {

  private final Users users;
  private final SecondFactors factors;
  private final CountedTries tries;

  Reassurance(Users users, SecondFactors factors, CountedTries tries) {
    this.users = users;
    this.factors = factors;
    this.tries = tries;
  }

  /** @throws org.jieshi.shared.ProblemException {@code INVALID_FIELD}, {@code TOO_MANY_TRIES} */
  public void requirePassword(String username, @Nullable String password, String field) {
    if (!take(SignInBrake.Kind.ACCOUNT, username, () -> password != null && users.passwordIs(username, password))) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "The present password is wrong.", "当前密码错误。").about(username)
          .inField(field).asException();
    }
  }

  void requireCode(String username, String code) {
    if (!take(SignInBrake.Kind.CODE, username, () -> factors.spend(username, code))) {
      throw wrongCode();
    }
  }

  /** @return the recovery codes of a second factor that is set with this */
  List<String> confirm(String username, String code) {
    AtomicReference<List<String>> recovery = new AtomicReference<>();
    if (!take(SignInBrake.Kind.CODE, username, () -> {
      users.confirmSecondFactor(username, code).ifPresent(recovery::set);
      return recovery.get() != null;
    })) {
      throw wrongCode();
    }
    return recovery.get();
  }

  private static RuntimeException wrongCode() {
    return Problem.of(ProblemCode.INVALID_FIELD, "The code is wrong, or it was used already: wait for the next one.",
        "验证码错误或已使用，请等待下一个验证码。").inField("code").asException();
  }

  private boolean take(SignInBrake.Kind kind, String username, BooleanSupplier right) {
    try {
      return tries.take(kind, username, right);
    } catch (LockedOut locked) {
      throw locked.problem().asException();
    }
  }
}
