package org.jieshi.parcels;

import org.jspecify.annotations.Nullable;

/** The administrative units a boundary mostly lies in, by code; null where it lies in none. */
public record Place(@Nullable String subFarm, @Nullable String town, @Nullable String village) {

  static final Place UNKNOWN = new Place(null, null, null);
}
