package org.jieshi.platform.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jieshi.identity.CurrentUser;
import org.jieshi.identity.Reassurance;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a person is signed in from a browser, and an end to all but one. */
@RestController
@ConditionalOnWebApplication
@RequestMapping("/api/me/sessions")
class OwnSessionsController {

  private final WebSessions sessions;
  private final CurrentUser current;
  private final Reassurance reassurance;

  OwnSessionsController(WebSessions sessions, CurrentUser current, Reassurance reassurance) {
    this.sessions = sessions;
    this.current = current;
    this.reassurance = reassurance;
  }

  /** Newest first. */
  @GetMapping
  List<OwnSession> all(HttpServletRequest request) {
    return sessions.of(current.require().username(), id(request));
  }

  @PostMapping("/end-others")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endOthers(@Valid @RequestBody Password body, HttpServletRequest request) {
    String username = current.require().username();
    reassurance.requirePassword(username, body.password(), "password");
    sessions.endAll(username, id(request));
  }

  private static @Nullable String id(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : session.getId();
  }

  /**
   * @param usedAt to the minute
   * @param here whether it is the one that asks
   */
  record OwnSession(Instant since, Instant usedAt, boolean here) {
  }

  record Password(@NotNull @Size(max = 72) String password) {
  }
}
