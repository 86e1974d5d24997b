package org.jieshi.registration;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param action {@code apply}, or the path of an {@link Action}
 * @param from null for the application itself
 * @param detail what the person stated
 */
record ApplicationEvent(String action, @Nullable ApplicationState from, ApplicationState to, String person,
    String personName, Instant at, Map<String, Object> detail) {
}
