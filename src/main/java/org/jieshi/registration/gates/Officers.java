package org.jieshi.registration.gates;

import org.jspecify.annotations.Nullable;

/**
 * Who acted in which office, by user name.
 *
 * @param acting who takes this step; null for nobody in particular
 * @param office in which office
 */
public record Officers(@Nullable String surveyor, @Nullable String reviewer, @Nullable String approver,
    @Nullable String acting, Office office) {

  /** The three offices in their order. */
  public enum Office {
    SURVEYOR, REVIEWER, APPROVER
  }
}
