package org.jieshi.platform.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jieshi.identity.SignedIn;
import org.jieshi.identity.User;
import org.jieshi.identity.external.ExternalIdentities;
import org.jieshi.identity.factor.Secrets;
import org.jieshi.platform.BrowserSessions;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** To the service and back. Whoever is refused comes back to the page of the sign-in, which says why. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/session/oidc")
class OidcSignIn {

  private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
  /** Values of the claim amr (RFC 8176) that say that more than a password was asked for. */
  private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "sc", "swk");

  private final OidcSettings settings;
  private final OidcClient client;
  private final ExternalIdentities identities;
  private final BrowserSessions sessions;
  private final Secrets secrets;

  OidcSignIn(OidcSettings settings, OidcClient client, ExternalIdentities identities, BrowserSessions sessions,
      Secrets secrets) {
    this.settings = settings;
    this.client = client;
    this.identities = identities;
    this.sessions = sessions;
    this.secrets = secrets;
  }

  @GetMapping
  ResponseEntity<Void> begin(HttpServletRequest request, HttpServletResponse response) {
    requireOn();
    PendingSignIn pending = new PendingSignIn(Hashes.random(), Hashes.random(), Hashes.random(),
        Instant.now().plus(PendingSignIn.LASTS));
    try {
      URI service = URI.create(client.request(pending).getAuthorizationRequestUri());
      pending.keep(secrets, request, response);
      return to(service);
    } catch (IllegalArgumentException | IllegalStateException unreachable) {
      LOG.warn("The sign-in service {} does not answer as OpenID Connect 统一身份认证服务无响应", settings.issuer());
      return refused("unreachable");
    }
  }

  @GetMapping("/callback")
  ResponseEntity<Void> comeBack(@RequestParam @Nullable String code, @RequestParam @Nullable String state,
      HttpServletRequest request, HttpServletResponse response) {
    requireOn();
    Optional<PendingSignIn> pending = PendingSignIn.take(secrets, request, response, Instant.now());
    if (pending.isEmpty() || code == null || state == null) {
      return refused("failed");
    }
    OidcIdToken token;
    try {
      token = client.verified(pending.get(), code, state);
    } catch (AuthenticationException wrong) {
      LOG.warn("A sign-in by {} is refused: {}", settings.issuer(), wrong.getMessage());
      return refused("failed");
    }
    Optional<User> user = identities.accountOf(settings.issuer(), token.getSubject(),
        Boolean.TRUE.equals(token.getEmailVerified()) ? token.getEmail() : null);
    if (user.isEmpty()) {
      LOG.warn("A sign-in by {} is refused: no account is bound", settings.issuer());
      return refused("unbound");
    }
    if (user.get().secondFactor() && !hadSecondFactor(token)) {
      LOG.warn("A sign-in of {} by {} is refused: no second factor", user.get().username(), settings.issuer());
      return refused("factor");
    }
    sessions.begin(SignedIn.token(user.get()), request, response);
    LOG.info("{} signed in from {} by {}", user.get().username(), request.getRemoteAddr(), settings.issuer());
    return to(URI.create("/"));
  }

  private static boolean hadSecondFactor(OidcIdToken token) {
    List<String> methods = token.getAuthenticationMethods();
    return methods != null && methods.stream().anyMatch(SECOND_FACTORS::contains);
  }

  private void requireOn() {
    if (!settings.on()) {
      throw ProblemException.notFound("sign-in service", "统一身份认证服务", "oidc");
    }
  }

  private static ResponseEntity<Void> refused(String why) {
    return to(URI.create("/#/sign-in?refused=" + why));
  }

  private static ResponseEntity<Void> to(URI address) {
    return ResponseEntity.status(HttpStatus.FOUND).location(address).build();
  }
}
