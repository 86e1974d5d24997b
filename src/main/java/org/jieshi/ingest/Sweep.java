package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieshi.store.Box;

/**
 * Finds the bounds that meet, by a line that sweeps from west to east. Only those that the line still touches are held, in
 * bands of latitude, so that neither memory nor time for one of them grows with their number.
 */
final class Sweep {

  /** Degrees, about 220 m: as high as a parcel. */
  private static final double BAND = 0.002;

  private final Pair meet;
  private final Map<Integer, List<Active>> bands = new HashMap<>();

  private record Active(int number, Box bounds) {}

  /** Something to do with two that meet. */
  @FunctionalInterface
  interface Pair {
    void at(int earlier, int later);
  }

  /** @param meet takes an earlier one and the one it meets, each pair once */
  Sweep(Pair meet) {
    this.meet = meet;
  }

  /** Takes the next bounds to the east, degrees. */
  void add(int number, Box bounds) {
    Active here = new Active(number, bounds);
    int low = band(bounds.south());
    int high = band(bounds.north());
    for (int band = low; band <= high; band++) {
      List<Active> active = bands.computeIfAbsent(band, empty -> new ArrayList<>());
      lookAt(active, here, band, low);
      active.add(here);
    }
  }

  private void lookAt(List<Active> active, Active later, int band, int low) {
    Box here = later.bounds();
    int kept = 0;
    for (int i = 0; i < active.size(); i++) {
      Active earlier = active.get(i);
      Box there = earlier.bounds();
      if (there.east() < here.west()) {
        continue;
      }
      active.set(kept++, earlier);
      boolean meets = there.south() <= here.north() && there.north() >= here.south();
      // both lie in several bands; the lowest one they share is where they are told
      if (meets && band == Math.max(low, band(there.south()))) {
        meet.at(earlier.number(), later.number());
      }
    }
    active.subList(kept, active.size()).clear();
  }

  private static int band(double latitude) {
    return (int) Math.floor(latitude / BAND);
  }
}
