package org.jieshi.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jieshi.identity.LockedOut;
import org.jieshi.platform.access.EndpointAuthorization;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may reach what over HTTP is read from the table of addresses ({@link EndpointAuthorization}); whatever is not listed
 * is refused.
 *
 * <p>Browsers sign in at {@code /api/session} and carry a session cookie with CSRF protection. Scripts use HTTP Basic,
 * which is never challenged for, so that no browser ever remembers such a sign-in: requests that bring it need no CSRF
 * token.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  /** Paints the tiles of the map. */
  private static final String WORKER = "/lib/tile-worker.js";

  private static final String SIGN_IN = "/#/tools";
  private static final Problem STALE_PAGE = Problem.of(ProblemCode.FORBIDDEN, "The page is too old: load it again.",
      "页面已过期，请刷新后重试。");

  /** A request is measured as a whole; measuring each of its twenty filters took a tenth of a short one. */
  @Bean
  SecurityObservationSettings securityObservationSettings() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  AuthenticationManager authenticationManager(List<AuthenticationProvider> providers) {
    return new ProviderManager(providers);
  }

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, ProblemWriter problems,
      SecurityContextRepository contexts, EndpointAuthorization endpoints) {
    return http
        .authorizeHttpRequests(requests -> requests
            // the end of an answer whose beginning was decided: event streams, which Basic sign-ins would lose, and failures
            .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR).permitAll()
            .anyRequest().access(endpoints))
        .securityContext(context -> context.securityContextRepository(contexts))
        .csrf(csrf -> {
          csrf.spa();
          csrf.csrfTokenRepository(csrfCookie());
          csrf.ignoringRequestMatchers(SecurityConfiguration::bringsBasicSignIn);
        })
        .httpBasic(basic -> basic.authenticationEntryPoint((request, response, failure) -> {
          if (failure instanceof InternalAuthenticationServiceException) {
            throw failure; // the account could not be looked up: nobody's password is wrong
          }
          if (failure instanceof LockedOut locked) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(locked.seconds()));
          }
          problems.write(response, SignInRefusals.of(failure));
        }))
        .formLogin(form -> form.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .exceptionHandling(handling -> handling
            .authenticationEntryPoint((request, response, failure) -> {
              if (isPageForPeople(request)) {
                response.sendRedirect(SIGN_IN);
              } else {
                problems.write(response, ProblemCode.NOT_SIGNED_IN, "Please sign in first.", "请先登录。");
              }
            })
            .accessDeniedHandler((request, response, denial) -> problems.write(response,
                denial instanceof CsrfException ? STALE_PAGE : endpoints.refusal(request))))
        .headers(headers -> headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(
                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
            .addHeaderWriter(SecurityConfiguration::writeWorkerPolicy)
            .referrerPolicy(policy -> policy.policy(
                ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  /** A worker goes by the policy that its script comes with, not by that of the page that began it. */
  private static void writeWorkerPolicy(HttpServletRequest request, HttpServletResponse response) {
    if (request.getRequestURI().equals(WORKER)) {
      response.setHeader("Content-Security-Policy", "default-src 'none'; script-src 'self'; connect-src 'self'");
    }
  }

  /** The pages of OGC API Features, opened by a browser: the others are parts of the page that asks for a sign-in itself. */
  private static boolean isPageForPeople(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    return request.getMethod().equals("GET") && request.getRequestURI().matches("/ogc(/.*)?") && accepted != null
        && accepted.startsWith("text/html");
  }

  /** Read by the page, which repeats it in a header; no other site's request carries it. */
  private static CookieCsrfTokenRepository csrfCookie() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    return tokens;
  }

  private static boolean bringsBasicSignIn(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
  }
}
