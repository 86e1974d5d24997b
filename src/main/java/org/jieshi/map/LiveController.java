package org.jieshi.map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jieshi.identity.Districts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What changes, as it changes, for whoever is signed in. */
@RestController
@ConditionalOnWebApplication
class LiveController {

  private final LiveChanges changes;
  private final Districts districts;

  LiveController(LiveChanges changes, Districts districts) {
    this.changes = changes;
    this.districts = districts;
  }

  /** Events named {@code changed}, each {@link RegisterChanges.Records}; what changed before the call is not told. */
  @GetMapping(path = "/api/changes/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return changes.listen(session == null ? null : session.getId(), districts.limit() == null);
  }
}
