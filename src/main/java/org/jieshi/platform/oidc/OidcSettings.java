package org.jieshi.platform.oidc;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The sign-in service.
 *
 * @param issuer its address, as {@code https://sso.example.gov.cn/realms/land}; empty: there is none
 * @param clientId this program's name there
 * @param clientSecret and its secret
 * @param name of the service, on the button
 * @param nameZh the same in Chinese
 */
@ConfigurationProperties("jieshi.oidc")
public record OidcSettings(String issuer, String clientId, String clientSecret, String name, String nameZh) {

  public boolean on() {
    return !issuer.isBlank();
  }

  /** Never in a log. */
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + "]";
  }
}
