package org.jieshi.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jieshi.geometry.Accuracy;
import org.jieshi.geometry.Overlap;
import org.jieshi.ingest.source.Finding;
import org.jieshi.ingest.source.Severity;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/** Rules C1, C9 and G8: the records of a strip against each other. */
final class PairChecks {

  /** Coordinates are written to the millimetre: a strip no wider is where two of them were rounded. */
  static final double COORDINATE_UNIT = 0.001;
  /** Share of a side from which rules.md calls it contained, and of both sides from which they are the same. */
  static final double WHOLE = 0.99;

  private final Layer layer;
  private final Strip strip;
  /** Whether the records of the layer may lie over each other: two villages may claim the same land. */
  private final boolean mayOverlap;
  /** Places of pairs that were told to overlap. */
  private final Set<Long> told = new HashSet<>();

  PairChecks(Layer layer, Strip strip) {
    this.layer = layer;
    this.strip = strip;
    this.mayOverlap = layer != Layer.PARCELS && layer.administrativeKind() == null;
  }

  /** What is found about pairs of which at least one is new. */
  List<Finding> check() {
    List<Finding> findings = new ArrayList<>();
    Sweep sweep = new Sweep((earlier, later) -> {
      if (strip.isNew(later) && strip.mayOverlap(earlier, later)) {
        List<Finding> found = judge(earlier, later);
        if (!found.isEmpty()) {
          told.add(pairOf(earlier, later));
          findings.addAll(found);
        }
      }
    });
    for (int i = 0; i < strip.rows().size(); i++) {
      sweep.add(i, strip.row(i).bounds());
    }
    return findings;
  }

  /** Whether two rows are told to overlap, here or in an earlier strip; how their boundaries fit is then no question. */
  boolean overlap(int one, int other) {
    boolean checked = strip.isNew(one) || strip.isNew(other);
    return checked ? told.contains(pairOf(one, other)) : strip.mayOverlap(one, other) && !judge(one, other).isEmpty();
  }

  static long pairOf(int one, int other) {
    return (long) Math.min(one, other) << 32 | Math.max(one, other);
  }

  private List<Finding> judge(int place, int otherPlace) {
    SweptRow one = strip.row(place);
    SweptRow other = strip.row(otherPlace);
    return one.record() < other.record() ? compare(one, other) : compare(other, one);
  }

  private List<Finding> compare(SweptRow one, SweptRow other) {
    double allowed = mayOverlap ? Double.POSITIVE_INFINITY : allowedWidth(one.accuracy(), other.accuracy());
    Overlap overlap = Overlap.between(one.land(), other.land(), one.srid(),
        most -> most.meanWidth() > allowed || most.leftShare() > WHOLE && most.rightShare() > WHOLE).orElse(null);
    if (overlap == null) {
      return List.of();
    }
    if (overlap.leftShare() > WHOLE && overlap.rightShare() > WHOLE) {
      return tellSame(one, other, overlap);
    }
    if (overlap.meanWidth() <= allowed) {
      return List.of();
    }
    if (layer == Layer.PARCELS && overlap.rightShare() > WHOLE) {
      return tellInside(one, other, overlap);
    }
    if (layer == Layer.PARCELS && overlap.leftShare() > WHOLE) {
      return tellInside(other, one, overlap);
    }
    return tellOverlap(one, other, overlap);
  }

  /** Two villages may claim the same land; the same claimant drew it twice. */
  private List<Finding> tellSame(SweptRow one, SweptRow other, Overlap overlap) {
    boolean land = layer == Layer.CLAIMS || layer == Layer.EVIDENCE;
    if (land && !Objects.equals(one.party(), other.party())) {
      return List.of();
    }
    return both(one, other, "G8", Severity.BLOCK, overlap, new Bilingual(
        "Records %s and %s are the same land (%s m²); delete one of them.",
        "第 %s 条与第 %s 条记录为同一块地（%s 平方米），请删除其一。")
        .formatted(one.record(), other.record(), metres(overlap.area())));
  }

  /** Whose land is inside is not asked: whatever it is, the outer title would cover it a second time. */
  private static List<Finding> tellInside(SweptRow outer, SweptRow inner, Overlap overlap) {
    return both(outer, inner, "C9", Severity.BLOCK, overlap, new Bilingual(
        "Record %2$s (%3$s m²) lies inside record %1$s; cut it out of record %1$s as a hole.",
        "第 %2$s 条记录（%3$s 平方米）位于第 %1$s 条记录之内，请在第 %1$s 条记录中挖除为内环。")
        .formatted(outer.record(), inner.record(), metres(overlap.area())));
  }

  private List<Finding> tellOverlap(SweptRow one, SweptRow other, Overlap overlap) {
    Severity severity = layer == Layer.PARCELS ? Severity.BLOCK : Severity.WARN;
    return both(one, other, "C1", severity, overlap, new Bilingual(
        "Records %s and %s overlap by %s m², on average %s m wide; correct one of the boundaries.",
        "第 %s 条与第 %s 条记录重叠 %s 平方米，平均宽 %s 米，请更正其中一条界线。")
        .formatted(one.record(), other.record(), metres(overlap.area()), metres(overlap.meanWidth())));
  }

  private static List<Finding> both(
      SweptRow one, SweptRow other, String rule, Severity severity, Overlap overlap, Bilingual sentence) {
    var place = overlap.geometry().getInteriorPoint().getCoordinate();
    double tolerance = rule.equals("C1") ? allowedWidth(one.accuracy(), other.accuracy()) : WHOLE;
    return Stream.of(one, other)
        .map(row -> Finding.ofRecord(rule, severity, row.record(), sentence).at(place).within(tolerance)).toList();
  }

  /** w_allow of rules.md; an accuracy that nobody knows explains nothing. */
  static double allowedWidth(@Nullable Double one, @Nullable Double other) {
    double allowed = Accuracy.allowedMismatch(one == null ? 0 : one, other == null ? 0 : other);
    return Math.max(allowed, COORDINATE_UNIT);
  }

  static String metres(double value) {
    return decimal(value, value < 0.1 ? 4 : 2);
  }

  /** As {@code %.2f} would write it, in a fraction of the time. */
  static String decimal(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
