package org.jieshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins and ends the session of a browser. */
@Component
@ConditionalOnWebApplication
public class BrowserSessions {

  private final SecurityContextRepository contexts;

  BrowserSessions(SecurityContextRepository contexts) {
    this.contexts = contexts;
  }

  /** A session known before the sign-in is worth nothing after it; its age begins anew. */
  public void begin(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
    end(request);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
