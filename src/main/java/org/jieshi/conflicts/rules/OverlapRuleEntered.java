package org.jieshi.conflicts.rules;

/** Published inside the transaction that enters a rule; whoever judges by rules judges again before it returns. */
public record OverlapRuleEntered(OverlapRule rule) {
}
