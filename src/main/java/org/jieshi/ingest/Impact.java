package org.jieshi.ingest;

import java.math.BigDecimal;

/**
 * What a commit would change.
 *
 * @param newConflicts overlaps that don't exist yet, survey noise aside
 * @param coverageBefore share of the farm's land with a surveyed parcel, 0–1, now
 * @param coverageAfter the same after the commit
 */
public record Impact(int newConflicts, BigDecimal coverageBefore, BigDecimal coverageAfter) {}
