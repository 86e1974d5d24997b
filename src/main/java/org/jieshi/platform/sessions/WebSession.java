package org.jieshi.platform.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session that knows what of it is not in the database yet. */
final class WebSession implements Session {

  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final MapSession held;
  private @Nullable String storedId;
  private boolean changed;

  private WebSession(MapSession held, @Nullable String storedId) {
    this.held = held;
    this.storedId = storedId;
    this.changed = storedId == null;
  }

  static WebSession begin(Duration lasts) {
    MapSession held = new MapSession(WebSession::newId);
    held.setMaxInactiveInterval(lasts);
    return new WebSession(held, null);
  }

  static WebSession stored(MapSession held) {
    held.setSessionIdGenerator(WebSession::newId);
    return new WebSession(held, held.getId());
  }

  private static String newId() {
    byte[] bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The id under which it is in the database; null if it is not. */
  @Nullable String storedId() {
    return storedId;
  }

  boolean isChanged() {
    return changed || !held.getId().equals(storedId);
  }

  void written() {
    storedId = held.getId();
    changed = false;
  }

  @Override
  public String getId() {
    return held.getId();
  }

  @Override
  public String changeSessionId() {
    return held.changeSessionId();
  }

  @Override
  public <T> @Nullable T getAttribute(String name) {
    return held.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return held.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    held.setAttribute(name, value);
    changed = true;
  }

  @Override
  public void removeAttribute(String name) {
    held.removeAttribute(name);
    changed = true;
  }

  @Override
  public Instant getCreationTime() {
    return held.getCreationTime();
  }

  @Override
  public void setLastAccessedTime(Instant time) {
    held.setLastAccessedTime(time);
  }

  @Override
  public Instant getLastAccessedTime() {
    return held.getLastAccessedTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    held.setMaxInactiveInterval(interval);
    changed = true;
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return held.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return held.isExpired();
  }
}
