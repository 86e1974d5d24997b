package org.jieshi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.Overlap;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Rules C1 and G8: the records of one upload against each other, by a sweep. Rows come from west to east; only those
 * that the sweep line still touches are held, so that memory doesn't grow with the file.
 */
final class PairChecks {

  /** Coordinates are written to the millimetre: a strip no wider is where two of them were rounded. */
  static final double COORDINATE_UNIT = 0.001;
  private static final double SAME = 0.99;

  private final Layer layer;
  private final Consumer<Finding> report;
  private final List<StagedRow> active = new ArrayList<>();

  PairChecks(Layer layer, Consumer<Finding> report) {
    this.layer = layer;
    this.report = report;
  }

  /** Takes the next row to the east; it has a boundary that is valid. */
  void sweep(StagedRow row) {
    Envelope here = row.degrees().getEnvelopeInternal();
    active.removeIf(earlier -> earlier.degrees().getEnvelopeInternal().getMaxX() < here.getMinX());
    for (StagedRow earlier : active) {
      if (earlier.degrees().getEnvelopeInternal().intersects(here)) {
        compare(earlier, row);
      }
    }
    active.add(row);
  }

  private void compare(StagedRow one, StagedRow other) {
    Overlap overlap = Overlap.between(one.boundary(), other.boundary()).orElse(null);
    if (overlap == null) {
      return;
    }
    if (overlap.leftShare() > SAME && overlap.rightShare() > SAME) {
      tellSame(one, other, overlap);
    } else if (layer == Layer.PARCELS || layer.administrativeKind() != null) {
      tellOverlap(one, other, overlap);
    }
  }

  /** Two villages may claim the same land; the same claimant drew it twice. */
  private void tellSame(StagedRow one, StagedRow other, Overlap overlap) {
    boolean land = layer == Layer.CLAIMS || layer == Layer.EVIDENCE;
    if (land && !Objects.equals(one.fields().party(), other.fields().party())) {
      return;
    }
    both(one, other, "G8", Severity.BLOCK, overlap,
        "Records %s and %s are the same land (%s m²); delete one of them.",
        "第 %s 条与第 %s 条记录为同一块地（%s 平方米），请删除其一。");
  }

  private void tellOverlap(StagedRow one, StagedRow other, Overlap overlap) {
    if (overlap.meanWidth() <= allowedWidth(one.fields().accuracy(), other.fields().accuracy())) {
      return;
    }
    Severity severity = layer == Layer.PARCELS ? Severity.BLOCK : Severity.WARN;
    both(one, other, "C1", severity, overlap,
        "Records %s and %s overlap by %s m², on average %s m wide; correct one of the boundaries.",
        "第 %s 条与第 %s 条记录重叠 %s 平方米，平均宽 %s 米，请更正其中一条界线。");
  }

  private void both(
      StagedRow one, StagedRow other, String rule, Severity severity, Overlap overlap, String en, String zh) {
    Bilingual sentence = new Bilingual(en, zh).formatted(Math.min(one.record(), other.record()),
        Math.max(one.record(), other.record()), metres(overlap.area()), metres(overlap.meanWidth()));
    var place = overlap.geometry().getInteriorPoint().getCoordinate();
    report.accept(Finding.ofRecord(rule, severity, one.record(), sentence).at(place));
    report.accept(Finding.ofRecord(rule, severity, other.record(), sentence).at(place));
  }

  /** w_allow of rules.md; an accuracy that nobody knows explains nothing. */
  static double allowedWidth(@Nullable Double one, @Nullable Double other) {
    double allowed = Accuracy.allowedMismatch(one == null ? 0 : one, other == null ? 0 : other);
    return Math.max(allowed, COORDINATE_UNIT);
  }

  static String metres(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.2f", value);
  }
}
