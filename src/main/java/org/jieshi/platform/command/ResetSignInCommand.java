package org.jieshi.platform.command;

import java.security.SecureRandom;
import java.util.Base64;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.SignInReset;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/**
 * Lets somebody in again who has lost password or device and whom nobody else can help: the only administrator. On record
 * in the name of the account itself.
 */
@Command(name = "reset-sign-in", description = "Give an account a one-time password, take off its second factor and its lock. "
    + "为账户设置一次性密码，并停用其双因素验证、解除锁定。")
class ResetSignInCommand extends RegisterCommand {

  private static final int PASSWORD_BYTES = 15;

  @Parameters(paramLabel = "USER", description = "the account. 账户名。")
  private String username;

  @Override
  int run(ConfigurableApplicationContext context) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    context.getBean(CurrentUser.class).actingAs(username, () -> {
      context.getBean(SignInReset.class).reset(username, password);
      return null;
    });
    System.out.printf("%s signs in with %s and chooses another password at once. 账户 %s 请用 %s 登录，并立即另设密码。%n", username,
        password, username, password);
    return ExitCode.OK;
  }
}
