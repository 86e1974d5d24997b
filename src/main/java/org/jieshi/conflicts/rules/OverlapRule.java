package org.jieshi.conflicts.rules;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.jieshi.geometry.OverlapClass;
import org.jspecify.annotations.Nullable;

/**
 * One version of the tolerances (rules.md, accuracy model and overlap classes).
 *
 * @param allowFactor {@code w_allow = allowFactor·√(m₁² + m₂²)}
 * @param boundaryFactor {@code BOUNDARY} up to this many times w_allow
 * @param containedShare share of a side, 0-1, from which on it counts as lying wholly inside the other
 * @param writtenTo m: no two surveys can agree better than the coordinates are written to, the least w_allow
 * @param source the document that orders it
 * @param judged how many overlaps were judged again when it was entered, of which {@code changed} came out otherwise
 */
public record OverlapRule(int version, double allowFactor, double boundaryFactor, double containedShare,
    double writtenTo, LocalDate validFrom, String source, String reason, @Nullable String enteredBy, Instant enteredAt,
    int judged, int changed) implements Serializable {

  /** What the program is delivered with: the figures of rules.md. */
  public static final OverlapRule DELIVERED = new OverlapRule(1, 2, 3, 0.99, 0.001, LocalDate.of(1987, 1, 1),
      "rules.md", "As the program was delivered", null, Instant.EPOCH, 0, 0);

  /** How conflicts name it. */
  public String name() {
    return "overlap-" + version;
  }

  /**
   * The mismatch that the accuracy of both sources explains, m.
   *
   * @param left RMSE, m; a side whose accuracy nobody knows excuses nothing
   * @param ballpark m, the accuracy of the way from one datum into the other; null within one datum
   */
  public double allowedWidth(@Nullable Double left, @Nullable Double right, @Nullable Double ballpark) {
    double sources = Math.hypot(left == null ? 0 : left, right == null ? 0 : right);
    return Math.max(writtenTo, allowFactor * Math.hypot(sources, ballpark == null ? 0 : ballpark));
  }

  /** The class of an overlap. The shares come first: a narrow parcel wholly inside another is never survey error. */
  public OverlapClass classify(double leftShare, double rightShare, double meanWidth, double allowedWidth) {
    if (Math.min(leftShare, rightShare) >= containedShare) {
      return OverlapClass.DUPLICATE;
    }
    if (Math.max(leftShare, rightShare) >= containedShare) {
      return OverlapClass.CONTAINED;
    }
    if (meanWidth <= allowedWidth) {
      return OverlapClass.NOISE;
    }
    return meanWidth <= boundaryFactor * allowedWidth ? OverlapClass.BOUNDARY : OverlapClass.ENCROACHMENT;
  }
}
