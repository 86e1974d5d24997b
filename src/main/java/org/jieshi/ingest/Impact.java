package org.jieshi.ingest;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a commit would change.
 *
 * @param newConflicts overlaps that don't exist yet, survey noise aside
 * @param coverageBefore share of the farm's land with a surveyed parcel, 0–1, now
 * @param coverageAfter the same after the commit
 * @param conflictsByClass the new overlaps by class of rules.md
 * @param added records that are not on the register yet
 * @param changed records that become the next version of what is on the register
 */
public record Impact(int newConflicts, BigDecimal coverageBefore, BigDecimal coverageAfter,
    Map<String, Integer> conflictsByClass, int added, int changed) {

  public Impact {
    conflictsByClass = conflictsByClass == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(conflictsByClass));
  }

  /** Without knowing of what class the overlaps are, or what is on the register already. */
  public Impact(int newConflicts, BigDecimal coverageBefore, BigDecimal coverageAfter) {
    this(newConflicts, coverageBefore, coverageAfter, Map.of(), 0, 0);
  }

  Impact ofUnits(int unitsAdded, int unitsChanged) {
    return new Impact(newConflicts, coverageBefore, coverageAfter, conflictsByClass, unitsAdded, unitsChanged);
  }
}
