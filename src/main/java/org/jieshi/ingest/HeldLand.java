package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;

/**
 * What the checks between neighbours look at of each row, kept while a file is read so that it needn't be read back from
 * the database. A file with more land than a share of the heap isn't held: memory doesn't grow with the file.
 */
final class HeldLand {

  /** Share of the heap: 100 000 parcels of forty points in 1 GB. */
  private static final int SHARE = 8;
  private static final long MOST = 256L << 20;
  /** Of a row beside its coordinates: itself, its bounds and the heads of its arrays. */
  private static final int OF_A_ROW = 160;

  /** Rules whose breach leaves a row without a boundary that could be compared. */
  static final List<String> WITHOUT_LAND = List.of("F3", "F5", "G1");

  private static final Comparator<SweptRow> FROM_WEST =
      Comparator.comparingDouble((SweptRow row) -> row.bounds().west()).thenComparingInt(SweptRow::record);

  private final long room;
  private List<SweptRow> rows = new ArrayList<>();
  private long held;

  HeldLand() {
    this(Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE));
  }

  /** @param room bytes */
  HeldLand(long room) {
    this.room = room;
  }

  /**
   * Whether a row is compared with others: it has a boundary that is valid and in its place.
   *
   * @param about what was found about it by itself
   */
  static boolean isComparable(List<Finding> about) {
    return about.stream().noneMatch(
        finding -> finding.severity() == Severity.BLOCK && WITHOUT_LAND.contains(finding.rule()));
  }

  /** @param batch is put in order, which is done beside the reading and saves the most part of it afterwards */
  static void sort(List<SweptRow> batch) {
    batch.sort(FROM_WEST);
  }

  void add(List<SweptRow> more) {
    if (isWhole()) {
      more.forEach(row -> held += OF_A_ROW + row.size());
      rows.addAll(more);
      if (!isWhole()) {
        rows = new ArrayList<>();
      }
    }
  }

  /** Whether all rows are here; otherwise none is. */
  boolean isWhole() {
    return held <= room;
  }

  /** Gives away the rows, in the order of {@link StagingRepository#forEachFromWest}; nothing is held afterwards. */
  void forEachFromWest(Consumer<SweptRow> action) {
    List<SweptRow> sorted = rows;
    rows = new ArrayList<>();
    sorted.sort(FROM_WEST); // which takes batches that are sorted for what they are
    for (int i = 0; i < sorted.size(); i++) {
      action.accept(sorted.set(i, null));
    }
  }
}
