package org.jieshi.parcels;

import org.jspecify.annotations.Nullable;

/**
 * Why a unit changes.
 *
 * @param reason {@code IMPORT}, {@code AGREEMENT}, {@code DECISION}, {@code UNDO}, {@code CERTIFICATE}, ...
 * @param subject the import, case, application or certificate behind it
 */
public record ChangeReason(String reason, @Nullable String subject) {

  /** The reason of a change that takes back an import; what it withdrew may be imported again. */
  public static final String UNDO = "UNDO";

  public static ChangeReason undo(long importId) {
    return new ChangeReason(UNDO, String.valueOf(importId));
  }
}
