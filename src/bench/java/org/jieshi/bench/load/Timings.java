package org.jieshi.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** What everybody waited for, from the request to the last byte of its answer, by kind of request; and what went wrong. */
public final class Timings {

  /** Ms that 99 of 100 reads and writes are answered within. */
  private static final double READS = 300;
  private static final double WRITES = 800;

  /** What a request is: what people wait long for by its nature has no promise here and its own rows. */
  public enum Use { READ, WRITE, LONG }

  private record Kind(Use use, String name) implements Comparable<Kind> {

    @Override
    public int compareTo(Kind other) {
      int by = use.compareTo(other.use);
      return by != 0 ? by : name.compareTo(other.name);
    }
  }

  private final ConcurrentMap<Kind, List<Double>> waits = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicLong> faults = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, AtomicLong> refusals = new ConcurrentHashMap<>();

  void add(Use use, String name, double milliseconds) {
    waits.computeIfAbsent(new Kind(use, name), kind -> Collections.synchronizedList(new ArrayList<>())).add(milliseconds);
  }

  /** What must not happen: an answer 5xx, a 4xx that the person did not ask for, a connection that failed. */
  void fault(String what) {
    if (faults.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet() == 1) {
      System.out.println("fault: " + what);
    }
  }

  /** An answer that the procedure wants: somebody else was first. */
  void refusal(String what) {
    refusals.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
  }

  /** Whether nothing failed. */
  public boolean flawless() {
    return faults.isEmpty();
  }

  /** Prints everything. @return whether nothing failed and reads and writes are as fast as they are to be */
  public boolean report(int people, double minutes) {
    System.out.println("| | request | count | p50 ms | p95 ms | p99 ms | longest ms |\n|---|---|---|---|---|---|---|");
    Map<Kind, List<Double>> sorted = new TreeMap<>(waits);
    sorted.forEach((kind, all) -> row(kind.use().name().toLowerCase(Locale.ROOT), kind.name(), figures(all)));
    double[] reads = of(sorted, Use.READ);
    double[] writes = of(sorted, Use.WRITE);
    long failed = faults.values().stream().mapToLong(AtomicLong::get).sum();
    System.out.printf(Locale.ROOT, "%n%d people, %.0f minutes, %.1f requests a second%n", people, minutes,
        (reads.length + writes.length) / minutes / 60);
    row("all", "reads", reads);
    row("all", "writes", writes);
    refusals.forEach((what, times) -> System.out.printf("refused as it should be: %s, %d times%n", what, times.get()));
    faults.forEach((what, times) -> System.out.printf("fault: %s, %d times%n", what, times.get()));
    boolean good = met("errors", failed, 0, "");
    good &= met("reads p99", at(reads, 0.99), READS, " ms");
    good &= met("writes p99", at(writes, 0.99), WRITES, " ms");
    return good;
  }

  private static boolean met(String what, double found, double wanted, String unit) {
    System.out.printf(Locale.ROOT, "%s: %.0f%s, wanted %.0f%s: %s%n", what, found, unit, wanted, unit,
        found <= wanted ? "met" : "**not met**");
    return found <= wanted;
  }

  private static void row(String use, String name, double[] sorted) {
    System.out.printf(Locale.ROOT, "| %s | %s | %d | %.0f | %.0f | %.0f | %.0f |%n", use, name, sorted.length,
        at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1]);
  }

  private static double[] of(Map<Kind, List<Double>> waits, Use use) {
    return figures(waits.entrySet().stream().filter(each -> each.getKey().use() == use)
        .flatMap(each -> each.getValue().stream()).toList());
  }

  private static double[] figures(List<Double> all) {
    double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }
}
