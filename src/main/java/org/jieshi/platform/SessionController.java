package org.jieshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.LockedOut;
import org.jieshi.identity.SignInDetails;
import org.jieshi.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
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
  private final BrowserSessions sessions;
  private final CurrentUser current;

  SessionController(AuthenticationManager authentications, BrowserSessions sessions, CurrentUser current) {
    this.authentications = authentications;
    this.sessions = sessions;
    this.current = current;
  }

  /** Who is signed in; also sets the CSRF cookie that changing requests must repeat in {@code X-XSRF-TOKEN}. */
  @GetMapping
  User session() {
    return current.require();
  }

  @PostMapping
  User signIn(@Valid @RequestBody SignIn signIn, HttpServletRequest request, HttpServletResponse response) {
    UsernamePasswordAuthenticationToken asked =
        UsernamePasswordAuthenticationToken.unauthenticated(signIn.username(), signIn.password());
    asked.setDetails(new SignInDetails(request, signIn.code()));
    Authentication authentication;
    try {
      authentication = authentications.authenticate(asked);
    } catch (InternalAuthenticationServiceException unreachable) {
      // the account could not be looked up: nobody's password is wrong
      throw new DataAccessResourceFailureException("sign-in", unreachable);
    } catch (LockedOut locked) {
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(locked.seconds()));
      throw SignInRefusals.of(locked).asException();
    } catch (AuthenticationException wrong) {
      throw SignInRefusals.of(wrong).asException();
    }
    sessions.begin(authentication, request, response);
    return current.require();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request) {
    sessions.end(request);
  }

  /** @param code of the second factor, where the account has one */
  record SignIn(@NotBlank @Size(max = 100) String username, @NotBlank @Size(max = 200) String password,
      @Nullable @Size(max = 40) String code) {
  }
}
