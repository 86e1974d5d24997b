package org.jieshi.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Two ways to do one job, in turn, so that whatever else the machine does falls on both. */
final class Rounds {

  private final int rounds;

  Rounds(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Prints both medians, the median of the rounds' ratios and the checksums.
   *
   * @param wanted how many times faster ours is to be
   * @param within m², by which the areas may differ
   * @return whether ours is as fast as wanted and both found the same
   */
  boolean compare(String job, Callable<Checksum> baseline, Callable<Checksum> ours, double wanted, double within)
      throws Exception {
    ours.call(); // the first call compiles
    double[] theirs = new double[rounds];
    double[] own = new double[rounds];
    double[] ratios = new double[rounds];
    Checksum expected = null;
    Checksum found = null;
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      expected = baseline.call();
      theirs[round] = seconds(start);
      start = System.nanoTime();
      found = ours.call();
      own[round] = seconds(start);
      ratios[round] = theirs[round] / own[round];
      System.out.printf(Locale.ROOT, "  %s, round %d of %d: %.3f s and %.3f s%n", job, round + 1, rounds, theirs[round],
          own[round]);
    }
    boolean same = found != null && expected != null && found.agrees(expected, within);
    boolean fast = median(ratios) >= wanted;
    System.out.printf(Locale.ROOT, "| %s | %.3f | %.3f | **%.1f** | %.0f | %s |%n", job, median(theirs), median(own),
        median(ratios), wanted, same ? "the same: " + found : "NOT THE SAME: " + expected + " and " + found);
    return same && fast;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
