package org.jieshi.identity;

import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.security.core.AuthenticationException;

/** The password is right, and the account has a second factor, whose code is missing or wrong. */
public final class CodeNeeded extends AuthenticationException {

  private static final long serialVersionUID = 1;

  private final boolean wrong;

  CodeNeeded(boolean wrong) {
    super(wrong ? "wrong code" : "no code");
    this.wrong = wrong;
  }

  /** What the person is told. */
  public Problem problem() {
    return wrong
        ? Problem.of(ProblemCode.CODE_WRONG, "The code is wrong, or it was used already: wait for the next one.",
            "验证码错误或已使用，请等待下一个验证码。").inField("code")
        : Problem.of(ProblemCode.CODE_NEEDED,
            "This account has a second factor: sign in with the code of your device. Requests that bring their password "
                + "along cannot give one.",
            "该账户已启用双因素验证，请输入设备上的验证码登录；随请求附带密码的方式不能使用此类账户。").inField("code");
  }
}
