package org.jieshi.registration.investigation;

import org.jspecify.annotations.Nullable;

/**
 * A land-use class: the code means nothing without the standard it is of.
 *
 * @param scheme {@code GB/T 21010-2007} or {@code GB/T 21010-2017}
 */
public record LandUse(String scheme, String code) {

  /** Null unless both are known. */
  public static @Nullable LandUse of(@Nullable String scheme, @Nullable String code) {
    return scheme == null || code == null ? null : new LandUse(scheme, code);
  }
}
