package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jieshi.store.Box;

/**
 * Finds the rows whose bounds meet, by a line that sweeps from west to east. Only rows that the line still touches are
 * held, in bands of latitude, so that neither memory nor time for a row grows with the file.
 */
final class Sweep {

  /** Degrees, about 220 m: as high as a parcel. */
  private static final double BAND = 0.002;

  private final double margin;
  private final BiConsumer<SweptRow, SweptRow> meet;
  private final Map<Integer, List<SweptRow>> bands = new HashMap<>();

  /**
   * @param margin degrees within which bounds count as meeting
   * @param meet takes an earlier row and the one it meets, each pair once
   */
  Sweep(double margin, BiConsumer<SweptRow, SweptRow> meet) {
    this.margin = margin;
    this.meet = meet;
  }

  /** Takes the next row to the east. */
  void add(SweptRow row) {
    Box here = row.bounds();
    int low = band(here.south() - margin);
    int high = band(here.north() + margin);
    for (int band = low; band <= high; band++) {
      List<SweptRow> active = bands.computeIfAbsent(band, empty -> new ArrayList<>());
      lookAt(active, row, band, low);
      active.add(row);
    }
  }

  private void lookAt(List<SweptRow> active, SweptRow row, int band, int low) {
    Box here = row.bounds();
    int kept = 0;
    for (int i = 0; i < active.size(); i++) {
      SweptRow earlier = active.get(i);
      Box there = earlier.bounds();
      if (there.east() + margin < here.west()) {
        continue;
      }
      active.set(kept++, earlier);
      boolean meets = there.south() - margin <= here.north() && there.north() + margin >= here.south();
      // both lie in several bands; the lowest one they share is where they are told
      if (meets && band == Math.max(low, band(there.south() - margin))) {
        meet.accept(earlier, row);
      }
    }
    active.subList(kept, active.size()).clear();
  }

  private static int band(double latitude) {
    return (int) Math.floor(latitude / BAND);
  }
}
