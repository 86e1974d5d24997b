package org.jieshi.parcels;

import org.jspecify.annotations.Nullable;

/** The row of a unit, locked: what a change starts from. {@code endedReason} is that of its newest version. */
record UnitHead(long id, String code, UnitStatus status, int version, @Nullable String endedReason) {

  static UnitHead of(UnitVersion current) {
    return new UnitHead(current.ref().id(), current.ref().code(), current.status(), current.ref().version(), null);
  }
}
