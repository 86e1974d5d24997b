package org.jieshi.ingest;

import java.util.List;
import java.util.function.Consumer;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;

/**
 * Compares the records of an upload with each other, strip by strip on all processors. Findings come in the order of the
 * strips. Belongs to one thread.
 */
final class RecordComparison implements AutoCloseable {

  /** Rule C6 unites the land, a third of a millisecond for each parcel; a larger file is told that it was left out. */
  static final int MOST_FITTED = 20_000;
  /** The same in memory: a hundred megabytes. */
  static final int MOST_FITTED_VERTICES = 1_000_000;
  private static final int STRIP = 4000;
  private static final int STRIP_VERTICES = 400_000;

  private final Strips strips;
  private final InOrder<List<Finding>> work;

  /**
   * @param records how many there are at most
   * @param vertices of all boundaries
   * @param report takes what is found, on this thread
   */
  RecordComparison(Layer layer, Rules rules, long records, long vertices, Consumer<Finding> report) {
    boolean fitted = layer == Layer.PARCELS && records <= MOST_FITTED && vertices <= MOST_FITTED_VERTICES;
    StripChecks checks = new StripChecks(layer, rules, fitted);
    this.work = new InOrder<>("import-comparison", found -> found.forEach(report));
    // a gap is seen only where everything around it is
    this.strips = new Strips(fitted ? MOST_FITTED : STRIP, fitted ? MOST_FITTED_VERTICES : STRIP_VERTICES,
        strip -> work.give(() -> checks.check(strip.get())));
    if (layer == Layer.PARCELS && !fitted) {
      report.accept(Finding.ofFile("C6", Severity.INFO, leftOut(records, vertices)));
    }
  }

  private static Bilingual leftOut(long records, long vertices) {
    return records > MOST_FITTED
        ? new Bilingual(
            "With %s records gaps between neighbours (C6) were not looked for (up to %s are); send the file in parts to have"
                + " them found.",
            "共 %s 条记录，超过 %s 条，未检查相邻宗地之间的空隙（C6）；如需检查，请分批上传。").formatted(records, MOST_FITTED)
        : new Bilingual(
            "With %s boundary points gaps between neighbours (C6) were not looked for (up to %s are); send the file in parts"
                + " to have them found.",
            "共 %s 个界址点，超过 %s 个，未检查相邻宗地之间的空隙（C6）；如需检查，请分批上传。")
            .formatted(vertices, MOST_FITTED_VERTICES);
  }

  /** Takes the next row to the east; it has a boundary that is valid. */
  void add(SweptRow row) {
    strips.add(row);
  }

  /** Comes back when everything is compared and told; there are no more rows. */
  void finish() {
    strips.finish();
    work.finish();
  }

  @Override
  public void close() {
    work.close();
  }
}
