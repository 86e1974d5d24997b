package org.jieshi.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A finding as it is shown.
 *
 * @param coordinate longitude, latitude in CGCS2000 degrees, for the map; null without a place
 * @param surveyed x east, y north in the system of the file; null without a place
 */
public record ReportedFinding(String rule, String severity, @Nullable Integer record, String message, String messageZh,
    double @Nullable [] coordinate, double @Nullable [] surveyed) {}
