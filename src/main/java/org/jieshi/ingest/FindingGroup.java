package org.jieshi.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What one rule found in an import.
 *
 * @param severity of its findings; a rule with several severities has a group for each
 * @param tolerance the one it was judged with, or null where that differs or there is none
 */
public record FindingGroup(
    String rule, String severity, long count, @Nullable String ruleVersion, @Nullable Double tolerance) {}
