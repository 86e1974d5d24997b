/**
 * Fifty people at work on the whole program, for {@code bin/bench load} and {@code bin/bench soak}: what the pages ask, in
 * their order and as many at once, with the pauses of people in between.
 *
 * <p>Start at {@link org.jieshi.bench.load.Crowd}: who is there. {@link org.jieshi.bench.load.Visitor} is one person's
 * browser, {@link org.jieshi.bench.load.Timings} what all of them waited for, {@link org.jieshi.bench.load.ServedProgram}
 * the program as a process of its own, {@link org.jieshi.bench.load.Vitals} what it holds. Works over HTTP alone.
 */
@NullMarked
package org.jieshi.bench.load;

import org.jspecify.annotations.NullMarked;
