package org.jieshi.platform.sessions;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * What was read from the contents of sessions lately: to make objects of them takes longer than to ask the database. The
 * bytes in the database decide each time: what they do not hold any more is read anew.
 */
final class ReadContents {

  private static final int SESSIONS = 1_000;

  private final Map<String, Read> lately = new LinkedHashMap<>(64, 0.75f, true) {

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Read> eldest) {
      return size() > SESSIONS;
    }
  };

  private record Read(byte[] content, Map<?, ?> attributes) {}

  /**
   * @param session names it
   * @return attributes for one request; null if another version of the program wrote them
   */
  @Nullable Map<String, Object> read(String session, byte[] content) {
    Read known;
    synchronized (lately) {
      known = lately.get(session);
    }
    if (known == null || !Arrays.equals(known.content(), content)) {
      Map<?, ?> attributes = SessionContent.read(content);
      if (attributes == null) {
        return null;
      }
      known = new Read(content, attributes);
      synchronized (lately) {
        lately.put(session, known);
      }
    }
    Map<String, Object> own = new HashMap<>();
    known.attributes().forEach((name, value) -> own.put((String) name, ofOneRequest(value)));
    return own;
  }

  /** Signing out empties the context of its own request. */
  private static Object ofOneRequest(Object value) {
    return value instanceof SecurityContext context ? new SecurityContextImpl(context.getAuthentication()) : value;
  }
}
