package org.jieshi.identity;

import java.io.Serializable;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who signed in, to which state of the account: when the account changes (its password, its role, its district, whether it
 * is enabled), what was signed in to before is worth nothing any more.
 */
public record SignedIn(String username, int revision) implements AuthenticatedPrincipal, Serializable {

  /** What a session keeps of a sign-in that was found good. */
  public static UsernamePasswordAuthenticationToken token(User user) {
    return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(user.username(), user.revision()), null,
        List.of(new SimpleGrantedAuthority(user.role().authority())));
  }

  @Override
  public String getName() {
    return username;
  }
}
