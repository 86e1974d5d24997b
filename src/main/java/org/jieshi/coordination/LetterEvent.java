package org.jieshi.coordination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a letter: sent, reminded, answered, withdrawn. */
record LetterEvent(Instant at, String action, String by, String byName, @Nullable String note) {
}
