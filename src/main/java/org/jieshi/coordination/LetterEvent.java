package org.jieshi.coordination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a letter: sent, reminded, escalated, answered, withdrawn. {@code by} is null where the program did it.
 */
record LetterEvent(Instant at, String action, @Nullable String by, @Nullable String byName, @Nullable String note) {
}
