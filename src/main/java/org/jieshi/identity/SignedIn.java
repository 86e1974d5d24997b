package org.jieshi.identity;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who signed in, to which state of the account: when the account changes (its password, its role, its district, whether it
 * is enabled), what was signed in to before is worth nothing any more.
 */
public record SignedIn(String username, int revision) implements AuthenticatedPrincipal, Serializable {

  @Override
  public String getName() {
    return username;
  }
}
