package org.jieshi.platform.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jieshi.identity.factor.Secrets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked of the service, kept encrypted in a cookie of its own until the browser comes back: the session cookie is
 * SameSite=Strict and does not come along from another site.
 *
 * @param nonce as the service was not told it: it knows the hash
 * @param verifier of PKCE
 */
record PendingSignIn(String state, String nonce, String verifier, Instant until) {

  static final Duration LASTS = Duration.ofMinutes(10);
  private static final String PURPOSE = "oidc-sign-in";
  private static final JsonMapper JSON = new JsonMapper();

  void keep(Secrets secrets, HttpServletRequest request, HttpServletResponse response) {
    byte[] sealed = secrets.seal(PURPOSE, JSON.writeValueAsBytes(this));
    set(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), LASTS);
  }

  /** The one of this browser; it is gone with that. */
  static Optional<PendingSignIn> take(Secrets secrets, HttpServletRequest request, HttpServletResponse response,
      Instant now) {
    Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    Optional<String> kept = Arrays.stream(cookies).filter(cookie -> cookie.getName().equals(name(request)))
        .map(Cookie::getValue).findFirst();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    set(request, response, "", Duration.ZERO);
    try {
      return secrets.open(PURPOSE, Base64.getUrlDecoder().decode(kept.get()))
          .map(plain -> JSON.readValue(new String(plain, StandardCharsets.UTF_8), PendingSignIn.class))
          .filter(pending -> now.isBefore(pending.until()));
    } catch (IllegalArgumentException | JacksonException notOurs) {
      return Optional.empty();
    }
  }

  private static void set(HttpServletRequest request, HttpServletResponse response, String value, Duration lasts) {
    response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name(request), value).httpOnly(true).sameSite("Lax")
        .secure(request.isSecure()).path("/").maxAge(lasts).build().toString());
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-jieshi-oidc" : "jieshi-oidc";
  }
}
