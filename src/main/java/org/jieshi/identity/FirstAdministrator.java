package org.jieshi.identity;

import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the administrator at first start, with the password of {@code JIESHI_ADMIN_PASSWORD} or a generated one that is
 * printed once and kept nowhere.
 */
@Component
@ConditionalOnProperty(name = "jieshi.first-start", matchIfMissing = true)
@Order(10)
class FirstAdministrator implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
  private static final int GENERATED_BYTES = 15;

  private final Users users;
  private final String configured;

  FirstAdministrator(Users users, @Value("${jieshi.admin-password:}") String configured) {
    this.users = users;
    this.configured = configured;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!users.none()) {
      return;
    }
    String password = configured.isBlank() ? generated() : configured;
    users.add("admin", "系统管理员", Role.ADMINISTRATOR, null, password);
    if (configured.isBlank()) {
      LOG.warn("First start: user admin, password {} (shown only this once; change it after signing in)", password);
    }
  }

  private static String generated() {
    byte[] bytes = new byte[GENERATED_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
