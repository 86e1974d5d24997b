package org.jieshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.User;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out from a browser. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/session")
class SessionController {

  private final AuthenticationManager authentications;
  private final SecurityContextRepository contexts;
  private final CurrentUser current;

  SessionController(AuthenticationManager authentications, SecurityContextRepository contexts, CurrentUser current) {
    this.authentications = authentications;
    this.contexts = contexts;
    this.current = current;
  }

  /** Who is signed in; also sets the CSRF cookie that changing requests must repeat in {@code X-XSRF-TOKEN}. */
  @GetMapping
  User session() {
    return current.require();
  }

  @PostMapping
  User signIn(@Valid @RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
    Authentication authentication;
    try {
      authentication = authentications.authenticate(
          UsernamePasswordAuthenticationToken.unauthenticated(signIn.username(), signIn.password()));
    } catch (InternalAuthenticationServiceException unreachable) {
      // the account could not be looked up: nobody's password is wrong
      throw new DataAccessResourceFailureException("sign-in", unreachable);
    } catch (AuthenticationException wrong) {
      throw Problem.of(ProblemCode.NOT_SIGNED_IN, "User name or password is wrong.", "用户名或密码错误。").asException();
    }
    renewSession(request);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return current.require();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  /** A session id known before the sign-in is worth nothing after it. */
  private static void renewSession(HttpServletRequest request) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
  }

  record SignIn(@NotBlank String username, @NotBlank String password) {
  }
}
