package org.jieshi.platform.sessions;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jieshi.identity.AccountChanged;
import org.jieshi.identity.SignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** How long a session lasts at most, whatever is done in it, and which one outlives a change of its account. */
@Component
@ConditionalOnWebApplication
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10)
class SessionLife extends OncePerRequestFilter {

  private final WebSessions sessions;
  private final SecurityContextRepository contexts;
  private final Duration longest;
  private final InstantSource clock;

  @Autowired
  SessionLife(WebSessions sessions, SecurityContextRepository contexts,
      @Value("${jieshi.session.lifetime}") Duration longest) {
    this(sessions, contexts, longest, InstantSource.system());
  }

  SessionLife(WebSessions sessions, SecurityContextRepository contexts, Duration longest, InstantSource clock) {
    this.sessions = sessions;
    this.contexts = contexts;
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null && session.getCreationTime() + longest.toMillis() <= clock.millis()) {
      session.invalidate();
    }
    chain.doFilter(request, response);
  }

  /** Who changes their own password stays signed in where they did it, under a new session id; everywhere else they are out. */
  @TransactionalEventListener
  void accountChanged(AccountChanged changed) {
    String username = changed.account().username();
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    HttpServletRequest request = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
        ? here.getRequest() : null;
    HttpSession session = request == null ? null : request.getSession(false);
    if (session == null || authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)
        || !signedIn.username().equals(username)) {
      sessions.endAll(username, null);
      return;
    }
    sessions.endAll(username, session.getId());
    request.changeSessionId();
    UsernamePasswordAuthenticationToken renewed = UsernamePasswordAuthenticationToken.authenticated(
        new SignedIn(signedIn.username(), changed.account().revision()), null, authentication.getAuthorities());
    renewed.setDetails(authentication.getDetails());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(renewed);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request,
        Objects.requireNonNull(((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse()));
  }
}
