package org.jieshi.parcels;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a unit stands. Parcels: the first five; claims and evidence: active or withdrawn. */
public enum UnitStatus {

  /** On the register's map, nobody has applied. */
  SURVEYED,
  /** An application is under way. */
  PENDING,
  /** An ownership dispute holds it (registration gate, domain.md §1). */
  DISPUTED,
  /** Under a live certificate. */
  CERTIFIED,
  /** Withdrawn from the map; its number is never used again. */
  RETIRED,
  ACTIVE,
  WITHDRAWN;

  private static final Map<UnitStatus, Set<UnitStatus>> NEXT = Map.of(
      SURVEYED, EnumSet.of(PENDING, DISPUTED),
      PENDING, EnumSet.of(SURVEYED, DISPUTED, CERTIFIED),
      DISPUTED, EnumSet.of(SURVEYED, PENDING),
      CERTIFIED, EnumSet.of(SURVEYED));

  /** Whether a parcel may go from here to {@code next}; it is retired by withdrawal only. */
  boolean leadsTo(UnitStatus next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }
}
