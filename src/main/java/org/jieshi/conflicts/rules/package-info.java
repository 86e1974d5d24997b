/**
 * The tolerances that overlaps are judged by, as dated versions that an administrator enters. Every overlap says which
 * version it was judged by; a new one judges all of them again in its own transaction, before anybody can read it.
 *
 * <p>Who reads the rule in force to judge by it, or to let somebody pass a gate, holds it until the transaction ends
 * ({@link org.jieshi.conflicts.rules.OverlapRules#inForce}): a rule never changes between a gate and what passes it.
 * Uses {@code geometry}, {@code identity}, {@code audit}, {@code shared}.
 */
@NullMarked
package org.jieshi.conflicts.rules;

import org.jspecify.annotations.NullMarked;
