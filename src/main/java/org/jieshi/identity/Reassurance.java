package org.jieshi.identity;

import java.util.List;
import java.util.Map;
import org.jieshi.audit.AuditLog;
import org.jieshi.identity.factor.SecondFactors;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** That it is still the person who signed in: asked before their password or second factor changes. Wrong tries are counted. */
@Component
public class Reassurance {

  private final Users users;
  private final SecondFactors factors;
  private final SignInBrake brake;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  Reassurance(Users users, SecondFactors factors, SignInBrake brake, AuditLog audit, TransactionTemplate transactions) {
    this.users = users;
    this.factors = factors;
    this.brake = brake;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** @throws org.jieshi.shared.ProblemException {@code INVALID_FIELD}, {@code TOO_MANY_TRIES} */
  public void requirePassword(String username, @Nullable String password, String field) {
    take(SignInBrake.Kind.ACCOUNT, username);
    if (password == null || !users.passwordIs(username, password)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "The present password is wrong.", "当前密码错误。").about(username)
          .inField(field).asException();
    }
    brake.forgive(SignInBrake.Kind.ACCOUNT, username);
  }

  void requireCode(String username, String code) {
    take(SignInBrake.Kind.CODE, username);
    if (!factors.spend(username, code)) {
      throw wrongCode();
    }
    brake.forgive(SignInBrake.Kind.CODE, username);
  }

  /** @return the recovery codes of a second factor that is set with this */
  List<String> confirm(String username, String code) {
    take(SignInBrake.Kind.CODE, username);
    List<String> recovery = users.confirmSecondFactor(username, code).orElseThrow(Reassurance::wrongCode);
    brake.forgive(SignInBrake.Kind.CODE, username);
    return recovery;
  }

  private static RuntimeException wrongCode() {
    return Problem.of(ProblemCode.INVALID_FIELD, "The code is wrong, or it was used already: wait for the next one.",
        "验证码错误或已使用，请等待下一个验证码。").inField("code").asException();
  }

  private void take(SignInBrake.Kind kind, String username) {
    try {
      if (brake.take(kind, username) == kind.free) {
        transactions.executeWithoutResult(status -> audit.record("SIGN_IN_LOCKED", "user", username,
            Map.of("failures", kind.free)));
      }
    } catch (LockedOut locked) {
      throw locked.problem().asException();
    }
  }
}
