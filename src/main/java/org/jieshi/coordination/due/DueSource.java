package org.jieshi.coordination.due;

import java.time.LocalDate;
import java.util.List;

/**
 * What one module has open; a Spring bean. Modules that know coordination implement it, so that nothing they wait for
 * stays silent.
 */
public interface DueSource {

  /** The kinds of its items; no other source has them. */
  List<WorkKind> kinds();

  /** What the module does by itself about what is overdue, in its own name; before it is asked what is open. */
  default void attend(LocalDate today) {
  }

  /** Everything that is not done, whether due or not. Runs in a transaction of the caller. */
  List<OpenItem> open(LocalDate today);
}
