package org.jieshi.platform;

import java.sql.SQLException;
import java.util.Set;

/** Text with a character that no database keeps: NUL, or half of a pair of code units. */
final class UnstorableText {

  /** character_not_in_repertoire, untranslatable_character */
  private static final Set<String> STATES = Set.of("22021", "22P05");

  private UnstorableText() {}

  static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused && STATES.contains(String.valueOf(refused.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
