package org.jieshi.certificates;

import org.jspecify.annotations.Nullable;

/**
 * One of several who hold a certified right together.
 *
 * @param shareOf the share as an exact fraction; both null where the right is held jointly
 * @param certificate number of the paper that is made out to this holder: each their own, or one for all
 */
public record CoHolder(String name, @Nullable Long share, @Nullable Long shareOf, String certificate) {

  CoHolder on(String number) {
    return new CoHolder(name, share, shareOf, number);
  }

  /** {@code 1/3}; null where the right is held jointly. */
  public @Nullable String fraction() {
    return share == null ? null : share + "/" + shareOf;
  }
}
