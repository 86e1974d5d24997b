package org.jieshi.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jieshi.shared.ProblemCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who may reach what over HTTP. The public sees notices, objections and certificate verification, and the pages of the
 * program itself, which hold no data; a village with its link and code reaches its own matter. Everything else needs a
 * sign-in, and whatever is not listed is refused.
 *
 * <p>Browsers sign in at {@code /api/session} and carry a session cookie with CSRF protection. Scripts use HTTP Basic,
 * which is never challenged for, so that no browser ever remembers such a sign-in: requests that bring it need no CSRF
 * token.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityConfiguration {

  private static final String[] PAGES = {"/", "/index.html", "/favicon.svg", "/app/**", "/lib/**", "/components/**",
      "/features/**", "/styles/**", "/locales/**", "/webjars/**"};

  @Bean
  AuthenticationManager authenticationManager(AuthenticationConfiguration configuration) {
    return configuration.getAuthenticationManager();
  }

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, ProblemWriter problems,
      SecurityContextRepository contexts) {
    return http
        .authorizeHttpRequests(requests -> requests
            // the end of an answer whose beginning was authorized: event streams, which Basic sign-ins would lose
            .dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll()
            .requestMatchers(HttpMethod.GET, PAGES).permitAll()
            .requestMatchers("/error").permitAll()
            .requestMatchers("/api/session").permitAll()
            .requestMatchers(HttpMethod.GET, "/api/about", "/api/notices", "/api/notices/*").permitAll()
            .requestMatchers(HttpMethod.POST, "/api/notices/*/objections", "/api/notices/answers", "/api/notices/evidence",
                "/verify/file", "/verify/figures").permitAll()
            // by link and code, which the village's gate checks on every request and which are no sign-in
            .requestMatchers(HttpMethod.GET, "/api/village/matter", "/api/village/conflicts/*/sheet.pdf",
                "/api/village/statements/*/receipt.pdf").permitAll()
            .requestMatchers(HttpMethod.POST, "/api/village/statements").permitAll()
            .requestMatchers(HttpMethod.GET, "/verify/*", "/actuator/health", "/actuator/health/*", "/openapi.json")
            .permitAll()
            .requestMatchers("/actuator/**").hasRole("ADMINISTRATOR")
            .requestMatchers("/api/audit/**", "/api/audit").hasAnyRole("ADMINISTRATOR", "MANAGER", "APPROVER")
            .requestMatchers("/api/**", "/tiles/**", "/ogc/**", "/ogc").authenticated()
            .anyRequest().denyAll())
        .securityContext(context -> context.securityContextRepository(contexts))
        .csrf(csrf -> {
          csrf.spa();
          csrf.ignoringRequestMatchers(SecurityConfiguration::bringsBasicSignIn);
        })
        .httpBasic(basic -> basic.authenticationEntryPoint((request, response, failure) -> problems.write(response,
            ProblemCode.NOT_SIGNED_IN, "User name or password is wrong.", "用户名或密码错误。")))
        .formLogin(form -> form.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .exceptionHandling(handling -> handling
            .authenticationEntryPoint((request, response, failure) -> problems.write(response,
                ProblemCode.NOT_SIGNED_IN, "Please sign in first.", "请先登录。"))
            .accessDeniedHandler((request, response, denial) -> problems.write(response, ProblemCode.FORBIDDEN,
                "Your role does not allow this, or the page is too old: load it again.",
                "您的角色无权进行此操作，或页面已过期，请刷新后重试。")))
        .headers(headers -> headers
            .contentSecurityPolicy(policy -> policy.policyDirectives(
                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"))
            .referrerPolicy(policy -> policy.policy(
                ReferrerPolicy.NO_REFERRER)))
        .build();
  }

  private static boolean bringsBasicSignIn(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
  }
}
