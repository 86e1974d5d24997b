package org.jieshi.platform.oidc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Talks to the service. What it answers is checked by Spring Security: state, signature by the service's keys, issuer,
 * audience, time, nonce. The service's description is fetched at the first sign-in, so that this program starts without it.
 */
@Component
class OidcClient {

  static final String CALLBACK = "/api/session/oidc/callback";

  private final OidcSettings settings;
  private final String publicAddress;
  private final OidcAuthorizationCodeAuthenticationProvider provider;
  private @Nullable ClientRegistration registration;

  OidcClient(OidcSettings settings, @Value("${jieshi.public-address}") String publicAddress) {
    this.settings = settings;
    this.publicAddress = publicAddress;
    // nothing but the ID token counts: nothing is asked of the service with the access token, which is not kept
    provider = new OidcAuthorizationCodeAuthenticationProvider(new RestClientAuthorizationCodeTokenResponseClient(),
        request -> new DefaultOidcUser(List.of(), request.getIdToken()));
  }

  OAuth2AuthorizationRequest request(PendingSignIn pending) {
    ClientRegistration service = registration();
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(service.getProviderDetails().getAuthorizationUri()).clientId(service.getClientId())
        .redirectUri(service.getRedirectUri()).scopes(service.getScopes()).state(pending.state())
        .additionalParameters(Map.of(OidcParameterNames.NONCE, Hashes.sha256(pending.nonce()),
            PkceParameterNames.CODE_CHALLENGE, Hashes.sha256(pending.verifier()),
            PkceParameterNames.CODE_CHALLENGE_METHOD, "S256"))
        .attributes(Map.of(OidcParameterNames.NONCE, pending.nonce(), PkceParameterNames.CODE_VERIFIER, pending.verifier()))
        .build();
  }

  /** @throws org.springframework.security.core.AuthenticationException for whatever is wrong with what came back */
  OidcIdToken verified(PendingSignIn pending, String code, String state) {
    OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
        .redirectUri(publicAddress + CALLBACK).state(state).build();
    OAuth2LoginAuthenticationToken done = (OAuth2LoginAuthenticationToken) provider.authenticate(
        new OAuth2LoginAuthenticationToken(registration(), new OAuth2AuthorizationExchange(request(pending), response)));
    return ((OidcUser) done.getPrincipal()).getIdToken();
  }

  private synchronized ClientRegistration registration() {
    if (registration == null) {
      registration = ClientRegistrations.fromOidcIssuerLocation(settings.issuer()).registrationId("office")
          .clientId(settings.clientId()).clientSecret(settings.clientSecret()).scope("openid", "email")
          .redirectUri(publicAddress + CALLBACK).build();
    }
    return registration;
  }
}
