package org.jieshi.disputes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A handler who does not act in the case any more. @param handler user name; @param replacement user name */
record Recusal(String handler, String reason, String askedBy, @Nullable String replacement, LocalDate on) {
}
