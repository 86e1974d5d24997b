package org.jieshi.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown.
 *
 * @param coordinate longitude, latitude in CGCS2000 degrees, for the map; null without a place
 * @param surveyed x east, y north in the system of the file; null without a place
 * @param ruleVersion of the rules that found it
 * @param tolerance what it was judged with, in the unit of the rule; null for a rule without one
 */
public record ReportedFinding(String rule, String severity, @Nullable Integer record, String message, String messageZh,
    double @Nullable [] coordinate, double @Nullable [] surveyed,
    @Nullable String ruleVersion, @Nullable Double tolerance) {}
