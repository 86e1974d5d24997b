package org.jieshi.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code bin/bench memory}: what fits into the heap that the command was given. */
final class MemoryBench {

  private MemoryBench() {}

  static boolean run(int parcels, int threads) throws Exception {
    System.out.printf(Locale.ROOT, "Heap: %d MiB. Making %,d parcels…%n", Runtime.getRuntime().maxMemory() >> 20,
        parcels);
    Layers layers = Layers.of(parcels);
    OverlapJobs ours = new OverlapJobs(layers, threads);
    timed("parcels × claims", ours::joinDrawn);
    timed("parcels among themselves", ours::amongDrawn);
    timed("coverage by district", ours::coverage);
    long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage.getUsed()).sum();
    System.out.printf(Locale.ROOT, "Peak of the heap's pools: %d MiB%n", peak >> 20);
    return true;
  }

  private static void timed(String job, Callable<Checksum> work) throws Exception {
    long start = System.nanoTime();
    Checksum found = work.call();
    System.out.printf(Locale.ROOT, "%s: %.2f s, %s%n", job, (System.nanoTime() - start) / 1e9, found);
  }
}
