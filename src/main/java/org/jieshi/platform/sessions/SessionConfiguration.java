package org.jieshi.platform.sessions;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

/** Puts the sessions of the database in the place of the server's own, by the settings {@code server.servlet.session}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableSpringHttpSession
class SessionConfiguration {

  private static final String SETTINGS = "server.servlet.session.";

  @Bean
  WebSessions webSessions(JdbcClient jdbc, Environment settings) {
    return new WebSessions(jdbc, DurationStyle.detectAndParse(settings.getProperty(SETTINGS + "timeout", "8h")));
  }

  /** Secure where the request came by TLS. */
  @Bean
  CookieSerializer cookieSerializer(Environment settings) {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(settings.getProperty(SETTINGS + "cookie.name", "JSESSIONID"));
    cookie.setUseHttpOnlyCookie(settings.getProperty(SETTINGS + "cookie.http-only", Boolean.class, true));
    cookie.setSameSite(settings.getProperty(SETTINGS + "cookie.same-site", "strict"));
    if (settings.containsProperty(SETTINGS + "cookie.secure")) {
      cookie.setUseSecureCookie(settings.getRequiredProperty(SETTINGS + "cookie.secure", Boolean.class));
    }
    return cookie;
  }

  /** Every kind of dispatch: the end of an answer belongs to the session of its beginning. */
  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<?>> sessionFilter(SessionRepositoryFilter<?> filter) {
    FilterRegistrationBean<SessionRepositoryFilter<?>> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    return registration;
  }
}
