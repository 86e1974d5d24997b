package org.jieshi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The first account of a new register. There is none by default: whoever reads the log of the first start finds a one-time
 * code there, and makes the administrator with it on the page, with a name and a password of their own. The code lives in
 * memory only; each start without an account prints another one. Or the operator says {@code JIESHI_ADMIN_PASSWORD}, and the
 * user {@code admin} is made with it.
 */
@Component
@ConditionalOnProperty(name = "jieshi.first-start", matchIfMissing = true)
@Order(10)
class FirstAdministrator implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final int CODE_BYTES = 15;

  private final Users users;
  private final String configured;
  private final String address;
  private @Nullable String code;

  FirstAdministrator(Users users, @Value("${jieshi.admin-password:}") String configured,
      @Value("${jieshi.public-address}") String address) {
    this.users = users;
    this.configured = configured;
    this.address = address;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!users.none()) {
      return;
    }
    if (configured.isBlank()) {
      LOG.warn("First start: nobody can sign in yet. Open {} and make the administrator with the code {} "
          + "首次启动：尚无账户，请打开上述地址，凭此一次性代码创建管理员", address, issue());
    } else {
      addUnlessAnotherProgramDid();
    }
  }

  /** Several programs may start at the same moment on one database. */
  private void addUnlessAnotherProgramDid() {
    try {
      users.add("admin", "系统管理员", Role.ADMINISTRATOR, null, configured);
    } catch (ProblemException | DuplicateKeyException refused) {
      if (users.none()) {
        throw refused;
      }
    }
  }

  private synchronized String issue() {
    byte[] bytes = new byte[CODE_BYTES];
    new SecureRandom().nextBytes(bytes);
    code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return code;
  }

  /** @throws org.jieshi.shared.ProblemException {@code FORBIDDEN} for a wrong code, and once there is an account */
  synchronized User make(String given, String username, String displayName, String password) {
    if (code == null || !users.none() || !MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8),
        given.strip().getBytes(StandardCharsets.UTF_8))) {
      throw Problem.of(ProblemCode.FORBIDDEN,
          "This code is not the one in the log of the last start, or there is an administrator already.",
          "代码与最近一次启动日志中的不符，或管理员已经存在。").inField("code").asException();
    }
    User made = users.add(username, displayName, Role.ADMINISTRATOR, null, password);
    code = null;
    return made;
  }
}
