package org.jieshi.huashan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Picks plots whose areas add up to a figure, spread over the sub-farms. */
final class Lots {

  private static final int EXCHANGES = 4_000;

  private final List<Plot> plots;
  private final Random random;

  Lots(List<Plot> plots, Random random) {
    this.plots = plots;
    this.random = random;
  }

  /** {@code count} plots of these with about this area together: the best of some draws. */
  List<Integer> nearest(List<Integer> from, int count, double area, int draws) {
    return IntStream.range(0, draws).mapToObj(draw -> draw(from, count, area))
        .min(Comparator.comparingDouble(lots -> Math.abs(area(lots) - area))).orElseThrow();
  }

  /** Draws plots by lot, the sub-farms by turns, then exchanges one for one as long as that brings the sum nearer. */
  private List<Integer> draw(List<Integer> from, int count, double area) {
    List<Integer> lots = new ArrayList<>(from);
    Collections.shuffle(lots, random);
    int[] drawn = new int[1 + plots.stream().mapToInt(Plot::subFarm).max().orElseThrow()];
    Map<Integer, Integer> turns = new HashMap<>();
    lots.forEach(i -> turns.put(i, drawn[plots.get(i).subFarm()]++));
    lots.sort(Comparator.comparing(turns::get));
    double miss = area(lots.subList(0, count)) - area;
    for (int exchange = 0; exchange < EXCHANGES; exchange++) {
      int in = random.nextInt(count);
      int out = count + random.nextInt(lots.size() - count);
      double gain = plots.get(lots.get(out)).area() - plots.get(lots.get(in)).area();
      boolean sameFarm = plots.get(lots.get(in)).subFarm() == plots.get(lots.get(out)).subFarm();
      if (sameFarm && Math.abs(miss + gain) < Math.abs(miss)) {
        miss += gain;
        Collections.swap(lots, in, out);
      }
    }
    return List.copyOf(lots.subList(0, count));
  }

  private double area(List<Integer> lots) {
    return lots.stream().mapToDouble(i -> plots.get(i).area()).sum();
  }
}
