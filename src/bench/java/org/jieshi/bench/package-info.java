/**
 * Benchmarks, each paired in one run with what a user would otherwise take: {@code bin/bench} without arguments lists them.
 * Figures are ratios of two times measured in turn on the same machine; absolute times are printed but promise nothing.
 *
 * <p>Start at {@link org.jieshi.bench.Bench}. {@link org.jieshi.bench.BenchLand} is the land, the same on every machine.
 */
@NullMarked
package org.jieshi.bench;

import org.jspecify.annotations.NullMarked;
