package org.jieshi.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in, and with which code. */
public final class SignInDetails extends WebAuthenticationDetails {

  private static final long serialVersionUID = 1;

  private final transient @Nullable String code;

  public SignInDetails(HttpServletRequest request, @Nullable String code) {
    super(request);
    this.code = code;
  }

  @Nullable String code() {
    return code;
  }
}
